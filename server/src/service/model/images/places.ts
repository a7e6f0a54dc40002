/** Where an article is, and where else its site keeps files; all paths are below the site's root. */
export interface ImageBase {
  /** The article's folder; empty for the root. */
  readonly folder: string;
  /** Folders whose files Hugo puts at the root of the site, such as `static`. */
  readonly assetRoots: readonly string[];
}

/**
 * Where the file that an href names may lie.
 *
 * @returns paths below the site's root, of which the first that exists counts; `undefined` for an href that leaves the
 *   site: another host, a scheme or a drive, a climb above the root, or a spelling that hides one
 */
export function imagePlaces(href: string, { folder, assetRoots }: ImageBase): readonly string[] | undefined {
  const plain = PLAIN_NAME.test(href) ? href : plainPath(href);
  if (plain === undefined) return undefined;
  const isAbsolute = plain.startsWith("/");
  const beside = resolvePath(isAbsolute ? "" : folder, plain);
  if (beside === undefined) return undefined;
  const bases = isAbsolute ? assetRoots : [folder, ...assetRoots];
  return bases.flatMap((base) => resolvePath(base, href) ?? []);
}

/** What nearly all images are: a name that hides nothing. */
const PLAIN_NAME = /^[\w-][\w.-]*$/;

/** The path that an href stands for; `undefined` where it leaves the site, or hides how it climbs. */
function plainPath(href: string): string | undefined {
  const plain = decoded(stripped(href));
  if (plain === undefined || /^[a-z][a-z0-9+.-]*:|^\/\/|[\\\0]/i.test(plain)) return undefined;
  return climbsIn(plain) === climbsIn(href) ? plain : undefined;
}

/** As URL parsers take it (WHATWG URL): without control characters and spaces before it, and without line breaks in it. */
function stripped(href: string): string {
  return href.replace(/[\t\r\n]/g, "").replace(/^[^!-\uFFFF]+/, "");
}

/** Nothing that is fetched is escaped more often; each time costs as much as the href is long. */
const MOST_ESCAPES = 8;

/**
 * With all escapes undone, those of escapes as well; `undefined` where there is no end of them. Bytes stand for letters:
 * all that matters here is ASCII.
 */
function decoded(href: string): string | undefined {
  let before = href;
  for (let times = 0; times < MOST_ESCAPES; times++) {
    const once = before.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (once === before) return before;
    before = stripped(once);
  }
  return undefined;
}

function climbsIn(path: string): number {
  return path.split("/").filter((step) => step === "..").length;
}

/** The path that another leads to from a folder; `undefined` where it climbs above the root. */
function resolvePath(folder: string, path: string): string | undefined {
  const steps: string[] = [];
  for (const step of `${folder}/${path}`.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join("/");
}
