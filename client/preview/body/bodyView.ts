import type { Markup } from "../../../server/src/protocol/preview.ts";
import { createBlockList, type LinePlace, type Made } from "./blockList.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { type ImageSources, placeImages } from "./images.ts";
import { createRenderer } from "./markdown.ts";
import { createSanitizer } from "./sanitizer.ts";
import { segmentsOf } from "./segments.ts";

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
  readonly markup: Markup;
  readonly images: ImageSources;
  /** What stands in the place of HTML that is left out. */
  readonly omittedHere: string;
  /** What stands in the place of an image that is not loaded. */
  readonly blockedImage: string;
}

/** What became of a segment of the text; lines count from its own first. */
interface ReadSegment {
  readonly blocks: readonly Block[];
  readonly omitted: number;
}

export function createBodyView(container: HTMLElement, first: BodySettings): BodyView {
  const sanitize = createSanitizer(window);
  const parser = new DOMParser();
  let settings = first;
  let render = createRenderer(first.markup, first.omittedHere);
  let read: ReadonlyMap<string, ReadSegment> = new Map();
  let omitted = 0;
  let places: readonly LinePlace[] | undefined;

  const make = (html: string): Made => {
    const fragment = sanitize(html);
    const blocked = placeImages(fragment, settings.images);
    for (const image of blocked) image.replaceWith(blockedImage(image, settings.blockedImage));
    return { nodes: [...fragment.childNodes], blockedImages: blocked.length };
  };
  const list = createBlockList(container, make);
  const readSegment = (text: string): ReadSegment => {
    const rendered = render(text);
    return { blocks: blocksOf(rendered.html, parser), omitted: rendered.omitted };
  };

  return {
    show(text) {
      const now = new Map<string, ReadSegment>();
      const blocks: Block[] = [];
      omitted = 0;
      for (const segment of segmentsOf(text.replace(/\r\n?/g, "\n"))) {
        const known = now.get(segment.text) ?? read.get(segment.text) ?? readSegment(segment.text);
        now.set(segment.text, known);
        omitted += known.omitted;
        for (const block of known.blocks) blocks.push({ ...block, line: segment.line + block.line });
      }
      read = now;
      list.show(blocks);
      places = undefined;
    },
    configure(changed) {
      settings = changed;
      render = createRenderer(changed.markup, changed.omittedHere);
      read = new Map();
      list.clear();
    },
    get omitted() {
      return omitted;
    },
    get blockedImages() {
      return list.blockedImages();
    },
    lines() {
      places ??= list.lines(0);
      return places;
    },
  };
}

function blockedImage(image: HTMLImageElement, words: string): HTMLElement {
  const place = image.ownerDocument.createElement("span");
  place.className = "blocked-image";
  place.textContent = image.alt === "" ? words : `${words}: ${image.alt}`;
  return place;
}
