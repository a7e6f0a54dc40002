import type { Block } from "./blocks.ts";
import { LINE } from "./markdown.ts";

/** Blocks that are shown in an element, one after the other. */
export interface BlockList {
  /** Shows blocks: those that look like one that is there already are that one. */
  show(blocks: readonly Block[]): void;
  clear(): void;
  readonly length: number;
  /** Each element of which the line is known, in the order of the page. */
  lines(firstLine: number): readonly LinePlace[];
  /** How many images were not loaded. */
  blockedImages(): number;
}

export interface LinePlace {
  /** Of the body, from 0. */
  readonly line: number;
  readonly element: Element;
}

/** What becomes of a block's HTML, safe and ready to be shown. */
export interface Made {
  readonly nodes: readonly ChildNode[];
  readonly blockedImages: number;
}

interface ShownBlock extends Made {
  readonly html: string;
  /** What is in an element that was taken apart. */
  readonly inner: BlockList | undefined;
  line: number;
}

export function createBlockList(container: Element, make: (html: string) => Made): BlockList {
  let shown: readonly ShownBlock[] = [];

  const create = ({ html, line, inner }: Block): ShownBlock => {
    const made = make(html);
    const [first] = made.nodes;
    const holder = inner !== undefined && first instanceof Element ? first : undefined;
    return { ...made, html, line, inner: holder && createBlockList(holder, make) };
  };
  const next = (blocks: readonly Block[]): readonly ShownBlock[] => {
    const before = new Map<string, ShownBlock[]>();
    for (const block of shown.toReversed()) {
      const alike = before.get(block.html);
      if (alike === undefined) before.set(block.html, [block]);
      else alike.push(block);
    }
    return blocks.map((block) => {
      const same = before.get(block.html)?.pop();
      const isSame = same !== undefined && (same.inner === undefined) === (block.inner === undefined);
      const now = isSame ? same : create(block);
      now.line = block.line;
      if (block.inner !== undefined) now.inner?.show(block.inner);
      return now;
    });
  };

  return {
    show(blocks) {
      const now = next(blocks);
      const kept = new Set(now);
      for (const block of shown) if (!kept.has(block)) for (const node of block.nodes) node.remove();
      let at = container.firstChild;
      for (const { nodes } of now) {
        for (const node of nodes) {
          if (node === at) at = at.nextSibling;
          else container.insertBefore(node, at);
        }
      }
      shown = now;
      container.classList.toggle("long", now.length > MANY);
    },
    clear() {
      shown = [];
      container.replaceChildren();
    },
    get length() {
      return shown.length;
    },
    lines: (firstLine) => shown.flatMap((block) => placesIn(block, firstLine)),
    blockedImages: () =>
      shown.reduce((sum, block) => sum + block.blockedImages + (block.inner?.blockedImages() ?? 0), 0),
  };
}

/** From so many blocks on, those that are out of sight are laid out when they come into it. */
const MANY = 150;

function placesIn({ nodes, line, inner }: ShownBlock, firstLine: number): readonly LinePlace[] {
  const own = firstLine + line;
  return nodes.flatMap((node) => {
    if (!(node instanceof Element)) return [];
    if (inner !== undefined) return [{ line: own, element: node }, ...inner.lines(own)];
    const inside = [...node.querySelectorAll(`[${LINE}]`)].map((element) => ({
      line: own + Number(element.getAttribute(LINE)),
      element,
    }));
    return [{ line: own, element: node }, ...inside];
  });
}
