import fc from "fast-check";
import { compareKeys, writeEntry } from "../server/src/service/document/houseStyle.ts";
import type { JsonObject, JsonValue } from "../server/src/service/document/jsonValue.ts";
import type { Node, Path, Scalar } from "../server/src/service/document/node.ts";

// Data as front matter holds them, at random. Left out is what YAML 1.1, YAML 1.2 and go-yaml read differently.

const PIECES = [
  ...'word Ärzte 🎉 日本 it\'s say "hi" # : - --- ? \' " [ ] { } , & * ! | > % @ ` ~ = a:b #tag x, (HIT)'.split(" "),
  ..."null yes no true 12 1.5 12:30 2024-02-29".split(" "),
  ...[" ", " ", "  ", "\n", "\n\n", " #", ": ", "- ", "\\", "much longer words that fill a line"],
];

const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join("")),
  fc.array(fc.constantFrom("a", "some", "clinics", "it's", "(HIT)"), { maxLength: 30 }).map((words) => words.join(" ")),
);

/** A text, a number, a boolean or nothing. */
export const scalar = fc.oneof({ arbitrary: text, weight: 3 }, fc.constantFrom(null, true, false, 0, -3, 12, 1.5, 640));

const key = fc.constantFrom(
  ..."a b c d zoo mastHead a-b a.b é 日本 12 true x:y".split(" "),
  ...["a b", "it's", "- a", "a: b", "#", "[a]", "yes"],
);

const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

/** Any value, nested ones too. */
export { value };

/** A mapping of at least one key. */
export const mapping: fc.Arbitrary<JsonObject> = fc.dictionary(key, value, {
  minKeys: 1,
  maxKeys: 5,
  noNullPrototype: true,
});

/** The lines of a mapping in the house style. */
export function writeMapping(data: JsonObject): string {
  return Object.entries(data)
    .sort(([left], [right]) => compareKeys(left, right))
    .map(([key, entry]) => writeEntry(key, entry, 0, "\n"))
    .join("");
}

/** Data as JSON has it: no prototypes, no order of keys, no signs of zero. */
export function plain(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}

/** Every scalar that is a value, with its path. */
export function scalarsOf(node: Node | undefined, path: Path = []): readonly (readonly [Path, Scalar])[] {
  switch (node?.kind) {
    case "scalar":
      return [[path, node]];
    case "sequence":
      return node.items.flatMap((item, index) => scalarsOf(item, [...path, index]));
    case "mapping":
      return node.pairs.flatMap((pair) => scalarsOf(pair.value, [...path, pair.key.text]));
    default:
      return [];
  }
}
