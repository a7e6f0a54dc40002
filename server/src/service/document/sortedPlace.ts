import { compareKeys } from "./houseStyle.ts";
import type { Mapping, Pair } from "./node.ts";

/**
 * The pair before which a new key goes, where the keys are sorted. One that is not, such as a misspelt one, does not count
 * among eight.
 */
export function followerOf({ pairs }: Mapping, key: string): Pair | undefined {
  const keys = pairs.map((pair) => pair.key.text);
  const breaks = keys.filter((name, index) => index > 0 && compareKeys(keys[index - 1] ?? "", name) > 0).length;
  if (breaks * 8 > keys.length) return undefined;
  // How well the order would be kept in front of each pair, and at the end.
  let kept = keys.filter((name) => compareKeys(name, key) > 0).length;
  let best = { kept, index: 0 };
  for (const [index, name] of keys.entries()) {
    kept += compareKeys(name, key) > 0 ? -1 : 1;
    if (kept > best.kept) best = { kept, index: index + 1 };
  }
  return pairs[best.index];
}
