/** What is no folder, by its name. */
const KNOWN_FILE = /\.(?:avif|css|gif|html?|jpe?g|js|json|md|png|svg|toml|webp|ya?ml)$/i;

/** Whether what was told of as changed may be a folder: of its files nobody tells then. */
export function mayBeFolder(path: string): boolean {
  return !KNOWN_FILE.test(path);
}

/** Whether a path is below one of some folders. */
export function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    if (folders.has(path.slice(0, end))) return true;
  }
  return false;
}
