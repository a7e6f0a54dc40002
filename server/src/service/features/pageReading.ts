import { type ReadPage, readPage } from "../workspace/pageReader.ts";
import type { SiteKey } from "../workspace/site.ts";
import { CONFIG_FILE } from "../workspace/siteRoot.ts";
import type { Sites } from "../workspace/sites.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What a service in another thread does for the index of the one that an editor talks to. */
export interface PageReading {
  /**
   * Reads pages of a site.
   *
   * @param paths of their files below the site's root
   * @returns `undefined` where this service knows the site otherwise
   */
  readPages(site: SiteKey, paths: readonly string[]): Promise<readonly ReadPage[] | undefined>;
}

export function createPageReading({ sites, workspace }: { sites: Sites; workspace: Workspace }): PageReading {
  return {
    async readPages({ root, fingerprint }, paths) {
      const site = await sites.of(`${root}/${CONFIG_FILE}`);
      if (site.model.root !== root || site.fingerprint !== fingerprint) return undefined;
      return Promise.all(paths.map((path) => readPage(path, site.model, workspace)));
    },
  };
}
