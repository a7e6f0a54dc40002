import { type Path, pairAt } from "../../document/node.ts";
import type { Article } from "../../model/article.ts";
import { datesOf } from "../../model/dates/dates.ts";
import { hugoDates } from "../../model/hugo/pageDates.ts";
import { pageAt } from "../../model/pageAt.ts";
import { termUses } from "../../model/terms.ts";
import { isWebAddress } from "../../model/text/webAddress.ts";
import { splitTopic } from "../../model/vocabulary.ts";
import { uriIn } from "../../workspace/uri.ts";
import { itemParts, keyPart, type PlacedPart } from "./part.ts";

/** The parts of an article's page, each role in the order in which the page shows it. */
export function partsOf(article: Article): readonly PlacedPart[] {
  return [
    ...keyPart(article, "mastHead", ["mastHead"]),
    ...crumbs(article),
    ...keyPart(article, "title", ["title"]),
    ...itemParts(article, "author", ["author"]),
    ...source(article),
    ...date(article, "date"),
    ...date(article, "lastMod"),
    ...topics(article),
    ...image(article),
    ...keyPart(article, "description", ["description"]),
  ];
}

function crumbs(article: Article): readonly PlacedPart[] {
  const { breadcrumbs } = article.archetype;
  if (breadcrumbs === undefined) return [];
  return [
    ...itemParts(article, "crumb", breadcrumbs.labels.path),
    ...itemParts(article, "crumbLink", breadcrumbs.links.path, (link) => ({ target: pageOf(article, link) })),
  ];
}

function pageOf({ index, model, path }: Article, link: string): string | undefined {
  const page = link.startsWith("/") ? pageAt(index, link, path) : undefined;
  if (page !== undefined) return uriIn(model.root, page.path);
  return isWebAddress(link) ? link : undefined;
}

/** The site that the article is about, and the address there. */
function source(article: Article): readonly PlacedPart[] {
  const { brand, sameAddresses } = article.archetype;
  const link = sameAddresses[0]?.[0].path;
  const address = link && article.value(link);
  const target = typeof address === "string" && isWebAddress(address.trim()) ? address.trim() : undefined;
  return [
    ...(brand === undefined ? [] : keyPart(article, "brand", brand.path, { target })),
    ...(link === undefined ? [] : within(article, link, keyPart(article, "link", link, { target }))),
  ];
}

/** A date as Hugo has it, at the key that says it. */
function date(article: Article, role: "date" | "lastMod"): readonly PlacedPart[] {
  const name = role === "date" ? "date" : "lastmod";
  const use = datesOf(article).find((one) => one.role === name);
  const key = use?.key ?? role;
  return keyPart(article, role, [key], use?.date === undefined ? {} : { text: hugoDates(article)[name] ?? "" });
}

function topics(article: Article): readonly PlacedPart[] {
  const uses = termUses(article);
  const key = uses[0]?.key;
  if (key === undefined) return keyPart(article, "topic", ["communityTopics"]);
  return itemParts(article, "topic", [key], (topic) => {
    const term = article.topics?.byTopic.get(topic);
    const { scheme, label } = splitTopic(topic);
    return { note: term?.definition ?? (scheme === undefined ? undefined : `${label}, of ${scheme}`) };
  });
}

/** The first image that the archetype has: the one that lists, searches and social networks show. */
function image(article: Article): readonly PlacedPart[] {
  const [path] = article.archetype.images;
  if (path === undefined) return [];
  const href = article.value(path);
  const target = typeof href === "string" ? article.assets.uriOf(href) : undefined;
  const asset = typeof href === "string" ? article.assets.find(href) : undefined;
  const size = asset?.kind === "image" ? asset.facts.size : undefined;
  return [
    ...within(article, path, keyPart(article, "image", path, { target, size })),
    ...keyPart(article, "imageAlt", beside(path, "alt")),
  ];
}

/** What is wrong beside a key, as with the size of an image, is wrong with what the page shows of it. */
function within({ frontMatter }: Article, path: Path, parts: readonly PlacedPart[]): readonly PlacedPart[] {
  const around = pairAt(frontMatter?.root, path.slice(0, -1));
  return parts.map((part) => ({ ...part, around }));
}

function beside(path: Path, key: string): Path {
  return [...path.slice(0, -1), key];
}
