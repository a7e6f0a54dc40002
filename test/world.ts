import { compileSchema } from "../schemas/compileSchema.ts";
import { builtIns } from "../schemas/index.ts";
import {
  createLanguageService,
  type LanguageService,
  type PageReader,
  type TextDocument,
  type Workspace,
} from "../server/src/service/languageService.ts";

/** A small world in memory: files by their paths below the root of one site. */
export interface World {
  readonly service: LanguageService;
  /** What the service logged, warnings and errors only. */
  readonly logged: readonly string[];
  /** The folders that were listed and the files whose start was read, by their paths, in this order. */
  readonly read: readonly string[];
  /** A document at a path. */
  document(path: string, text: string): TextDocument;
  /** The same, as an editor has it open: what it says counts for other documents, too. */
  open(path: string, text: string): TextDocument;
  /** Changes a file on disk and tells the service, as a watcher does. */
  write(path: string, text: string | undefined): boolean;
  /** Changes several files on disk and tells the service at once, as a watcher does after `git checkout`. */
  writeAll(files: Files): boolean;
  /** Puts files into a folder, by their paths below it, and tells the service of the folder only. */
  add(folder: string, files: Files): void;
  /** Deletes a file from disk and tells nobody. */
  vanish(path: string): void;
  /** Deletes a folder from disk and tells the service of the folder only, as VS Code does. */
  remove(folder: string): void;
}

const ROOT = "file:///site";

/** What the clock of every world says. */
const NOW = Date.parse("2026-06-15T12:00:00Z");

/** The vocabulary and communities that tests share unless they bring their own. */
export const SITE: { readonly [path: string]: string } = {
  "data/communities.yaml": `- slug: cardiology
  name: Cardiology
- slug: chronic-care-management
  name: Chronic Care Management (CCM)
- slug: oncology
  name: Oncology & Hope
  mastHead: Oncology Circle
`,
  "data/topics.yaml": `schemes:
  - label: Medigy
    topics:
      - label: Telehealth
        altLabels: [Telemedicine, Virtual Care]
        definition: Care given at a distance.
      - label: Telecare
        replacedBy: 'Medigy: Telehealth'
      - label: Teletext
        deprecated: true
      - label: Interoperability
  - label: Healthcare IT News
    topics:
      - label: Blockchain
        definition: Ledgers that many keep together.
  - label: Gartner
    topics:
      - label: Data Management (DM)
        altLabels: [Data Mgmt]
        broader: Information Technology
      - label: Interoperability
`,
};

/** The image that the clean article names. Every site has it, so that the article may stand anywhere. */
export const IMAGE = "static/3f2b1c4d-0000-5000-8000-000000000001-featuredImage.png";

let versions = 0;

/** Texts by paths, those of images with a letter for each byte; `undefined` for a file that is not there. */
export type Files = { readonly [path: string]: string | undefined };

export interface WorldOptions {
  /** The paths of files that are listed and cannot be read, as links that lead nowhere. */
  readonly unreadable?: readonly string[];
  /** Files outside of the site, by their URIs. */
  readonly elsewhere?: { readonly [uri: string]: string };
  /** What reads pages in the place of the service. */
  readonly pageReader?: PageReader;
}

export function createWorld(
  files: Files = SITE,
  { unreadable = [], elsewhere = {}, pageReader }: WorldOptions = {},
): World {
  const all = { [IMAGE]: png(640, 320), "static/damaged.png": "no image", ...files };
  const disk = new Map<string, string>(
    Object.entries(all).flatMap(([path, text]) => (text === undefined ? [] : [[`${ROOT}/${path}`, text] as const])),
  );
  for (const [uri, text] of Object.entries(elsewhere)) disk.set(uri, text);
  const read: string[] = [];
  const logged: string[] = [];
  const open = new Map<string, TextDocument>();
  const workspace: Workspace = {
    openDocument: (uri) => open.get(uri),
    openDocuments: () => [...open.values()],
    folders: () => [ROOT],
    pause: () => new Promise((done) => setImmediate(done)),
    readFile: async (uri) => disk.get(uri),
    exists: async (uri) => disk.has(uri),
    readFolders: async (uri) => {
      const below = [...disk.keys()]
        .filter((path) => path.startsWith(`${uri}/`))
        .map((path) => path.slice(uri.length + 1));
      return [...new Set(below.filter((path) => path.includes("/")).map((path) => path.slice(0, path.indexOf("/"))))];
    },
    readFiles: async (uri) => {
      isRead(uri);
      const below = [...disk.keys()].filter((path) => path.startsWith(`${uri}/`));
      return below.map((path) => path.slice(uri.length + 1)).filter((name) => !name.includes("/"));
    },
    readHead: async (uri, length) => {
      isRead(uri);
      const text = disk.get(decodeURIComponent(uri));
      if (text === undefined) return undefined;
      const bytes = Uint8Array.from(text.slice(0, length), (letter) => letter.charCodeAt(0));
      return { bytes, size: text.length };
    },
    readStart: async (uri, length) => {
      isRead(uri);
      if (unreadable.includes(uri.slice(ROOT.length + 1))) return undefined;
      const text = disk.get(decodeURIComponent(uri))?.slice(0, length);
      return text === undefined ? undefined : { text };
    },
  };
  const isRead = (uri: string) => void read.push(uri.slice(ROOT.length + 1));
  const log = {
    debug: () => undefined,
    info: () => undefined,
    warn: (message: string) => void logged.push(message),
    error: (message: string) => void logged.push(message),
  };
  const documentAt = (path: string, text: string): TextDocument => ({
    uri: `${ROOT}/${path}`,
    version: ++versions,
    getText: () => text,
  });
  const service = createLanguageService({ workspace, builtIns, compileSchema, log, now: () => NOW, pageReader });
  const put = (changed: Files): void => {
    for (const [path, text] of Object.entries(changed)) {
      if (text === undefined) disk.delete(`${ROOT}/${path}`);
      else disk.set(`${ROOT}/${path}`, text);
    }
  };
  const writeAll = (changed: Files): boolean => {
    put(changed);
    return service.didChangeFiles(Object.keys(changed).map((path) => `${ROOT}/${path}`));
  };
  return {
    service,
    logged,
    read,
    document: documentAt,
    open(path, text) {
      const document = documentAt(path, text);
      open.set(document.uri, document);
      return document;
    },
    write: (path, text) => writeAll({ [path]: text }),
    writeAll,
    add(folder, added) {
      put(Object.fromEntries(Object.entries(added).map(([path, text]) => [`${folder}/${path}`, text])));
      service.didChangeFiles([`${ROOT}/${folder}`]);
    },
    vanish: (path) => void disk.delete(`${ROOT}/${path}`),
    remove(folder) {
      for (const uri of disk.keys()) if (uri.startsWith(`${ROOT}/${folder}/`)) disk.delete(uri);
      service.didChangeFiles([`${ROOT}/${folder}`]);
    },
  };
}

/** The start of a PNG file with an image of a size in pixels, with a letter for each byte. */
export function png(width: number, height: number): string {
  const number = (value: number) => String.fromCharCode(0, 0, value >> 8, value & 0xff);
  return `\x89PNG\r\n\x1a\n${number(13)}IHDR${number(width)}${number(height)}\x08\x02\0\0\0`;
}
