import { hashOf } from "../../disk/hash.ts";
import type { Sites } from "../sites.ts";

/** The hash of the circumstances of a file's site, by the file's URI and the site's root. */
type Circumstances = (uri: string, root: string) => Promise<string | undefined>;

/** Works the hash out once for each folder. Where the site lies does not matter. */
export function createCircumstances(sites: Sites): Circumstances {
  const byFolder = new Map<string, Promise<string | undefined>>();
  const work: Circumstances = async (uri, root) => {
    const circumstances = await sites.service.surveys.circumstances(uri);
    if (circumstances === undefined) return undefined;
    const own = await sites.service.checkSiteFiles(uri);
    return hashOf(
      JSON.stringify([circumstances, sites.settings.rules, own.map((file) => [file.uri.replace(root, ""), file.text])]),
    );
  };
  return (uri, root) => {
    const folder = uri.slice(0, uri.lastIndexOf("/"));
    const known = byFolder.get(folder) ?? work(uri, root);
    byFolder.set(folder, known);
    return known;
  };
}
