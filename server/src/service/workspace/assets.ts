import { derivedFieldAt } from "../model/archetype.ts";
import type { Article } from "../model/article.ts";
import type { ContentModel } from "../model/contentModel.ts";
import { type Asset, type Assets, formatOfName, NO_ASSETS } from "../model/images/assets.ts";
import { imagePlaces } from "../model/images/places.ts";
import { isBelow, mayBeFolder } from "./changedFolders.ts";
import { readImage } from "./imageHead.ts";
import { createMemory } from "./memory.ts";
import { relativePath } from "./siteRoot.ts";
import { uriIn } from "./uri.ts";
import type { Workspace } from "./workspace.ts";

/** What is known of the files that articles name. Each is read once, and again when it has changed. */
export interface AssetStore {
  /** The files that a document may name, as far as they are loaded. */
  of(uri: string, model: ContentModel): Assets;
  /** Looks for the files that an article names and for those that it should name. */
  load(article: Article): Promise<void>;
  /** Looks for files by the hrefs with which a document would name them. */
  lookFor(hrefs: Iterable<string>, uri: string, model: ContentModel): Promise<void>;
  /** Another number whenever something was forgotten: what followed from it must be worked out anew. */
  revision(): number;
  /** Forgets what changed files, or folders that came or went, may have changed; true when that is anything. */
  didChangeFiles(uris: readonly string[]): boolean;
}

/** What is known of a folder: the names of its files, and of them those of images, in alphabetical order. */
interface Folder {
  readonly names: ReadonlySet<string>;
  readonly images: readonly string[];
}

export function createAssetStore(workspace: Workspace): AssetStore {
  const folders = createMemory((uri) => readFolder(workspace, uri));
  const files = createMemory((uri, root: string) => readAsset(workspace, uri, root));
  let revision = 0;
  const bases = new WeakMap<ContentModel, Map<string, Base | undefined>>();

  const baseOf = (uri: string, model: ContentModel): Base | undefined => {
    const known = bases.get(model) ?? new Map<string, Base | undefined>();
    bases.set(model, known);
    const folder = uri.slice(0, uri.lastIndexOf("/"));
    if (!known.has(folder)) known.set(folder, createBase(uri, model));
    return known.get(folder);
  };
  const load = async (base: Base, href: unknown): Promise<void> => {
    for (const { uri, folder, name } of typeof href === "string" ? (base.places(href) ?? []) : []) {
      if ((await folders.load(folder))?.names.has(name)) return void (await files.load(uri, base.root));
    }
  };
  const placeOf = (base: Base, href: string): FilePlace | "missing" | undefined => {
    const places = base.places(href);
    for (const place of places ?? []) {
      const found = folders.peek(place.folder);
      if (found === undefined) return undefined;
      if (found.names.has(place.name)) return place;
    }
    return places && "missing";
  };
  const find = (base: Base, href: string): Asset | undefined => {
    const place = placeOf(base, href);
    if (place === "missing") return { kind: "missing" };
    return place && files.peek(place.uri);
  };
  const uriOf = (base: Base, href: string): string | undefined => {
    const place = placeOf(base, href);
    if (place === undefined || place === "missing") return undefined;
    // What nobody could look into may be a link that leads out of the site.
    const kind = files.peek(place.uri)?.kind;
    return kind === "image" || kind === "unreadable" ? place.uri : undefined;
  };

  return {
    revision: () => revision,
    of(uri, model) {
      const base = baseOf(uri, model);
      if (base === undefined) return NO_ASSETS;
      return {
        get names() {
          return base.folders.flatMap((folder) => folders.peek(folder)?.images ?? []);
        },
        find: (href) => find(base, href),
        uriOf: (href) => uriOf(base, href),
      };
    },
    async load(article) {
      const { archetype, model, uri } = article;
      const base = archetype.images.length === 0 ? undefined : baseOf(uri, model);
      if (base === undefined) return;
      await Promise.all(base.folders.map(folders.load));
      for (const path of archetype.images) {
        await load(base, article.value(path));
        // What is expected may depend on what is there.
        await load(base, derivedFieldAt(archetype, path)?.derive(article));
      }
    },
    async lookFor(hrefs, uri, model) {
      const base = baseOf(uri, model);
      if (base === undefined) return;
      for (const href of hrefs) await load(base, href);
    },
    didChangeFiles(uris) {
      const images = uris.filter((uri) => formatOfName(uri) !== undefined);
      const gone = new Set(uris.filter(mayBeFolder));
      const forgotten = [
        ...images.map((uri) => files.forget(uri)),
        ...images.map((uri) => folders.forget(uri.slice(0, uri.lastIndexOf("/")))),
        ...[files, folders].flatMap(({ uris: known, forget }) =>
          [...(gone.size > 0 ? known() : [])].filter((uri) => gone.has(uri) || isBelow(uri, gone)).map(forget),
        ),
      ];
      const isAny = forgotten.includes(true);
      if (isAny) revision++;
      return isAny;
    },
  };
}

/** From where the documents of a folder name files. */
interface Base {
  /** The site's root: no file is read that is not really in it. */
  readonly root: string;
  /** The documents' own folder, then the site's asset roots. */
  readonly folders: readonly string[];
  /** Where a file may lie; `undefined` outside of the site, where nobody looks. */
  places(href: string): readonly FilePlace[] | undefined;
}

interface FilePlace {
  readonly uri: string;
  readonly folder: string;
  readonly name: string;
}

/**
 * More different hrefs than the documents of a folder name while they are edited, and few, because for V8 a part of a
 * document keeps the whole of it alive.
 */
const MOST_PLACES = 64;

/** `undefined` for a document that is not in the site. */
function createBase(uri: string, { root, assetRoots }: ContentModel): Base | undefined {
  const path = relativePath(root, uri);
  if (path === undefined) return undefined;
  const known = new Map<string, readonly FilePlace[] | undefined>();
  const folder = folderOf(path);
  // Half a letter, as it is left while one is typed, has no place in a URI.
  const uriAt = (below: string) => uriIn(root, below.replace(/\p{Cs}/gu, "\uFFFD"));
  const placeAt = (file: string): FilePlace => ({
    uri: uriAt(file),
    folder: uriAt(folderOf(file)),
    name: file.slice(file.lastIndexOf("/") + 1),
  });
  return {
    root,
    folders: [folder, ...assetRoots].map(uriAt),
    places(href) {
      if (known.size > MOST_PLACES) known.clear();
      if (!known.has(href)) known.set(href, imagePlaces(href, { folder, assetRoots })?.map(placeAt));
      return known.get(href);
    },
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

async function readFolder(workspace: Workspace, uri: string): Promise<Folder | undefined> {
  const names = await workspace.readFiles(uri);
  return (
    names && { names: new Set(names), images: names.filter((name) => formatOfName(name) !== undefined).toSorted() }
  );
}

/** Enough of nearly every image, and of one that carries a long description before its size; in bytes. */
const HEAD = 64 * 1024;
const LONG_HEAD = 512 * 1024;

/** Only the start of a file is ever read, whatever its size. */
export async function readAsset(workspace: Workspace, uri: string, root: string): Promise<Asset> {
  const head = await workspace.readHead(uri, HEAD, root);
  const facts = head && (await readImage(head));
  if (head === undefined) return { kind: "unknown" };
  if (facts === undefined) return { kind: "unreadable" };
  const mayFollow = facts.format === "JPEG" && facts.size === undefined && head.size > head.bytes.length;
  const longer = mayFollow ? await workspace.readHead(uri, LONG_HEAD, root) : undefined;
  return { kind: "image", facts: (longer && (await readImage(longer))) ?? facts };
}
