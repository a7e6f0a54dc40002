/**
 * How letters that somebody typed fit a text, 0 being the best: the text starts with them, a word does, they stand in it,
 * or they do one by one in this order. `undefined` where they do not. Case does not matter, nor, in the last case, blanks.
 *
 * @param typed in lower case
 */
export function fitOf(typed: string, text: string): 0 | 1 | 2 | 3 | undefined {
  const lower = text.toLowerCase();
  const at = lower.indexOf(typed);
  if (at === 0) return 0;
  if (at === -1) return holdsInOrder(typed, lower) ? 3 : undefined;
  for (let next = at; next !== -1; next = lower.indexOf(typed, next + 1))
    if (!LETTER.test(lower.charAt(next - 1))) return 1;
  return 2;
}

const LETTER = /[\p{L}\p{N}]/u;

function holdsInOrder(typed: string, text: string): boolean {
  let at = 0;
  for (const letter of typed) {
    if (letter === " ") continue;
    const found = text.indexOf(letter, at);
    if (found === -1) return false;
    at = found + letter.length;
  }
  return true;
}
