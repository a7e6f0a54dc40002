import { dataOf } from "../document/data.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import type { Node, Sequence } from "../document/node.ts";

/** The items of a list that differ from those it should have; `undefined` where it should have more, or fewer. */
export function wrongItems(list: Node, values: JsonValue): readonly WrongItem[] | undefined {
  if (list.kind !== "sequence" || !Array.isArray(values) || list.items.length !== values.length) return undefined;
  return list.items.flatMap((item, index) => {
    const value: JsonValue = values[index];
    const isRight = typeof value === "object" || dataOf(item) === value;
    return isRight ? [] : [{ item, value, style: list.style }];
  });
}

interface WrongItem {
  readonly item: Node;
  readonly value: string | number | boolean | null;
  readonly style: Sequence["style"];
}
