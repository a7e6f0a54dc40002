import { LINE } from "./markdown.ts";

/** A top-level element of a body, or a text between such, as HTML that nobody has made safe yet. */
export interface Block {
  /** The same for blocks that look the same, wherever they are. */
  readonly html: string;
  /** The line of the body on which it begins, from 0. */
  readonly line: number;
}

/**
 * Takes a body apart, so that only what changed has to be made safe and shown anew. Browsers read the HTML here as a whole,
 * as they do in the page: an element that Markdown opens and HTML closes is one block. Nothing of it runs or is loaded:
 * the document that it is read into is in no window.
 */
export function blocksOf(html: string, parser: DOMParser): readonly Block[] {
  const { body } = parser.parseFromString(html, "text/html");
  const blocks: Block[] = [];
  let line = 0;
  for (const node of body.childNodes) {
    if (node instanceof Element) {
      line = countFrom(node) ?? line;
      blocks.push({ html: node.outerHTML, line });
    } else if (node instanceof Text && node.data.trim() !== "") {
      const holder = body.ownerDocument.createElement("span");
      holder.textContent = node.data;
      blocks.push({ html: holder.outerHTML, line });
    }
  }
  return blocks;
}

/** Has the lines in a block count from its own first, so that a block that only moved is still the same. */
function countFrom(block: Element): number | undefined {
  let first: number | undefined;
  const inside = block.querySelectorAll(`[${LINE}]`);
  for (const element of block.hasAttribute(LINE) ? [block, ...inside] : inside) {
    const line = Number.parseInt(element.getAttribute(LINE) ?? "", 10);
    if (Number.isNaN(line)) element.removeAttribute(LINE);
    else {
      first ??= line;
      element.setAttribute(LINE, String(line - first));
    }
  }
  return first;
}
