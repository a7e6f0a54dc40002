/** What ajv asks of a pattern; it tells patterns apart by their text. */
interface Pattern {
  test(text: string): boolean;
  toString(): string;
}

/** Texts beyond this are not held against a pattern: backtracking costs at least the square of their length. */
const LONGEST_TEXT = 4096;

/** A pattern that repeats repetitions grows with the product of their counts. */
const LARGEST_PATTERN = 5000;

/**
 * Makes a regular expression of a schema's `pattern`. Where the server runs in Node, V8 goes over to matching in linear
 * time once a match has backtracked often (`lsp/node.ts`, `cli/main.ts` say so). It cannot do that for lookaround, for
 * back references and for `u`: where a pattern may backtrack much and needs no `u`, it goes without.
 *
 * @throws {SyntaxError} where it is none, or too large
 */
export function boundedPattern(source: string, flags: string): Pattern {
  const strict = new RegExp(source, flags);
  if (sizeOf(source) > LARGEST_PATTERN) throw new SyntaxError(`The pattern ${source.slice(0, 80)} repeats too often`);
  const expression = mayBacktrack(source) && !NEEDS_UNICODE.test(source) ? new RegExp(source) : strict;
  return {
    test: (text) => text.length > LONGEST_TEXT || expression.test(text),
    toString: () => String(expression),
  };
}

/** What means something else, or nothing, without the flag `u`. */
const NEEDS_UNICODE = /\\[pPu]|[^\0-\x7F]/;

/** A pattern with a single repetition, and that not of a group, ends soon. */
function mayBacktrack(source: string): boolean {
  return /\)[*+?{]/.test(source) || (source.match(/[*+?{]/g) ?? []).length > 1;
}

/** About how many steps a pattern has, its counted repetitions written out. */
function sizeOf(source: string): number {
  const groups = [0];
  let last = 0;
  for (const [token] of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\{(\d+)(?:,\d*)?\}|[\s\S]/gu)) {
    const counts = /^\{(\d+)(?:,(\d*))?\}$/.exec(token);
    if (counts !== null) {
      const times = Number(counts[2] === undefined || counts[2] === "" ? counts[1] : counts[2]);
      groups.push((groups.pop() ?? 0) + last * Math.max(0, times - 1));
      last *= times;
    } else if (token === "(") {
      groups.push(0);
      last = 0;
    } else if (token === ")" && groups.length > 1) {
      last = (groups.pop() ?? 0) + 1;
      groups.push((groups.pop() ?? 0) + last);
    } else {
      last = 1;
      groups.push((groups.pop() ?? 0) + 1);
    }
  }
  return groups.reduce((a, b) => a + b);
}
