import { type Node, nodeAt, type Path, pairAt, resolve, type Scalar } from "../../document/node.ts";
import type { Span } from "../../document/span.ts";
import type { Article } from "../../model/article.ts";
import { schemaAt } from "../../model/schema.ts";
import type { Severity } from "../../model/severities.ts";

/** What a part is on the page. */
export type PreviewRole =
  | "author"
  | "brand"
  | "crumb"
  | "crumbLink"
  | "date"
  | "description"
  | "image"
  | "imageAlt"
  | "lastMod"
  | "link"
  | "mastHead"
  | "title"
  | "topic";

/** A problem, in few words. Its span is where it is in the document. */
export interface PreviewProblem extends Span {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
}

/** A fact of an article that its page shows. Its span is the value in the document; where there is none, the key. */
export interface PreviewPart extends Span {
  readonly role: PreviewRole;
  /** The key, or the item of a list, that it comes from. */
  readonly path: Path;
  /** As a reader sees it; of a date what Hugo reads, in ISO 8601. Empty where there is nothing to see. */
  readonly text: string;
  /** Whether its key is not there at all: the span is the line that opens the front matter. */
  readonly isMissing: boolean;
  /** Where it leads: an address on the web, or the URI of a file of the site. */
  readonly target?: string | undefined;
  /** More about it, in plain words. */
  readonly note?: string | undefined;
  /** Of an image: width and height in pixels, as its file says. */
  readonly size?: readonly [width: number, height: number] | undefined;
  readonly problems: readonly PreviewProblem[];
}

/** A part whose problems are not known yet, and where they are. */
export interface PlacedPart {
  readonly part: Omit<PreviewPart, "problems">;
  /** The stretch of the document in which a problem is its own; `undefined` where the key is missing. */
  readonly territory: Span | undefined;
  /** A stretch around that, as the list of an item: a problem there is its own, too, where it is no closer to another. */
  readonly around?: Span | undefined;
}

type Shown = Partial<Pick<PreviewPart, "text" | "target" | "note" | "size">>;

/**
 * The part that a key gives; a part without text where the key is missing though the archetype has it.
 *
 * @param shown what is to be seen other than the value's text
 */
export function keyPart(article: Article, role: PreviewRole, path: Path, shown: Shown = {}): readonly PlacedPart[] {
  const pair = pairAt(article.frontMatter?.root, path);
  if (pair !== undefined) {
    const node = resolve(pair.value);
    const text = node?.kind === "scalar" ? textOf(node) : "";
    // An empty value has no place of its own that anyone could see.
    const span = pair.value.start === pair.value.end ? pair.key : pair.value;
    const { start, end } = span;
    return [{ part: { role, path, text, isMissing: false, start, end, ...shown }, territory: pair }];
  }
  if (schemaAt(article.archetype.schema, path) === undefined) return [];
  return [missingPart(article, role, path)];
}

/** The parts that the items of a list give; one part for a single value, as Hugo takes it. */
export function itemParts(
  article: Article,
  role: PreviewRole,
  path: Path,
  shownOf: (text: string, index: number) => Shown = () => ({}),
): readonly PlacedPart[] {
  const node = nodeAt(article.frontMatter?.root, path);
  if (node?.kind !== "sequence")
    return keyPart(article, role, path, node?.kind === "scalar" ? shownOf(textOf(node), 0) : {});
  if (node.items.length === 0) return keyPart(article, role, path);
  const around = pairAt(article.frontMatter?.root, path);
  return node.items.map((item, index) => ({ ...itemPart(item, { role, path: [...path, index], shownOf }), around }));
}

function itemPart(
  item: Node,
  {
    role,
    path,
    shownOf,
  }: { readonly role: PreviewRole; readonly path: Path; shownOf(text: string, index: number): Shown },
): PlacedPart {
  const scalar = resolve(item);
  const text = scalar?.kind === "scalar" ? textOf(scalar) : "";
  const { start, end } = item;
  const shown = shownOf(text, Number(path.at(-1)));
  return { part: { role, path, text, isMissing: false, start, end, ...shown }, territory: item };
}

function missingPart({ frontMatter }: Article, role: PreviewRole, path: Path): PlacedPart {
  const { start, end } = frontMatter?.block.opener ?? { start: 0, end: 0 };
  return { part: { role, path, text: "", isMissing: true, start, end }, territory: undefined };
}

function textOf({ text, value }: Scalar): string {
  return value === null ? "" : text;
}
