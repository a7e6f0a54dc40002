import { dataOf } from "../document/data.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import type { Node, Sequence } from "../document/node.ts";

/** The items of a list that differ from those it should have; `undefined` where it should have more or fewer, or collections. */
export function wrongItems(list: Node, values: JsonValue): readonly WrongItem[] | undefined {
  if (list.kind !== "sequence" || !Array.isArray(values) || list.items.length !== values.length) return undefined;
  const wanted = values.filter((value) => typeof value !== "object");
  if (wanted.length < values.length) return undefined;
  return list.items.flatMap((item, index) => {
    const value = wanted[index] ?? null;
    return dataOf(item) === value ? [] : [{ item, value, style: list.style }];
  });
}

interface WrongItem {
  readonly item: Node;
  readonly value: string | number | boolean | null;
  readonly style: Sequence["style"];
}
