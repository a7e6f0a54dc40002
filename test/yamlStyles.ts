import fc from "fast-check";
import { Alias, Document, isMap, type Node, Pair, Scalar, visit } from "yaml";
import { parseFrontMatter } from "../server/src/service/document/frontMatter.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../server/src/service/document/jsonValue.ts";
import { parseYamlFile } from "../server/src/service/document/yamlFile.ts";

// The same data as different authors write them. Which of the ways is taken says a list of numbers: 0 is the plain one,
// so that fast-check shrinks towards an article in the house style.

/** Choices that say how data are written. */
export const style = fc.record({
  choices: fc.array(fc.nat(60), { maxLength: 160 }),
  order: fc.oneof({ arbitrary: fc.constant(0), weight: 2 }, fc.nat()),
  lineWidth: fc.constantFrom(0, 80, 40),
  indentSeq: fc.boolean(),
  indent: fc.constantFrom(2, 4),
  lineBreak: fc.constantFrom("\n", "\r\n"),
  bom: fc.constantFrom("", "\uFEFF"),
  merge: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.nat(60)),
});

type Style = typeof style extends fc.Arbitrary<infer T> ? T : never;

const BODY = "\n<p>A heart clinic hands out small patches.</p>\n";

/** An article with these data, written in a style; `undefined` where it would not be the same data. */
export function writtenIn(data: JsonObject, chosen: Style): string | undefined {
  const { lineBreak, bom } = chosen;
  const { block, values } = yamlIn(data, chosen);
  const text = `${bom}---\n${block}---\n${BODY}`.replaceAll("\n", lineBreak);
  const frontMatter = parseFrontMatter(text);
  const isSame = frontMatter?.problems.length === 0 && canonical(frontMatter.values) === canonical(values);
  return isSame ? text : undefined;
}

/** One of the site's own files with these data; `undefined` where it would not be the same data. */
export function siteFileIn(data: JsonObject | readonly JsonValue[], chosen: Style): string | undefined {
  const { lineBreak, bom } = chosen;
  const { block } = yamlIn(data, { ...chosen, merge: 0 });
  const text = `${bom}${block}`.replaceAll("\n", lineBreak);
  const { problems, values } = parseYamlFile(text);
  return problems.length === 0 && canonical(values) === canonical(data) ? text : undefined;
}

/** Data in YAML, and the same with what a merge adds to them. */
function yamlIn(
  data: JsonObject | readonly JsonValue[],
  { choices, order, lineWidth, indentSeq, indent, merge }: Style,
): { readonly block: string; readonly values: JsonValue } {
  let next = 0;
  const choose = () => choices[next++] ?? 0;
  const merged = isJsonObject(data) && merge > 0 ? mergedFrom(data, merge) : undefined;
  const written = isJsonObject(data) ? (merged?.written ?? shuffled(data, order)) : data;
  const document = new Document(written, { version: "1.1", aliasDuplicateObjects: false });
  const shared = merged && document.get("params", true);
  const into = merged && document.get(merged.into, true);
  if (isMap(shared) && isMap(into)) {
    shared.anchor = "shared";
    into.items.unshift(new Pair(new Scalar(Symbol.for("<<")), new Alias("shared")));
  }
  const anchors = new Map<string, Node>();
  visit(document, {
    Scalar(key, node) {
      if (key === "key") {
        const choice = choose();
        if (choice === 11) node.type = Scalar.QUOTE_SINGLE;
        if (choice === 12) node.type = Scalar.QUOTE_DOUBLE;
        decorate(node, choose());
        return undefined;
      }
      const known = anchors.get(JSON.stringify(node.value));
      const choice = choose();
      if (known !== undefined && choice === 20) return new Alias(String(known.anchor));
      if (choice === 21 && known === undefined) {
        node.anchor = `a${anchors.size}`;
        anchors.set(JSON.stringify(node.value), node);
      }
      const type = SCALAR_TYPES[choice];
      if (typeof node.value === "string" && type !== undefined) node.type = type;
      if (choice > 40 && choice < 43) node.comment = COMMENTS[choice % COMMENTS.length] ?? "";
      if (key !== "value") decorate(node, choose());
      return undefined;
    },
    Collection(_, node) {
      const choice = choose();
      if (choice >= 10 && choice < 16) node.flow = true;
    },
  });
  const block = document.toString({ lineWidth, indentSeq, indent });
  return { block, values: merged?.values ?? data };
}

interface Merged {
  /** The data without what is merged, and with a mapping `params` that holds it. */
  readonly written: JsonObject;
  /** The mapping that it is merged into. */
  readonly into: string;
  readonly values: JsonObject;
}

/** Takes a key out of one of the mappings, to be merged into it; `undefined` where there is none. */
function mergedFrom(data: JsonObject, merge: number): Merged | undefined {
  const mappings = Object.entries(data).filter(([, value]) => isJsonObject(value) && Object.keys(value).length > 1);
  const [into, mapping] = mappings[merge % Math.max(1, mappings.length)] ?? [];
  if (into === undefined || !isJsonObject(mapping) || "params" in data) return undefined;
  const entries = Object.entries(mapping);
  const [key, value] = entries[merge % entries.length] ?? ["", null];
  const rest = Object.fromEntries(entries.filter(([name]) => name !== key));
  const params = { [key]: value };
  return { written: { params, ...data, [into]: rest }, into, values: { ...data, params } };
}

function decorate(node: Node, choice: number): void {
  if (choice === 30) node.spaceBefore = true;
  if (choice > 30 && choice < 36) node.commentBefore = COMMENTS[choice % COMMENTS.length] ?? "";
}

const COMMENTS = [" see below: here", " it's 'so", " 日本 🎉", " - [x]", " key: value"];

const SCALAR_TYPES: { readonly [choice: number]: Scalar.Type } = {
  10: Scalar.QUOTE_SINGLE,
  11: Scalar.QUOTE_DOUBLE,
  12: Scalar.BLOCK_FOLDED,
  13: Scalar.BLOCK_LITERAL,
  14: Scalar.QUOTE_DOUBLE,
  15: Scalar.PLAIN,
};

/** The data of an article. */
export function dataIn(text: string): JsonObject {
  return parseFrontMatter(text)?.values ?? {};
}

/** Data as text, keys in one order; `undefined` of nothing. */
export function canonical(value: JsonValue | undefined): string | undefined {
  return JSON.stringify(value, (_, part: JsonValue) =>
    isJsonObject(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

function shuffled(data: JsonObject, order: number): JsonObject {
  if (order === 0) return data;
  const entries = Object.entries(data);
  let seed = order;
  for (let at = entries.length - 1; at > 0; at--) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const other = seed % (at + 1);
    const [a, b] = [entries[at], entries[other]];
    if (a && b) [entries[at], entries[other]] = [b, a];
  }
  return Object.fromEntries(entries);
}
