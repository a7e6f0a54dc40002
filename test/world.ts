import { builtIns } from "../schemas/index.ts";
import {
  createLanguageService,
  type LanguageService,
  type TextDocument,
  type Workspace,
} from "../server/src/service/languageService.ts";

/** A small world in memory: files by their paths below the root of one site. */
export interface World {
  readonly service: LanguageService;
  /** What the service logged, warnings and errors only. */
  readonly logged: readonly string[];
  /** A document at a path, as an editor has it open. */
  document(path: string, text: string): TextDocument;
  /** Changes a file on disk and tells the service, as a watcher does. */
  write(path: string, text: string | undefined): boolean;
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

let versions = 0;

export function createWorld(files: { readonly [path: string]: string } = SITE): World {
  const disk = new Map(Object.entries(files).map(([path, text]) => [`${ROOT}/${path}`, text]));
  const logged: string[] = [];
  const workspace: Workspace = {
    folders: () => [ROOT],
    readFile: async (uri) => disk.get(uri),
    exists: async (uri) => disk.has(uri),
    readFolders: async (uri) => {
      const below = [...disk.keys()]
        .filter((path) => path.startsWith(`${uri}/`))
        .map((path) => path.slice(uri.length + 1));
      return [...new Set(below.filter((path) => path.includes("/")).map((path) => path.slice(0, path.indexOf("/"))))];
    },
  };
  const log = {
    debug: () => undefined,
    info: () => undefined,
    warn: (message: string) => void logged.push(message),
    error: (message: string) => void logged.push(message),
  };
  const service = createLanguageService({ workspace, builtIns, log, now: () => NOW });
  return {
    service,
    logged,
    document: (path, text) => ({ uri: `${ROOT}/${path}`, version: ++versions, getText: () => text }),
    write(path, text) {
      if (text === undefined) disk.delete(`${ROOT}/${path}`);
      else disk.set(`${ROOT}/${path}`, text);
      return service.didChangeFile(`${ROOT}/${path}`);
    },
  };
}
