import { URI, Utils } from "vscode-uri";
import { readSite, type Site, type SiteSchemas } from "./site.ts";
import { CONFIG_FILE, findSiteRoot, isMarker } from "./siteRoot.ts";
import type { Log, Workspace } from "./workspace.ts";

/** The sites of a workspace, each read once and again when its own files change. */
export interface Sites {
  /** The site that a document belongs to. */
  of(uri: string): Promise<Site>;
  /** Forgets what a changed file may have changed; true when that is anything. */
  didChangeFile(uri: string): boolean;
}

/**
 * @param config the URI of a configuration file that stands for that of every site; its folder is the root
 */
export function createSites(
  { workspace, log, config }: { readonly workspace: Workspace; readonly log: Log; readonly config: string | undefined },
  schemas: SiteSchemas,
): Sites {
  const roots = new Map<string, Promise<string>>();
  const sites = new Map<string, Promise<Site>>();
  const known = new Set<Site>();

  const rootOf = (uri: string): Promise<string> => {
    if (config !== undefined) return Promise.resolve(Utils.dirname(URI.parse(config)).toString());
    const folder = uri.slice(0, uri.lastIndexOf("/"));
    const root = roots.get(folder) ?? findSiteRoot(workspace, uri);
    roots.set(folder, root);
    return root;
  };
  const load = async (root: string): Promise<Site> => {
    const site = await readSite(workspace, { root, configUri: config ?? `${root}/${CONFIG_FILE}` }, schemas);
    const { communities, topics } = site.model;
    log.info(`Site ${root}: ${communities.bySlug.size} communities, ${topics?.terms.length ?? "any"} topics.`);
    for (const problem of site.problems) log.warn(`${problem.uri}:${problem.line}: ${problem.message}`);
    known.add(site);
    return site;
  };

  return {
    async of(uri) {
      const root = await rootOf(uri);
      const site = sites.get(root) ?? load(root);
      sites.set(root, site);
      return site;
    },
    didChangeFile(uri) {
      if (!isMarker(uri) && ![...known].some((site) => site.isSource(uri))) return false;
      roots.clear();
      sites.clear();
      known.clear();
      return true;
    },
  };
}
