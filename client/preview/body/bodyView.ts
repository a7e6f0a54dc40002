import type { PreviewMarkup } from "../../../server/src/protocol/preview.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { type ImageSources, placeImages } from "./images.ts";
import { createRenderer, LINE } from "./markdown.ts";
import { createSanitizer } from "./sanitizer.ts";

/** The body of an article, as readers see it. */
export interface BodyView {
  /** Shows a text: only the blocks that changed are made anew. */
  show(text: string): void;
  /** Shows all anew, because what it follows from is another. */
  configure(settings: BodySettings): void;
  /** What was left out at the last time. */
  readonly omitted: number;
  readonly blockedImages: number;
  /** Each element of which the line is known, in the order of the page; lines of the body, from 0. */
  lines(): readonly LinePlace[];
}

export interface BodySettings {
  readonly markup: PreviewMarkup;
  readonly images: ImageSources;
  /** What stands in the place of HTML that is left out. */
  readonly omittedHere: string;
  /** What stands in the place of an image that is not loaded. */
  readonly blockedImage: string;
}

export interface LinePlace {
  readonly line: number;
  readonly element: Element;
}

/** A block that is shown. */
interface ShownBlock {
  readonly html: string;
  readonly nodes: readonly ChildNode[];
  readonly blockedImages: number;
  line: number;
}

export function createBodyView(container: HTMLElement, first: BodySettings): BodyView {
  const sanitize = createSanitizer(window);
  const parser = new DOMParser();
  let settings = first;
  let render = createRenderer(first.markup, first.omittedHere);
  let shown: readonly ShownBlock[] = [];
  let omitted = 0;
  let places: readonly LinePlace[] | undefined;

  const make = ({ html, line }: Block): ShownBlock => {
    const fragment = sanitize(html);
    const blocked = placeImages(fragment, settings.images);
    for (const image of blocked) image.replaceWith(blockedImage(image, settings.blockedImage));
    return { html, line, nodes: [...fragment.childNodes], blockedImages: blocked.length };
  };
  /** The new blocks; those that look like one of before are that one. */
  const next = (blocks: readonly Block[]): readonly ShownBlock[] => {
    const before = new Map<string, ShownBlock[]>();
    for (const block of shown.toReversed()) {
      const alike = before.get(block.html);
      if (alike === undefined) before.set(block.html, [block]);
      else alike.push(block);
    }
    return blocks.map((block) => {
      const same = before.get(block.html)?.pop();
      if (same === undefined) return make(block);
      same.line = block.line;
      return same;
    });
  };

  return {
    show(text) {
      const rendered = render(text);
      omitted = rendered.omitted;
      const blocks = next(blocksOf(rendered.html, parser));
      const kept = new Set(blocks);
      for (const block of shown) if (!kept.has(block)) for (const node of block.nodes) node.remove();
      let at = container.firstChild;
      for (const { nodes } of blocks) {
        for (const node of nodes) {
          if (node === at) at = at.nextSibling;
          else container.insertBefore(node, at);
        }
      }
      shown = blocks;
      places = undefined;
    },
    configure(changed) {
      settings = changed;
      render = createRenderer(changed.markup, changed.omittedHere);
      shown = [];
      container.replaceChildren();
    },
    get omitted() {
      return omitted;
    },
    get blockedImages() {
      return shown.reduce((sum, block) => sum + block.blockedImages, 0);
    },
    lines() {
      places ??= shown.flatMap(placesIn);
      return places;
    },
  };
}

function placesIn({ nodes, line }: ShownBlock): readonly LinePlace[] {
  return nodes.flatMap((node) => {
    if (!(node instanceof Element)) return [];
    const inside = [...node.querySelectorAll(`[${LINE}]`)].map((element) => ({
      line: line + Number(element.getAttribute(LINE)),
      element,
    }));
    return [{ line, element: node }, ...inside];
  });
}

function blockedImage(image: HTMLImageElement, words: string): HTMLElement {
  const place = image.ownerDocument.createElement("span");
  place.className = "blocked-image";
  place.textContent = image.alt === "" ? words : `${words}: ${image.alt}`;
  return place;
}
