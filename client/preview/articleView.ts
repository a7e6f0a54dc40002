import type { PreviewPart } from "../../server/src/protocol/preview.ts";
import { create, fill, icon } from "./dom.ts";
import { dateInWords, fact, partOf, partsOf, problemList, type Surroundings } from "./facts.ts";
import type { PageFacts } from "./messages.ts";

/**
 * What stands above the body: mast head, breadcrumbs, title, byline, topics and featured image. The names of the classes
 * are for style sheets of sites.
 */
export interface ArticleView {
  readonly masthead: HTMLElement;
  readonly breadcrumbs: HTMLElement;
  /** Above the body, within the article. */
  readonly opening: HTMLElement;
  /** Below it. */
  readonly closing: HTMLElement;
  show(facts: PageFacts): void;
}

export function createArticleView(surroundings: Surroundings): ArticleView {
  const masthead = create("header", { className: "masthead" });
  const breadcrumbs = create("nav", { className: "breadcrumbs", ariaLabel: surroundings.words.breadcrumbs });
  const opening = create("div", { className: "opening" });
  const closing = create("div", { className: "closing" });
  // The image is kept while its file is the same: one that is made anew flickers.
  const image = create("img", { className: "featured-image" });
  return {
    masthead,
    breadcrumbs,
    opening,
    closing,
    show(facts) {
      masthead.replaceChildren(...mastheadOf(facts, surroundings));
      masthead.hidden = masthead.childElementCount === 0;
      breadcrumbs.replaceChildren(...breadcrumbsOf(facts, surroundings));
      opening.replaceChildren(
        ...titleOf(facts, surroundings),
        ...bylineOf(facts, surroundings),
        ...topicsOf(facts, surroundings),
        ...featuredImageOf(facts, image, surroundings),
      );
      closing.replaceChildren(...sourceOf(facts, surroundings));
    },
  };
}

function mastheadOf(facts: PageFacts, surroundings: Surroundings): readonly Node[] {
  const part = partOf(facts, "mastHead");
  const { title } = facts.site;
  if (part === undefined && title === null) return [];
  const look = { placeholder: surroundings.words.noMastHead };
  return [
    create(
      "div",
      { className: "masthead-inner" },
      ...(title === null ? [] : [create("p", { className: "home" }, title)]),
      ...(part === undefined ? [] : [create("p", { className: "community" }, fact(part, look, surroundings))]),
      ...problemList(part?.problems ?? [], surroundings),
    ),
  ];
}

function breadcrumbsOf(facts: PageFacts, surroundings: Surroundings): readonly Node[] {
  const names = partsOf(facts, "crumb");
  const links = partsOf(facts, "crumbLink");
  const length = Math.max(names.length, links.length);
  if (length === 0) return [];
  const items = Array.from({ length }, (_, index) => {
    const [name, link] = [names[index], links[index]];
    const problems = [...(name?.problems ?? []), ...(link?.problems ?? [])];
    // What stands in one of the lists only is shown by what there is of it.
    const part = name ?? link;
    const shown = part === undefined ? [] : [fact({ ...part, problems }, crumbLook(link), surroundings)];
    const item = create("li", { title: link?.text ?? "" }, ...shown);
    if (index === length - 1) item.ariaCurrent = "page";
    return item;
  });
  return [
    create("ol", {}, ...items),
    ...problemList(
      [...names, ...links].flatMap(({ problems }) => problems),
      surroundings,
    ),
  ];
}

function crumbLook(link: PreviewPart | undefined): {
  readonly placeholder: string;
  readonly target: string | undefined;
} {
  return { placeholder: link?.text || "…", target: link?.target };
}

function titleOf(facts: PageFacts, surroundings: Surroundings): readonly Node[] {
  const part = partOf(facts, "title");
  if (part === undefined) return [];
  const look = { placeholder: surroundings.words.noTitle };
  return [create("h1", {}, fact(part, look, surroundings)), ...problemList(part.problems, surroundings)];
}

function bylineOf(facts: PageFacts, surroundings: Surroundings): readonly Node[] {
  const { words, language } = surroundings;
  const authors = partsOf(facts, "author");
  const [brand, date, lastMod] = [partOf(facts, "brand"), partOf(facts, "date"), partOf(facts, "lastMod")];
  const names = authors.map((part) => fact(part, { placeholder: words.noAuthor }, surroundings));
  const pieces: Node[][] = [];
  if (names.length > 0) pieces.push([text(`${words.curatedBy} `), ...joined(names, words.and)]);
  if (brand !== undefined)
    pieces.push([fact(brand, { placeholder: partOf(facts, "link")?.text || "…" }, surroundings)]);
  if (date !== undefined) pieces.push([dateFact(date, dateInWords(date.text, language), surroundings)]);
  if (lastMod !== undefined && lastMod.text !== "" && lastMod.text.slice(0, 10) !== date?.text.slice(0, 10)) {
    const day = fill(words.updated, dateInWords(lastMod.text, language));
    pieces.push([dateFact(lastMod, day, surroundings)]);
  }
  const shown = [...authors, brand, partOf(facts, "link"), date, lastMod].filter((part) => part !== undefined);
  return [
    create(
      "p",
      { className: "byline" },
      ...pieces.flatMap((piece, index) => (index === 0 ? piece : [separator(), ...piece])),
    ),
    ...problemList(
      shown.flatMap(({ problems }) => problems),
      surroundings,
    ),
  ];
}

function dateFact(part: PreviewPart, words: string, surroundings: Surroundings): Node {
  const look = { placeholder: surroundings.words.noDate };
  return fact(part, part.text === "" ? look : { ...look, content: words }, surroundings);
}

function topicsOf(facts: PageFacts, surroundings: Surroundings): readonly Node[] {
  const topics = partsOf(facts, "topic");
  if (topics.length === 0) return [];
  const chips = topics.map((part) => {
    const [scheme, label] = splitAtColon(part.text);
    const content = create(
      "span",
      {},
      ...(scheme === "" ? [] : [create("span", { className: "scheme" }, scheme)]),
      label,
    );
    const look = { placeholder: surroundings.words.noTopics };
    return create("li", {}, fact(part, part.text === "" ? look : { ...look, content }, surroundings));
  });
  const list = create("ul", { className: "chips", ariaLabel: surroundings.words.topics }, ...chips);
  return [
    list,
    ...problemList(
      topics.flatMap(({ problems }) => problems),
      surroundings,
    ),
  ];
}

function splitAtColon(topic: string): readonly [scheme: string, label: string] {
  const colon = topic.indexOf(": ");
  return colon <= 0 ? ["", topic] : [topic.slice(0, colon), topic.slice(colon + 2)];
}

function featuredImageOf(facts: PageFacts, image: HTMLImageElement, surroundings: Surroundings): readonly Node[] {
  const part = partOf(facts, "image");
  if (part === undefined) return [];
  const { words } = surroundings;
  const alt = partOf(facts, "imageAlt");
  const problems = problemList([...part.problems, ...(alt?.problems ?? [])], surroundings);
  if (facts.image === null) {
    const message = part.text === "" ? words.noImage : fill(words.imageNotFound, part.text);
    const place = create("span", { className: "picture-place" }, icon("picture"), message);
    return [
      create(
        "figure",
        { className: "featured missing" },
        fact(part, { content: place, placeholder: "" }, surroundings),
      ),
      ...problems,
    ];
  }
  if (image.getAttribute("src") !== facts.image) image.src = facts.image;
  image.alt = alt?.text ?? "";
  return [
    create("figure", { className: "featured" }, fact(part, { content: image, placeholder: "" }, surroundings)),
    ...problems,
  ];
}

function sourceOf(facts: PageFacts, surroundings: Surroundings): readonly Node[] {
  const [link, brand] = [partOf(facts, "link"), partOf(facts, "brand")];
  if (link === undefined || link.text === "") return [];
  const content = fill(surroundings.words.readFullStory, brand?.text || link.text);
  return [
    create("p", { className: "source" }, fact({ ...link, problems: [] }, { content, placeholder: "" }, surroundings)),
  ];
}

function joined(nodes: readonly Node[], and: string): readonly Node[] {
  return nodes.flatMap((node, index) => {
    if (index === 0) return [node];
    return [text(index === nodes.length - 1 ? ` ${and} ` : ", "), node];
  });
}

function separator(): Node {
  return create("span", { className: "separator", ariaHidden: "true" }, " · ");
}

function text(value: string): Text {
  return document.createTextNode(value);
}
