import { LINE } from "./markdown.ts";

/** A part of a body as HTML that nobody has made safe yet: an element, or a run of text and of elements within a line. */
export interface Block {
  /** The same for blocks that look the same, wherever they are. Of an element that is taken apart only itself. */
  readonly html: string;
  /** The line on which it begins, from 0; of a block in another from the line of that. */
  readonly line: number;
  /** What is in an element that is taken apart. */
  readonly inner?: readonly Block[];
}

/**
 * Takes a body apart, so that only what changed has to be made safe and shown anew. Browsers read the HTML here as a whole,
 * as they do in the page: an element that Markdown opens and HTML closes is one block. Nothing of it runs or is loaded:
 * the document that it is read into is in no window.
 */
export function blocksOf(html: string, parser: DOMParser): readonly Block[] {
  return blocksIn(parser.parseFromString(html, "text/html").body, 0);
}

function blocksIn(parent: Element, firstLine: number): readonly Block[] {
  const blocks: Block[] = [];
  let run: ChildNode[] = [];
  let line = firstLine;
  const add = (nodes: readonly ChildNode[], inner?: (line: number) => readonly Block[]): void => {
    line = lineOf(nodes) ?? line;
    const found = inner?.(line);
    const html = found === undefined ? htmlOf(nodes) : shellOf(nodes);
    if (html.trim() !== "") blocks.push({ html, line: line - firstLine, ...(found !== undefined && { inner: found }) });
  };
  const endRun = (): void => {
    if (run.length > 0) add(run);
    run = [];
  };
  for (const node of parent.childNodes) {
    if (!(node instanceof Element)) {
      if (node instanceof Text) run.push(node);
    } else if (BLOCK_LEVEL.has(node.localName)) {
      endRun();
      add([node], isLong(node) ? (own) => blocksIn(node, own) : undefined);
    } else run.push(node);
  }
  endRun();
  return blocks;
}

/** An element that holds many others: to make all of them anew takes longer than a key may take. */
function isLong(element: Element): boolean {
  return TAKEN_APART.has(element.localName) && element.childElementCount >= MANY;
}

const MANY = 20;

const TAKEN_APART: ReadonlySet<string> = new Set(["article", "center", "div", "main", "section"]);

const BLOCK_LEVEL: ReadonlySet<string> = new Set([
  ...TAKEN_APART,
  ..."address aside blockquote details dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr".split(" "),
  ..."nav ol p pre table ul".split(" "),
]);

/** The first line that is said of nodes or of what is in them. */
function lineOf(nodes: readonly ChildNode[]): number | undefined {
  for (const node of nodes) {
    if (!(node instanceof Element)) continue;
    const marked = node.hasAttribute(LINE) ? node : node.querySelector(`[${LINE}]`);
    const line = Number.parseInt(marked?.getAttribute(LINE) ?? "", 10);
    if (!Number.isNaN(line)) return line;
  }
  return undefined;
}

/** Nodes as HTML, with lines that count from their own first, so that a block that only moved is still the same. */
function htmlOf(nodes: readonly ChildNode[]): string {
  const first = lineOf(nodes) ?? 0;
  const holder = nodes[0]?.ownerDocument?.createElement("div");
  if (holder === undefined) return "";
  holder.append(...nodes.map((node) => node.cloneNode(true)));
  for (const element of holder.querySelectorAll(`[${LINE}]`)) {
    const line = Number.parseInt(element.getAttribute(LINE) ?? "", 10);
    if (Number.isNaN(line)) element.removeAttribute(LINE);
    else element.setAttribute(LINE, String(line - first));
  }
  return holder.innerHTML;
}

/** An element without what is in it. */
function shellOf([node]: readonly ChildNode[]): string {
  const shell = node?.cloneNode(false);
  if (!(shell instanceof Element)) return "";
  shell.removeAttribute(LINE);
  return shell.outerHTML;
}
