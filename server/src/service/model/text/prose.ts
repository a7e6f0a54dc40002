import { oncePerText } from "../../document/oncePerText.ts";

/** Markup found in what should be plain text. */
export interface Markup {
  readonly kind: "tag" | "entity" | "markdown";
  readonly written: string;
}

/** The first tag or entity of HTML in a text; of tags only those that format text, for `<` may be meant as such. */
export function htmlIn(text: string): Markup | undefined {
  const found = HTML.exec(text);
  return found === null ? undefined : { kind: found[0].startsWith("&") ? "entity" : "tag", written: found[0] };
}

/** The first emphasis, link or heading of Markdown in a text, where it can be nothing else. */
export function markdownIn(text: string): Markup | undefined {
  const found = MARKDOWN.exec(text);
  return found === null ? undefined : { kind: "markdown", written: found[0] };
}

/**
 * A text without the HTML in it: tags gone, entities as the characters they stand for.
 *
 * @returns `undefined` where an entity is unknown or what is left looks like HTML again
 */
export function withoutHtml(text: string): string | undefined {
  // Where a tag broke the line, one blank stands instead.
  const untagged = text
    .split(BREAKS)
    .map((line) => line.trim())
    .join(" ")
    .replace(TAGS, "");
  let isKnown = true;
  const plain = untagged.replace(ENTITIES, (entity, name: string) => {
    const character = characterOf(name);
    isKnown &&= character !== undefined;
    return character ?? entity;
  });
  return isKnown && htmlIn(plain) === undefined ? tidied(plain) : undefined;
}

/** A text on one line, without blanks at its ends. */
export function tidied(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}

/** A text as one line without HTML, as a title should be; `undefined` where nobody can tell what was meant. */
export function plainText(text: string): string | undefined {
  return htmlIn(text) === undefined ? tidied(text) : withoutHtml(text);
}

/** How many sentences a short text has, rather too few than too many: an abbreviation or an initial ends none. */
export const sentencesIn = oncePerText((text: string): number => {
  const ends = text.matchAll(/(\S*)(?<![.…])[.!?]["'”’)\]]*\s+(?=["'“‘([]*\p{Lu})/gu);
  const sentences = [...ends].filter(([, word = ""]) => !/^\p{L}$|\./u.test(word) && !ABBREVIATION.test(word));
  return sentences.length + 1;
});

/** Whether a text only keeps the place of one that nobody has written. */
export function isPlaceholder(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || PLACEHOLDER.test(text);
}

const PLACEHOLDER =
  /^[^\p{L}]*(?:lorem ipsum(?!\p{L}).*|to ?do|tbd|tba|fixme|placeholder|description|insert description here|x{3,})[^\p{L}\p{N}]*$/isu;

const TAG =
  "</?(?:a|b|big|br|code|div|em|font|h[1-6]|i|img|li|ol|p|small|span|strike|strong|sub|sup|u|ul)(?:\\s[^<>]*)?/?>";
const ENTITY = "&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});";
const BREAKS = /<(?:br|p|\/p)(?:\s[^<>]*)?\/?>/i;
const HTML = new RegExp(`${TAG}|${ENTITY}`, "i");
const TAGS = new RegExp(TAG, "gi");
const ENTITIES = new RegExp(ENTITY, "g");

const MARKDOWN = /\*\*[^\s*](?:[^*\n]{0,200}[^\s*])?\*\*|!?\[[^\][\n]{1,200}\]\(\S{1,500}\)|^#{1,6} \p{L}[^\n]{0,40}/u;

const ABBREVIATION =
  /^\W*(?:dr|mr|mrs|ms|prof|st|no|vs|etc|inc|ltd|co|corp|dept|approx|fig|jr|sr|rev|gen|sen|gov|al)$/i;

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    apos: "'",
    bull: "•",
    copy: "©",
    gt: ">",
    hellip: "…",
    ldquo: "“",
    lsquo: "‘",
    lt: "<",
    mdash: "—",
    nbsp: " ",
    ndash: "–",
    quot: '"',
    rdquo: "”",
    reg: "®",
    rsquo: "’",
    trade: "™",
  }),
);

/** The character that an entity stands for (HTML Living Standard, 13.5), for those that titles have. */
function characterOf(name: string): string | undefined {
  if (!name.startsWith("#")) return NAMED.get(name);
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  // Below are characters that no text has, and above there are none.
  if (code < 32 || code > 0x10_ffff || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000))
    return undefined;
  return code === 0xa0 ? " " : String.fromCodePoint(code);
}
