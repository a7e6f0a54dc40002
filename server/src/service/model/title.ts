import { type Facts, textOf } from "./derivedField.ts";
import { plainText, tidied } from "./text/prose.ts";

/** The title as it should be: markup and stray blanks in it are reported where they stand, not here again. */
export function titleOf(facts: Facts): string | undefined {
  const title = textOf(facts, ["title"]);
  return title === undefined ? undefined : plainText(title) || tidied(title);
}
