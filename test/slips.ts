import fc from "fast-check";
import { isJsonObject, type JsonObject, type JsonValue } from "../server/src/service/document/jsonValue.ts";
import type { Path } from "../server/src/service/document/node.ts";

// Data as authors get them wrong, at random: a value of another kind, a key that is gone, renamed or new, a list in
// another order. Which of it is a fault is for the rules to say.

const VALUES: readonly JsonValue[] = [
  ...["", "x", "é 日本 🎉", "it's", '"quoted"', "a: b", "- a", "#", "null", "yes", "TRUE", "0777", "1e3", "two\nlines"],
  ...["2021-03-04", "2021/03/04 9:00", "March 4th, 2021", "2030-01-01T00:00:00Z", "2021-02-30T10:00:00Z"],
  ...["https://www.heart-news.example/2021/steady-beat", "https://other.example/a?utm_source=x", "htps:/x", "http://"],
  ...["Telemedicine", "Medigy: Telecare", "Medigy: Telehaelth", "A <b>Steady</b> Beat", "A&nbsp;Steady  Beat"],
  ...["png", "beat.jpg", "static/damaged.png", "/news/A Steady", " spaced ", "word ".repeat(40), "x".repeat(200)],
  ...[null, true, false, 0, 77, -1, 1.5],
  ...[[], ["x"], ["", "a"], [null], [["a"]], [{ a: "b" }], ["Medigy: Telehealth", "Medigy: Telehealth"]],
  ...[{}, { a: 1 }, { Medigy: "Telehealth" }],
];

const KEYS = [
  ..."Title titel x a-b 日本 draft published url slug weight layout params cascade topics keywords images".split(" "),
  ..."expiryDate publishDate pubdate lastmod modified linkTitle summary aliases build _build menu outputs".split(" "),
];

interface Slip {
  readonly kind: "remove" | "replace" | "cut" | "add" | "rename" | "reverse";
  /** Which place of the data, counted round and round. */
  readonly at: number;
  readonly value: JsonValue;
  readonly key: string;
}

const slip: fc.Arbitrary<Slip> = fc.record({
  kind: fc.constantFrom("remove", "replace", "cut", "add", "rename", "reverse"),
  at: fc.nat(),
  value: fc.constantFrom(...VALUES),
  key: fc.constantFrom(...KEYS),
});

/** The data of an article after one to three slips. */
export function slippedFrom(data: JsonObject): fc.Arbitrary<JsonObject> {
  return fc.array(slip, { minLength: 1, maxLength: 3 }).map((slips) =>
    slips.reduce((values: JsonObject, one) => {
      const places = placesIn(values);
      const changed = slipAt(values, places[one.at % places.length] ?? [], one);
      return isJsonObject(changed) ? changed : values;
    }, data),
  );
}

function placesIn(value: JsonValue, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [];
  const children: readonly (readonly [string | number, JsonValue])[] = isJsonObject(value)
    ? Object.entries(value)
    : [...value.entries()];
  return children.flatMap(([step, child]) => [[...path, step], ...placesIn(child, [...path, step])]);
}

function slipAt(value: JsonValue, [step, ...rest]: Path, one: Slip): JsonValue {
  const go = (child: JsonValue) => slipAt(child, rest, one);
  if (isJsonObject(value)) {
    const entries = Object.entries(value);
    if (rest.length > 0) return fromEntries(entries.map(([key, child]) => [key, key === step ? go(child) : child]));
    return fromEntries(entries.flatMap(([key, child]) => (key === step ? inMapping(key, child, one) : [[key, child]])));
  }
  if (typeof value !== "object" || value === null || typeof step !== "number") return value;
  return rest.length > 0 ? value.with(step, go(value[step] ?? null)) : inList(value, step, one);
}

/** An added or renamed key takes the place of one that is there already, as it does in data. */
function fromEntries(entries: readonly (readonly [string, JsonValue])[]): JsonObject {
  return Object.fromEntries(entries);
}

function inMapping(key: string, value: JsonValue, one: Slip): readonly (readonly [string, JsonValue])[] {
  switch (one.kind) {
    case "remove":
      return [];
    case "add":
      return [
        [key, value],
        [one.key, one.value],
      ];
    case "rename":
      return [[one.key, value]];
    default:
      return [[key, changedValue(value, one)]];
  }
}

function inList(list: readonly JsonValue[], index: number, one: Slip): JsonValue {
  switch (one.kind) {
    case "remove":
      return list.toSpliced(index, 1);
    case "add":
    case "rename":
      return [...list, list[one.at % list.length] ?? null];
    case "reverse":
      return list.toReversed();
    default:
      return list.with(index, changedValue(list[index] ?? null, one));
  }
}

function changedValue(value: JsonValue, { kind, at, value: other }: Slip): JsonValue {
  if (kind === "replace") return other;
  if (typeof value !== "string") return Array.isArray(value) ? value.toReversed() : other;
  const cut = at % Math.max(1, value.length);
  return value.slice(0, cut) + value.slice(cut + 1);
}
