import { dataOf } from "../../document/data.ts";
import { insertPair, replaceValue } from "../../document/edits.ts";
import { type FrontMatter, parseFrontMatter } from "../../document/frontMatter.ts";
import { compareKeys, writeEntries } from "../../document/houseStyle.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../document/jsonValue.ts";
import { lineAt } from "../../document/lines.ts";
import { findPair, type Mapping, type Path } from "../../document/node.ts";
import { applyEdits, type TextEdit } from "../../document/span.ts";
import { evaluate, parseTemplate } from "../../model/derivation/template.ts";
import { covers } from "../../model/derivedField.ts";
import type { Refusal } from "../refusal.ts";

/** What a new article starts from: the values that stand in its front matter, and how its text is made of all of them. */
export interface Start {
  readonly values: JsonObject;
  write(values: JsonObject, lookUp: LookUp): string;
}

/** Gives what a placeholder names; `undefined` where nothing is known of it. */
export type LookUp = (name: Path) => JsonValue | undefined;

/** An article that starts from nothing: keys in the house style, which is PyYAML's `safe_dump`. */
export function emptyStart(body: string): Start {
  return { values: {}, write: (values) => `---\n${writeEntries(values, 0, "\n")}---\n\n${body}` };
}

/**
 * Reads the file that new articles of a site start from. Placeholders are templates as `derive` has them, in values, in
 * comments and in the body; `.Date` and `.Name` are Hugo's. What nobody can work out is left blank.
 *
 * @param name what the file is called in words for the author
 */
export function templateStart(text: string, name: string, lookUp: LookUp): Start | Refusal {
  const { tokenised, expressions } = withTokens(text);
  const { valueIn, textIn } = tokenReader(expressions);
  const frontMatter = parseFrontMatter(tokenised);
  if (frontMatter === undefined) {
    return {
      values: {},
      write: (values, lookUpAll) => emptyStart(textIn(tokenised, lookUpAll)).write(values, lookUpAll),
    };
  }
  if (frontMatter.problems.length > 0 || frontMatter.unread !== undefined || frontMatter.block.closer === undefined)
    return { refused: `The front matter of \`${name}\` cannot be read, so no article starts from it.` };
  return {
    values: mappingOf(valueIn(frontMatter.values, lookUp)),
    write: (values, lookUpAll) => textIn(withValues(tokenised, values), lookUpAll),
  };
}

/** Marks each placeholder by a word, so that YAML reads the text around it as what it is. */
function withTokens(text: string): { readonly tokenised: string; readonly expressions: ReadonlyMap<string, string> } {
  let mark = "zq";
  while (text.includes(mark)) mark += "q";
  const expressions = new Map<string, string>();
  const tokenised = text.replace(/\{\{[^\r\n]*?\}\}/g, (expression) => {
    const token = `${mark}${expressions.size}x`;
    expressions.set(token, expression);
    return token;
  });
  return { tokenised, expressions };
}

/** Puts what placeholders stand for in the place of their marks. */
function tokenReader(expressions: ReadonlyMap<string, string>) {
  const pattern = new RegExp([...expressions.keys()].join("|") || "(?!)", "g");
  const evaluated = (token: string, lookUp: LookUp) => {
    const read = parseTemplate(inOurWords(expressions.get(token) ?? ""));
    return "fault" in read ? undefined : evaluate(read.template, lookUp);
  };
  const valueIn = (value: JsonValue, lookUp: LookUp): JsonValue => {
    if (Array.isArray(value)) {
      return value.flatMap((item) => {
        const read = valueIn(item, lookUp);
        // An item that stands for a list is its items.
        return Array.isArray(read) && typeof item === "string" ? read : [read];
      });
    }
    if (isJsonObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, valueIn(child, lookUp)]));
    if (typeof value !== "string") return value;
    if (expressions.has(value)) return evaluated(value, lookUp) ?? "";
    const parts = (value.match(pattern) ?? []).map((token) => evaluated(token, lookUp));
    return parts.includes(undefined) ? "" : textIn(value, lookUp);
  };
  const textIn = (text: string, lookUp: LookUp): string =>
    text.replace(pattern, (token) =>
      [evaluated(token, lookUp) ?? ""].flat().map(String).join(", ").replace(NO_LINE, " "),
    );
  return { valueIn, textIn };
}

/** What ends a line, or may stand in none: a comment is one. */
const NO_LINE = /\s*[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]\s*/gu;

/** The variables that Hugo's own archetypes use most (`hugo new`), by our names. */
function inOurWords(expression: string): string {
  return expression
    .replace(/^\{\{-?\s*/, "{{ ")
    .replace(/\s*-?\}\}$/, " }}")
    .replace(/^\{\{ \.Date /, "{{ date ")
    .replace(/^\{\{ \.(?:Name|File\.ContentBaseName) /, "{{ file.stem ");
}

function mappingOf(value: JsonValue): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** Gives the front matter of a text other values, each edit as small as it can be. */
function withValues(text: string, values: JsonObject): string {
  let current = text;
  // Each edit settles a key, so this ends; more keys no article has.
  for (let round = 0; round < MOST_EDITS; round++) {
    const frontMatter = parseFrontMatter(current);
    const edit = frontMatter && firstEdit(current, frontMatter, values);
    if (edit === undefined) return current;
    current = applyEdits(current, [edit]);
  }
  return current;
}

const MOST_EDITS = 1000;

function firstEdit(text: string, { root, block }: FrontMatter, values: JsonObject): TextEdit | undefined {
  if (root !== undefined) return editIn(text, root, values);
  const [[key, value] = []] = Object.entries(values);
  const offset = lineAt(text, block.opener.end).next;
  return key === undefined || value === undefined
    ? undefined
    : insertPair(text, { kind: "empty", offset, indent: 0 }, key, value);
}

function editIn(text: string, mapping: Mapping, values: JsonObject): TextEdit | undefined {
  // What is added at the end of a template, in whose order no order is to be seen, stands there sorted.
  for (const [key, value] of Object.entries(values).toSorted(([a], [b]) => compareKeys(a, b))) {
    const pair = findPair(mapping, key);
    if (pair === undefined) return insertPair(text, mapping, key, value);
    const written = dataOf(pair.value) ?? null;
    // The order of keys is the template's.
    if (covers(written, value) && covers(value, written)) continue;
    const node = pair.value;
    const edit =
      node.kind === "mapping" && isJsonObject(value) ? editIn(text, node, value) : replaceValue(text, pair, value);
    if (edit !== undefined && text.slice(edit.start, edit.end) !== edit.newText) return edit;
  }
  return undefined;
}
