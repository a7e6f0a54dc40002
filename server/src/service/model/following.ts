import { dataOf } from "../document/data.ts";
import { replaceNode, replaceValue } from "../document/edits.ts";
import { isEqual, isJsonObject, type JsonValue, valueAt } from "../document/jsonValue.ts";
import { type Node, type Pair, type Path, pairAt } from "../document/node.ts";
import type { TextEdit } from "../document/span.ts";
import { alignmentOf } from "./alignment.ts";
import { expectedValue, isUnsure } from "./article.ts";
import { agrees, covers, type DerivedField } from "./derivedField.ts";
import type { StructuredDocument } from "./structuredDocument.ts";

/** A derived field that goes along with a change of what it follows from. */
export interface Follower {
  readonly field: DerivedField;
  /** The value it gets. */
  readonly value: JsonValue;
  /** Offsets count in the text of the document. */
  edits(): readonly TextEdit[];
}

/**
 * The derived fields that go along with a change, as that of an article's place or of its title. What followed before
 * becomes what follows now, also within a list or a text that holds more; what an author wrote otherwise stays as it is.
 *
 * @param before the document as all that its fields follow from was before the change
 * @param after the same text as all that is now
 */
export function followersOf(before: StructuredDocument, after: StructuredDocument): readonly Follower[] {
  const { text, frontMatter } = after;
  return after.archetype.derivedFields.flatMap((field): readonly Follower[] => {
    const pair = pairAt(frontMatter?.root, field.path);
    const [was, is] = [expectedValue(before, field), expectedValue(after, field)];
    if (pair === undefined || was === undefined || is === undefined || isUnsure(after, field.path)) return [];
    const actual = before.value(field.path);
    if (actual === undefined) return [];
    const value = follow(field, actual, { was, is });
    if (isEqual(value, actual)) return [];
    return [{ field, value, edits: () => editsTo(text, pair, value) }];
  });
}

/**
 * A document in which some keys have other values than its text gives them, for what would follow from these.
 *
 * @param values by dotted names
 */
export function supposing<Document extends StructuredDocument>(
  document: Document,
  values: ReadonlyMap<string, JsonValue>,
): Document {
  const value = (path: Path): JsonValue | undefined => {
    for (let length = path.length; length > 0; length--) {
      const known = values.get(path.slice(0, length).join("."));
      if (known !== undefined) return valueAt(known, path.slice(length));
    }
    return document.value(path);
  };
  return { ...document, value, memo: new Map() };
}

/** What followed from something, and what follows now. */
interface Change {
  readonly was: JsonValue;
  readonly is: JsonValue;
}

function follow(field: DerivedField, actual: JsonValue, change: Change): JsonValue {
  const { was, is } = change;
  const isOneOfSeveral = field.correct !== undefined && typeof actual === "string" && !/\s/.test(String(was));
  const value = isOneOfSeveral
    ? actual.replace(/\S+/g, (part) => String(followPart(part, change)))
    : followPart(actual, change);
  // Where another spelling would do before and no longer does, it went along, too.
  const isLeftBehind = isEqual(value, actual) && agrees(field, actual, was) && !agrees(field, actual, is);
  return isLeftBehind && !Array.isArray(actual) ? is : value;
}

/** A value with each part of it that was expected before replaced by what is expected now. */
function followPart(actual: JsonValue, { was, is }: Change): JsonValue {
  if (isEqual(was, is)) return actual;
  if (Array.isArray(actual)) {
    if (!Array.isArray(was)) return actual.map((item) => followPart(item, { was, is }));
    if (!Array.isArray(is) || was.length !== is.length) return covers(actual, was) ? is : actual;
    const result = [...actual];
    const isSame = (item: JsonValue, at: number) => followed(item, { was: was[at] ?? null, is: "" }) !== undefined;
    for (const [index, at] of alignmentOf(actual, was, isSame)) {
      result[index] = followPart(actual[index] ?? null, { was: was[at] ?? null, is: is[at] ?? null });
    }
    return result;
  }
  if (isJsonObject(actual) && isJsonObject(was) && isJsonObject(is)) {
    const entries = Object.entries(actual).map(([key, value]) => {
      const [before, now] = [valueAt(was, [key]), valueAt(is, [key])];
      return [key, before === undefined || now === undefined ? value : followPart(value, { was: before, is: now })];
    });
    return Object.fromEntries(entries);
  }
  return followed(actual, { was, is }) ?? actual;
}

/** What a value becomes that is the one expected before; a path keeps the slash at its end. */
function followed(actual: JsonValue, { was, is }: Change): JsonValue | undefined {
  if (covers(actual, was)) return is;
  return typeof was === "string" && was.startsWith("/") && actual === `${was}/` ? `${String(is)}/` : undefined;
}

/** The fewest edits that give a key another value: of lists and mappings only what differs in them is touched. */
export function editsTo(text: string, pair: Pair, value: JsonValue): readonly TextEdit[] {
  return editsIn(text, pair.value, value, (part) => [replaceValue(text, pair, part)]);
}

function editsIn(
  text: string,
  node: Node,
  value: JsonValue,
  write: (value: JsonValue) => readonly TextEdit[],
): readonly TextEdit[] {
  if (isEqual(dataOf(node) ?? null, value)) return [];
  if (node.kind === "sequence" && Array.isArray(value) && node.items.length === value.length) {
    return node.items.flatMap((item, index) =>
      editsIn(text, item, value[index] ?? null, (part) =>
        part === null || typeof part !== "object" ? [replaceNode(text, item, part, node.style)] : [],
      ),
    );
  }
  if (node.kind === "mapping" && isJsonObject(value)) {
    return node.pairs.flatMap((pair) => editsTo(text, pair, valueAt(value, [pair.key.text]) ?? null));
  }
  // What an alias stands for stands in another place, too.
  return node.kind === "alias" ? [] : write(value);
}
