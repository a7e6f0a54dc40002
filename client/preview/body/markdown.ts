import MarkdownIt, { type Token } from "markdown-it";
import definitionLists from "markdown-it-deflist";
import footnotes from "markdown-it-footnote";
import type { Markup } from "../../../server/src/protocol/preview.ts";
import { dashes } from "./dashes.ts";
import { shortcodes } from "./shortcodes.ts";
import { taskLists } from "./taskLists.ts";

/** A body as HTML that nobody has made safe yet. */
export interface Rendered {
  readonly html: string;
  /** How many pieces of HTML Hugo leaves out. */
  readonly omitted: number;
}

/** Where an element begins: the line of the body, from 0. Also in the page that comes of it, there from that of its block on. */
export const LINE = "data-line";

/**
 * Makes a function that reads a body as the site's goldmark does. As in goldmark, HTML is left out unless
 * `markup.goldmark.renderer.unsafe` is set.
 *
 * @param omittedHere what stands in the place of HTML that is left out
 */
export function createRenderer({ rawHtml, options }: Markup, omittedHere: string): (text: string) => Rendered {
  let omitted = 0;
  const markdown = new MarkdownIt({
    html: true,
    breaks: options.hardWraps,
    linkify: options.linkify,
    typographer: options.typographer,
  });
  // These turn `(c)` into a sign, which goldmark does not.
  markdown.disable("replacements");
  markdown.linkify.set({ fuzzyLink: false });
  if (!options.strikethrough) markdown.disable("strikethrough");
  if (!options.table) markdown.disable("table");
  if (options.definitionList) markdown.use(definitionLists);
  if (options.footnote) markdown.use(footnotes);
  if (options.taskList) markdown.use(taskLists);
  if (options.typographer) markdown.use(dashes);
  markdown.use(shortcodes);
  markdown.core.ruler.push("lines", ({ tokens }) => {
    for (const token of tokens) if (token.map !== null && token.nesting >= 0) token.attrSet(LINE, token.map[0]);
  });
  const leaveOut = (html: string, place: string): string => {
    if (html.trimStart().startsWith("<!--")) return "";
    omitted++;
    return place;
  };
  const contentOf = (tokens: readonly Token[], index: number): string => tokens[index]?.content ?? "";
  markdown.renderer.rules.html_inline = (tokens, index) => {
    const html = contentOf(tokens, index);
    return rawHtml === "omitted" ? leaveOut(html, "") : html;
  };
  markdown.renderer.rules.html_block = (tokens, index) => {
    const html = contentOf(tokens, index);
    const line = tokens[index]?.map?.[0] ?? 0;
    if (rawHtml !== "omitted") return withLines(html, line);
    const words = markdown.utils.escapeHtml(omittedHere);
    return leaveOut(html, `<p class="omitted" ${LINE}="${line}">${words}</p>\n`);
  };
  return (text) => {
    omitted = 0;
    // Before the rendering there is no count to give.
    const html = markdown.render(text);
    return { html, omitted };
  };
}

/**
 * Says of each tag that begins a line which line that is. The attribute has no quotes, so that one that lands in the value
 * of another attribute changes nothing else.
 */
function withLines(html: string, firstLine: number): string {
  let line = firstLine;
  let counted = 0;
  return html.replace(/^[ \t]*<[a-z][a-z0-9]*(?=[\s>])/gim, (tag, at: number) => {
    for (; counted < at; counted++) if (html.charCodeAt(counted) === 10) line++;
    return `${tag} ${LINE}=${line}`;
  });
}
