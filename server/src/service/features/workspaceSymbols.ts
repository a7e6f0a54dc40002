import type { ContentModel } from "../model/contentModel.ts";
import type { PageFacts } from "../model/facts.ts";
import type { SiteIndex } from "../model/siteIndex.ts";
import { fitOf } from "../model/text/typedLetters.ts";
import { uriIn } from "../workspace/uri.ts";

/** A page, community or topic of a site, as a search over all of them finds it. */
export interface WorkspaceSymbol {
  /** What it is called, and what else was searched for where that is not in it: editors look for it there again. */
  readonly name: string;
  readonly kind: WorkspaceSymbolKind;
  /** What it belongs to. */
  readonly container: string | undefined;
  /** The file that it stands in. */
  readonly uri: string;
  /** By which its place in the file is found, when somebody goes there. */
  readonly key: string;
}

export type WorkspaceSymbolKind = "article" | "community" | "page" | "topic";

/** A site that is searched, with what is known of its pages. */
export interface SearchedSite {
  readonly model: ContentModel;
  readonly index: SiteIndex | undefined;
}

/** Nobody reads a longer list. */
const MOST_SYMBOLS = 300;

/** So many are looked at before others go first. */
const AT_ONCE = 4000;

/**
 * The communities, pages and topics of sites that what was typed may mean, the likeliest first: pages are found by title,
 * by what no other has (`id`, `mdName`) and by the last part of their address. No file is read.
 *
 * @param pause lets others go first
 */
export async function findWorkspaceSymbols(
  query: string,
  sites: readonly SearchedSite[],
  pause: () => Promise<void>,
): Promise<readonly WorkspaceSymbol[]> {
  const typed = query.trim().toLowerCase();
  const byFit: WorkspaceSymbol[][] = [[], [], [], []];
  let looked = 0;
  for (const candidate of candidatesIn(sites)) {
    if (++looked % AT_ONCE === 0) await pause();
    const best = bestName(typed, candidate.names);
    const found = best && byFit[best.fit];
    if (best === undefined || found === undefined || found.length === MOST_SYMBOLS) continue;
    found.push(toSymbol(candidate, best.name));
    // There is nothing better to come.
    if (best.fit === 0 && found.length === MOST_SYMBOLS) break;
  }
  const shortestFirst = (a: WorkspaceSymbol, b: WorkspaceSymbol) => a.name.length - b.name.length;
  return byFit.flatMap((found) => found.sort(shortestFirst)).slice(0, MOST_SYMBOLS);
}

interface Candidate extends Pick<WorkspaceSymbol, "kind" | "container" | "key"> {
  /** What it is found by; the first is what it is called. */
  readonly names: readonly string[];
  /** Worked out only for what is found. */
  uri(): string;
}

function bestName(
  typed: string,
  names: readonly string[],
): { readonly fit: number; readonly name: string } | undefined {
  let best: { readonly fit: number; readonly name: string } | undefined;
  for (const name of names) {
    const fit = fitOf(typed, name);
    if (fit !== undefined && (best === undefined || fit < best.fit)) best = { fit, name };
  }
  return best;
}

function toSymbol({ names, kind, container, key, uri }: Candidate, found: string): WorkspaceSymbol {
  const [called = ""] = names;
  return { name: called === found ? called : `${called} (${found})`, kind, container, uri: uri(), key };
}

function* candidatesIn(sites: readonly SearchedSite[]): Generator<Candidate> {
  for (const { model, index } of sites) {
    const { communities } = model;
    const listUri = communities.uri;
    if (listUri !== undefined) {
      for (const { slug, name } of communities.bySlug.values()) {
        const names = name === undefined ? [slug] : [name, slug];
        yield { names, kind: "community", container: undefined, key: slug, uri: () => listUri };
      }
    }
    for (const page of index?.all() ?? []) yield pageCandidate(page, model);
    const { uri, terms = [] } = model.topicsFor(undefined) ?? {};
    if (uri === undefined) continue;
    for (const { topic, scheme, altLabels } of terms)
      yield { names: [topic, ...altLabels], kind: "topic", container: scheme, key: topic, uri: () => uri };
  }
}

function pageCandidate({ path, permalink, title, article }: PageFacts, { communities, root }: ContentModel): Candidate {
  const slug = permalink?.split("/").findLast((step) => step !== "");
  const community = article?.community && (communities.bySlug.get(article.community)?.name ?? article.community);
  const others = [...Object.values(article?.ids ?? {}), ...(slug === undefined ? [] : [slug])];
  return {
    names: [title ?? path, ...others],
    kind: article === undefined ? "page" : "article",
    container: community ?? permalink,
    key: "title",
    uri: () => uriIn(root, path),
  };
}
