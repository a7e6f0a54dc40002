import type { Span } from "../span.ts";
import { tagsOf } from "./htmlTags.ts";
import { readMarkdown } from "./markdown.ts";

/** An address in a body: of an image or a link. */
export interface Reference extends Span {
  readonly href: string;
}

/**
 * The addresses of the images and links of a body that stand there letter by letter, without escapes and references; what is
 * code is none.
 *
 * @param text a body; offsets count from its start
 */
export function referencesIn(text: string): readonly Reference[] {
  const markdown = readMarkdown(text);
  if (markdown === undefined) return [];
  const attributes = tagsOf(markdown.html).flatMap((tag) => tag.attributes.filter(({ name }) => ADDRESSES.has(name)));
  const inHtml = attributes.flatMap(({ value, start, end }): readonly Reference[] => {
    const at = start + text.slice(start, end).lastIndexOf(value);
    return value !== "" && at >= start ? [{ href: value, start: at, end: at + value.length }] : [];
  });
  return [...inHtml, ...markdown.urls.map(({ start, end }) => ({ href: text.slice(start, end), start, end }))];
}

const ADDRESSES: ReadonlySet<string> = new Set(["href", "poster", "src"]);
