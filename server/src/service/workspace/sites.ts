import { URI, Utils } from "vscode-uri";
import type { IndexProgress } from "./course.ts";
import type { SiteProblem } from "./dataFile.ts";
import { findSites } from "./findSites.ts";
import type { Indexing } from "./indexing.ts";
import { createLearning } from "./learning.ts";
import type { Signal } from "./signal.ts";
import { readSite, type Site, type SiteSchemas } from "./site.ts";
import { CONFIG_FILE, findSiteRoot, isMarker } from "./siteRoot.ts";
import type { Log, Workspace } from "./workspace.ts";

/** The sites of a workspace, each read once and again when its own files change. */
export interface Sites {
  /** The roots of the sites in the open folders, and of those that were asked about. */
  roots(): Promise<readonly string[]>;
  /** The site that a document belongs to, with what its articles taught so far. */
  of(uri: string): Promise<Site>;
  /** All sites that are known, and those of the open folders; without what their articles taught. */
  all(): Promise<readonly Site[]>;
  /**
   * Reads all pages of the site of a document, once, and learns from them what the site does not list.
   *
   * @returns whether it was done, not stopped
   */
  index(uri: string, progress?: IndexProgress, signal?: Signal): Promise<boolean>;
  /** Starts to do so, unless somebody stopped it before. */
  startIndex(uri: string): Promise<void>;
  /**
   * What is wrong in one of a site's own files, beyond what rules find in it, if its text is the one given: an editor
   * may have it open and changed.
   */
  problemsIn(uri: string, text: string): Promise<readonly SiteProblem[]>;
  /** Forgets what changed files may have changed; true when that is anything. */
  didChangeFiles(uris: readonly string[]): boolean;
}

/**
 * @param config the URI of a configuration file that stands for that of every site; its folder is the root
 */
export function createSites(
  {
    workspace,
    log,
    indexing,
    config,
  }: {
    readonly workspace: Workspace;
    readonly log: Log;
    readonly indexing: Indexing;
    readonly config: string | undefined;
  },
  schemas: SiteSchemas,
): Sites {
  const roots = new Map<string, Promise<string>>();
  const sites = new Map<string, Promise<Site>>();
  const known = new Set<Site>();
  const learning = createLearning();
  let found: Promise<readonly string[]> | undefined;

  const rootOf = (uri: string): Promise<string> => {
    if (config !== undefined) return Promise.resolve(Utils.dirname(URI.parse(config)).toString());
    const folder = uri.slice(0, uri.lastIndexOf("/"));
    const root = roots.get(folder) ?? findSiteRoot(workspace, uri);
    roots.set(folder, root);
    return root;
  };
  const configIn = (root: string): string => config ?? `${root}/${CONFIG_FILE}`;
  const load = async (root: string): Promise<Site> => {
    const site = await readSite(workspace, { root, configUri: configIn(root) }, schemas);
    const { communities, topicsFor } = site.model;
    const topics = topicsFor(undefined)?.terms.length ?? "any";
    log.info(`Site ${root}: ${communities.bySlug.size} communities, ${topics} topics.`);
    for (const problem of site.problems) log.warn(`${problem.uri}:${problem.line}: ${problem.message}`);
    known.add(site);
    indexing.open(site);
    return site;
  };

  const siteAt = (root: string): Promise<Site> => {
    const site = sites.get(root) ?? load(root);
    sites.set(root, site);
    return site;
  };
  const siteRoots = async (): Promise<readonly string[]> => {
    if (config !== undefined) return [await rootOf(config)];
    found ??= findSites(workspace);
    return [...new Set([...(await found), ...sites.keys()])];
  };
  const untaughtSiteOf = async (uri: string): Promise<Site> => siteAt(await rootOf(uri));
  const siteOf = async (uri: string): Promise<Site> => {
    const site = await untaughtSiteOf(uri);
    return learning.taught(site, indexing.diskFacts(site.model.root));
  };

  return {
    roots: siteRoots,
    of: siteOf,
    all: async () => Promise.all((await siteRoots()).map(siteAt)),
    index: async (uri, progress, signal) => indexing.load((await untaughtSiteOf(uri)).model.root, progress, signal),
    startIndex: async (uri) => indexing.start((await untaughtSiteOf(uri)).model.root),
    async problemsIn(uri, text) {
      const isOwn = (problem: SiteProblem) => problem.uri === uri;
      const { model, problems } = await siteOf(uri);
      const configUri = configIn(model.root);
      if (uri !== configUri || (await workspace.readFile(uri)) === text) return problems.filter(isOwn);
      const readFile = async (other: string) => (other === uri ? text : workspace.readFile(other));
      const changed = await readSite({ ...workspace, readFile }, { root: model.root, configUri }, schemas);
      return changed.problems.filter(isOwn);
    },
    didChangeFiles(uris) {
      indexing.didChangeFiles(uris);
      if (!uris.some((uri) => isMarker(uri) || [...known].some((site) => site.isSource(uri)))) return false;
      found = undefined;
      roots.clear();
      sites.clear();
      known.clear();
      return true;
    },
  };
}
