import { Parser } from "htmlparser2";

/** What the markup of a page says beside its text. */
export interface PageMarkup {
  readonly title: string;
  /** The contents of `meta` elements by their name or property, in lower case. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** The texts of its scripts of type `application/ld+json`. */
  readonly linkedData: readonly string[];
  /** What relative addresses start from, as `base` has it. */
  readonly base: string | undefined;
}

/** No page nests so deep, and one that does would take the parser long: it looks for the opener of each tag that closes. */
const MOST_NESTED = 1000;

/** Between two pieces somebody looks how deep it is by now; in UTF-16 code units. */
const PIECE = 16_384;

/** More of one kind nobody needs. */
const MOST_LINKED = 100;

/** Reads as much as can be read, whatever the text is. */
export function readMarkup(html: string): PageMarkup {
  const meta = new Map<string, string[]>();
  const linkedData: string[] = [];
  let title: string | undefined;
  let base: string | undefined;
  let depth = 0;
  let pictures = 0;
  let collected: { readonly kind: "title" | "linkedData"; text: string } | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++;
      if (name === "svg") pictures++;
      if (name === "meta") note(meta, attributes);
      if (name === "base") base ??= attributes.href;
      // A drawing has a title of its own.
      if (name === "title" && pictures === 0 && title === undefined) collected = { kind: "title", text: "" };
      if (name === "script" && /^application\/ld\+json\b/i.test(attributes.type?.trim() ?? ""))
        collected = { kind: "linkedData", text: "" };
    },
    ontext(text) {
      if (collected !== undefined) collected.text += text;
    },
    onclosetag(name) {
      depth--;
      if (name === "svg") pictures--;
      if (name !== "title" && name !== "script") return;
      if (collected?.kind === "title") title = collected.text;
      if (collected?.kind === "linkedData" && linkedData.length < MOST_LINKED) linkedData.push(collected.text);
      collected = undefined;
    },
  });
  for (let start = 0; start < html.length && depth <= MOST_NESTED; start += PIECE)
    parser.write(html.slice(start, start + PIECE));
  parser.end();
  return { title: title ?? "", meta, linkedData, base };
}

function note(meta: Map<string, string[]>, attributes: { readonly [name: string]: string }): void {
  const { content } = attributes;
  if (content === undefined) return;
  for (const name of new Set([attributes.property, attributes.name])) {
    const key = name?.trim().toLowerCase();
    if (key === undefined || key === "") continue;
    const known = meta.get(key);
    if (known === undefined) meta.set(key, [content]);
    else if (known.length < MOST_LINKED) known.push(content);
  }
}
