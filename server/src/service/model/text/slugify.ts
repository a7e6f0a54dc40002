import { oncePerText } from "../../document/oncePerText.ts";

/**
 * A title as one segment of a URL: lower-case letters and digits of any script with single hyphens between them, no
 * hyphen at either end, never a percent escape. Empty where the text has no letter or digit. A slug is its own slug.
 *
 * It is what Hugo's `urlize` makes of the text, made safe for one path segment in one step: of the characters that
 * `urlize` keeps, those that join words (`. / \ _ # + ~ @ %`) become hyphens, since they separate what stands around
 * them. What `urlize` drops (quotes, `&`, `:`, `?`, dashes of typographers, emoji) is dropped here too. So `AI/ML` is
 * `ai-ml`, `Node.js 2.0` is `node-js-2-0`, `What's new?` is `whats-new`, and `A & B` is `a-b`. Accents stay, in composed
 * form (Unicode NFC); a mark stays only with its letter.
 */
export const slugify = oncePerText((text: string): string => {
  if (/^[ -~]*$/.test(text)) return asciiWords(text).join("-");
  const composed = text.replace(/\p{Variation_Selector}/gu, "").normalize("NFC");
  const words = toSimpleLowerCase(sanitizePath(composed)).match(/[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}]*/gu) ?? [];
  return words.join("-").normalize("NFC");
});

/** The same for text of English letters, which most is, in a fraction of the time. */
function asciiWords(text: string): readonly string[] {
  const kept = text.toLowerCase().replace(/%(?![0-9a-f]{2})|[^a-z0-9 ./\\_#+~@%-]/g, "");
  return kept.match(/[a-z0-9]+/g) ?? [];
}

/**
 * The template function `urlize` of Hugo 0.147 (`MakePathSanitized`, then `URLEscape`): a path in lower case in which
 * spaces are hyphens. It keeps `. / \ _ # + ~ @ %` as Hugo does, and escapes what is not ASCII. Text that starts with two
 * slashes, which Hugo reads as a host, is taken for a path.
 */
export function urlize(text: string): string {
  const [path = "", ...fragments] = toSimpleLowerCase(sanitizePath(text)).split("#");
  const fragment = fragments.join("#");
  return fragment === "" ? escapePart(path) : `${escapePart(path)}#${escapePart(fragment)}`;
}

const PATH_CHARACTER = /^[\p{L}\p{Nd}\p{M}./\\_#+~@-]$/u;

/** Hugo's `paths.Sanitize`: drops what no path should have; spaces between kept characters become one hyphen. */
function sanitizePath(text: string): string {
  // A slug needs no change, and is what is asked about most.
  if (/^[\w./\\#+~@-]*$/.test(text)) return text;
  let kept = "";
  let isSpacePending = false;
  for (const { 0: character, index } of text.matchAll(/./gsu)) {
    if (PATH_CHARACTER.test(character) || /^%[0-9a-f]{2}/i.test(text.slice(index, index + 3))) {
      kept += isSpacePending && character !== "-" ? `-${character}` : character;
      isSpacePending = false;
    } else if (kept !== "" && !kept.endsWith("-") && /\p{White_Space}/u.test(character)) {
      isSpacePending = true;
    }
  }
  return kept;
}

/** Lower case letter by letter, as Go does: no final sigma, and `İ` is `i`. */
function toSimpleLowerCase(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII as it is.
  if (/^[\x00-\x7F]*$/.test(text)) return text.toLowerCase();
  return Array.from(text, (character) => [...character.toLowerCase()][0]).join("");
}

/**
 * Go's `URL.String` for a path or a fragment. One that holds only characters of URLs stays as it is; any other is decoded,
 * then escaped (UTF-8, upper-case digits).
 */
function escapePart(text: string): string {
  if (/^[\w./+~@%-]*$/.test(text)) return text;
  return text.replace(/%([0-9a-fA-F]{2})|[^\w./+~@-]/gu, (piece, byte: string | undefined) => {
    if (byte === undefined) return encodeURIComponent(piece);
    const character = String.fromCharCode(Number.parseInt(byte, 16));
    return /[\w./+~@$&,:;=-]/.test(character) ? character : piece.toUpperCase();
  });
}
