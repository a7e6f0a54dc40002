import { compareKeys } from "./houseStyle.ts";
import type { Mapping, Pair } from "./node.ts";

/**
 * The pair before which a new key goes, where the keys are sorted. One that is not, such as a misspelt one, does not count
 * among five to eight, nor does one of each eight among more.
 */
export function followerOf({ pairs }: Mapping, key: string): Pair | undefined {
  const keys = pairs.map((pair) => pair.key.text);
  const breaks = keys.filter((name, index) => index > 0 && compareKeys(keys[index - 1] ?? "", name) > 0).length;
  if (breaks > (keys.length < 5 ? 0 : Math.max(1, keys.length / 8))) return undefined;
  // How well the order would be kept in front of each pair, and at the end.
  let kept = keys.filter((name) => compareKeys(name, key) > 0).length;
  let best = { kept, index: 0 };
  for (const [index, name] of keys.entries()) {
    kept += compareKeys(name, key) > 0 ? -1 : 1;
    if (kept > best.kept) best = { kept, index: index + 1 };
  }
  return pairs[best.index];
}
