import { homedir } from "node:os";
import { join } from "node:path";

/** Where programs keep what they can find again for a user, in a folder of this program's own that need not be there. */
export function userCache({ XDG_CACHE_HOME, LOCALAPPDATA }: { readonly [name: string]: string | undefined }): string {
  return join(folderOf(XDG_CACHE_HOME, LOCALAPPDATA), "curated-content");
}

function folderOf(xdgCacheHome: string | undefined, localAppData: string | undefined): string {
  if (process.platform === "win32" && localAppData) return localAppData;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  return xdgCacheHome || join(homedir(), ".cache");
}
