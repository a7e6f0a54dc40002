import type { ContentModel } from "../model/contentModel.ts";
import type { PageFacts } from "../model/facts.ts";
import { grouped } from "../model/grouped.ts";
import type { SiteIndex } from "../model/siteIndex.ts";
import { splitTopic } from "../model/vocabulary.ts";
import { uriIn } from "../workspace/uri.ts";

/** What a node of the tree stands for. */
export type SiteNodeKind =
  | "site"
  | "communities"
  | "community"
  | "archetype"
  | "topics"
  | "scheme"
  | "topic"
  | "article";

/** How many problems there are, by how serious they are. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  /** Informations and hints. */
  readonly others: number;
}

/** A place in the tree of a site: its communities with their archetypes and articles, its topics with their articles. */
export interface SiteNode {
  /** The steps that lead to it, from the root of the site on: the same as long as what it stands for is there. */
  readonly steps: readonly string[];
  readonly kind: SiteNodeKind;
  readonly label: string;
  /** The file of an article. */
  readonly uri?: string;
  /** The site's own file that lists a community or a topic. */
  readonly listedIn?: string;
  /** How many articles are in it. */
  readonly articles: number;
  /** How many of these were not checked, so that nobody knows their problems. */
  readonly unchecked: number;
  /** The problems of those that were. */
  readonly problems: ProblemCounts;
}

/** A site as the tree sees it. */
export interface SiteTreeSource {
  readonly index: SiteIndex;
  readonly model: ContentModel;
  /** The problems of the file at a URI; `undefined` where it was not checked. */
  problemsOf(uri: string): ProblemCounts | undefined;
}

/** The node of a site itself; `undefined` where it has no articles. */
export function siteNode(source: SiteTreeSource): SiteNode | undefined {
  const { root } = source.model;
  const pages = [...source.index.all()].filter(isArticlePage);
  if (pages.length === 0) return undefined;
  return nodeOf(source, { steps: [root], kind: "site", label: decodeURIComponent(nameOf(root)), pages });
}

/** What is below a node, in the order in which people look for it. */
export function siteNodesBelow(steps: readonly string[], source: SiteTreeSource): readonly SiteNode[] {
  const [, group, first, second] = steps;
  const { index } = source;
  const toNode = (group: Group): SiteNode => nodeOf(source, group);
  if (group === undefined) return groupsOf(steps, source).map(toNode);
  if (group === "topics") {
    if (first === undefined) return schemesOf(steps, source).map(toNode);
    if (second === undefined) return topicsOf(steps, source).map(toNode);
    return articlesOf(steps, index.find("topic", second), source).map(toNode);
  }
  if (first === undefined) return communitiesOf(steps, source).map(toNode);
  const pages = first === "" ? [...index.all()].filter(isHomeless) : index.find("community", first);
  if (second === undefined) return archetypesOf(steps, pages).map(toNode);
  const ofArchetype = pages.filter(({ article }) => article?.archetype === second);
  return articlesOf(steps, ofArchetype, source).map(toNode);
}

interface Group extends Pick<SiteNode, "steps" | "kind" | "label"> {
  readonly uri?: string;
  readonly listedIn?: string;
  readonly pages: readonly PageFacts[];
}

function nodeOf({ model, problemsOf }: SiteTreeSource, { pages, ...group }: Group): SiteNode {
  let unchecked = 0;
  const problems = { errors: 0, warnings: 0, others: 0 };
  for (const { path } of pages) {
    const own = problemsOf(uriIn(model.root, path));
    if (own === undefined) unchecked++;
    problems.errors += own?.errors ?? 0;
    problems.warnings += own?.warnings ?? 0;
    problems.others += own?.others ?? 0;
  }
  return { ...group, articles: pages.length, unchecked, problems };
}

function groupsOf(steps: readonly string[], { index }: SiteTreeSource): readonly Group[] {
  const articles = [...index.all()].filter(isArticlePage);
  const withTopics = articles.filter(({ article }) => (article?.topics.length ?? 0) > 0);
  const groups: readonly Group[] = [
    { steps: [...steps, "communities"], kind: "communities", label: "Communities", pages: articles },
    { steps: [...steps, "topics"], kind: "topics", label: "Topics", pages: withTopics },
  ];
  return groups.filter(({ pages }) => pages.length > 0);
}

function communitiesOf(steps: readonly string[], { index, model }: SiteTreeSource): readonly Group[] {
  const named = [...index.values("community")].map(([slug, pages]): Group => {
    const { bySlug, uri } = model.communities;
    const listed = bySlug.get(slug);
    const label = listed?.name ?? pages[0]?.article?.communityName ?? slug;
    const isListed = listed !== undefined && uri !== undefined;
    return { steps: [...steps, slug], kind: "community", label, pages, ...(isListed && { listedIn: uri }) };
  });
  const pages = [...index.all()].filter(isHomeless);
  const homeless: Group = { steps: [...steps, ""], kind: "community", label: "No community", pages };
  return [...byLabel(named), ...(pages.length > 0 ? [homeless] : [])];
}

function archetypesOf(steps: readonly string[], pages: readonly PageFacts[]): readonly Group[] {
  const groups = grouped(pages, ({ article }) => article?.archetype);
  return byLabel(
    [...groups].map(([name, own]) => ({ steps: [...steps, name], kind: "archetype", label: name, pages: own })),
  );
}

function schemesOf(steps: readonly string[], { index }: SiteTreeSource): readonly Group[] {
  const schemes = new Map<string, Set<PageFacts>>();
  for (const [topic, pages] of index.values("topic")) {
    const scheme = splitTopic(topic).scheme ?? "";
    const known = schemes.get(scheme) ?? new Set();
    schemes.set(scheme, known);
    for (const page of pages) known.add(page);
  }
  return byLabel(
    [...schemes].map(([scheme, pages]) => ({
      steps: [...steps, scheme],
      kind: "scheme",
      label: scheme,
      pages: [...pages],
    })),
  );
}

function topicsOf(steps: readonly string[], { index, model }: SiteTreeSource): readonly Group[] {
  const vocabulary = model.topicsFor(undefined);
  const groups = [...index.values("topic")].flatMap(([topic, pages]): Group[] => {
    const { scheme, label } = splitTopic(topic);
    if (scheme !== steps[2]) return [];
    const uri = vocabulary?.byTopic.has(topic) === true ? vocabulary.uri : undefined;
    return [{ steps: [...steps, topic], kind: "topic", label, pages, ...(uri !== undefined && { listedIn: uri }) }];
  });
  return byLabel(groups);
}

function articlesOf(
  steps: readonly string[],
  pages: readonly PageFacts[],
  { model }: SiteTreeSource,
): readonly Group[] {
  return byLabel(
    pages.map((page) => ({
      steps: [...steps, page.path],
      kind: "article",
      label: page.title ?? nameOf(page.path),
      uri: uriIn(model.root, page.path),
      pages: [page],
    })),
  );
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function byLabel(groups: readonly Group[]): readonly Group[] {
  return groups.toSorted((a, b) => collator.compare(a.label, b.label));
}

function isArticlePage({ article }: PageFacts): boolean {
  return article !== undefined;
}

function isHomeless({ article }: PageFacts): boolean {
  return article !== undefined && article.community === undefined;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
