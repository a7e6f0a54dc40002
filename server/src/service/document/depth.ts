/** Deeper than any author nests, and shallow enough for every reader that calls itself for each level. */
const DEEPEST = 500;

/** Dashes, question marks and colons with space around them open one level each. */
const DEEP_LINE = new RegExp(`^[ \\t?:-]{${DEEPEST},}\\S`, "m");

/**
 * Where a text nests too deeply to be read; `undefined` where it does not. The YAML reader calls itself for each level,
 * and a call stack that runs out within a regular expression ends the whole process, so this must be known before.
 * Brackets in quotes and comments count as well: no text has hundreds of them open.
 */
export function tooDeepAt(source: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === "[" || character === "{") depth++;
    else if ((character === "]" || character === "}") && depth > 0) depth--;
    if (depth > DEEPEST) return at;
  }
  const line = source.search(DEEP_LINE);
  return line === -1 ? undefined : line;
}
