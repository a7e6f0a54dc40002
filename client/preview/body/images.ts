/** Where images may come from. */
export interface ImageSources {
  /** Folders whose files the panel may load, as URIs, the likeliest first. */
  readonly folders: readonly string[];
  /** How many of them, at the end, are those in which a path with a slash at its start may lie. */
  readonly assetRoots: number;
  readonly remote: "loaded" | "blocked";
}

/** Those that browsers draw and that hold nothing else, as goldmark lets them through. */
const DRAWN_DATA = /^data:image\/(?:avif|gif|jpe?g|png|webp)[;,]/i;

/** A host that nobody has (RFC 2606): a URL with another host says so itself. */
const NOWHERE = "https://nowhere.invalid/";

/**
 * Leads the images of a body to their files and takes away where the others lead, before anything is loaded.
 *
 * @param root sanitised, and not yet in a page
 * @returns the images on the web that were not let through
 */
export function placeImages(root: DocumentFragment, sources: ImageSources): readonly HTMLImageElement[] {
  const blocked: HTMLImageElement[] = [];
  for (const image of root.querySelectorAll("img")) {
    const src = image.getAttribute("src") ?? "";
    image.removeAttribute("src");
    const kind = kindOf(src);
    if (kind === "local") tryInTurn(image, candidates(src, sources));
    else if (kind === "drawn" || (kind === "remote" && sources.remote === "loaded")) image.setAttribute("src", src);
    else if (kind === "remote") blocked.push(image);
    image.setAttribute("referrerpolicy", "no-referrer");
    image.setAttribute("decoding", "async");
  }
  return blocked;
}

function kindOf(src: string): "local" | "remote" | "drawn" | "refused" {
  if (src.trim() === "") return "refused";
  if (DRAWN_DATA.test(src.trim())) return "drawn";
  if (!URL.canParse(src, NOWHERE)) return "refused";
  const { protocol, origin } = new URL(src, NOWHERE);
  if (`${origin}/` === NOWHERE) return "local";
  return protocol === "https:" || protocol === "http:" ? "remote" : "refused";
}

function candidates(src: string, { folders, assetRoots }: ImageSources): readonly string[] {
  const path = src.trim().replaceAll("\\", "/");
  const isAbsolute = path.startsWith("/");
  const bases = isAbsolute ? folders.slice(folders.length - assetRoots) : folders;
  return bases.map((base) => new URL(isAbsolute ? `.${path}` : path, `${base}/`).href);
}

/** There is no list of the files: the next is tried when one is not there. */
function tryInTurn(image: HTMLImageElement, [first, ...others]: readonly string[]): void {
  if (first === undefined) return;
  image.setAttribute("src", first);
  image.addEventListener("error", () => tryInTurn(image, others), { once: true });
}
