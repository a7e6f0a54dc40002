import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { URI } from "vscode-uri";
import { compileSchema } from "../../../schemas/compileSchema.ts";
import { builtIns } from "../../../schemas/index.ts";
import {
  type CheckedSiteFile,
  createLanguageService,
  type LanguageService,
  type Log,
  type Settings,
} from "../service/languageService.ts";
import { attempt, type Complaints } from "./complaints.ts";
import { createFileWorkspace } from "./fileWorkspace.ts";
import { displayPath, oneLine } from "./printable.ts";
import type { Patches } from "./textFile.ts";

/** The language service for the sites on the disk. */
export interface Sites {
  readonly service: LanguageService;
  /** What is asked for besides what the sites say. */
  readonly settings: Settings;
  /** What is wrong in the own files of a document's site, the faulty ones only. */
  faultyFiles(uri: string): Promise<readonly CheckedSiteFile[]>;
  /** Whether all files of the sites so far could be read. What could not was complained of. */
  isReadable(): boolean;
}

export interface SitesOptions {
  readonly cwd: string;
  /** The site's configuration file, as typed, where it is not the one at the site's root. */
  readonly config: string | undefined;
  /** The severities of rules; they come before what the sites say. */
  readonly rules?: Settings["rules"] | undefined;
  /** What is to be taken as written already, where there is something. */
  readonly patches?: Patches | undefined;
  /** Is told what the service does. */
  readonly trace: (line: string) => void;
}

/** Whether the configuration file that was named, if any, can be read; complains where it cannot. */
export function canReadConfig({ cwd, config }: Pick<SitesOptions, "cwd" | "config">, complaints: Complaints): boolean {
  if (config === undefined) return true;
  const path = resolve(cwd, config);
  return attempt(displayPath(path, cwd), complaints, () => readFileSync(path)) !== undefined;
}

export function openSites(options: SitesOptions, complaints: Complaints): Sites {
  const { cwd, rules = {}, trace, patches } = options;
  const config = options.config === undefined ? undefined : resolve(cwd, options.config);
  let isReadable = true;
  const service = createLanguageService({
    workspace: createFileWorkspace((path, reason) => {
      isReadable = false;
      complaints.add(`${displayPath(path, cwd)}: ${reason}`);
    }, patches),
    builtIns,
    compileSchema,
    log: logTo(complaints, trace),
    now: Date.now,
    config: config && URI.file(config).toString(),
    rules,
  });
  return {
    service,
    settings: { enable: true, rules },
    faultyFiles: async (uri) => (await service.checkSiteFiles(uri)).filter(({ diagnostics }) => diagnostics.length > 0),
    isReadable: () => isReadable,
  };
}

/** A failure inside the service must not pass for a clean site. Its warnings are the problems that `faultyFiles` tells. */
function logTo(complaints: Complaints, trace: SitesOptions["trace"]): Log {
  return {
    debug: trace,
    info: trace,
    warn: trace,
    error: (message) => complaints.add(`curated-content: internal error: ${oneLine(message)}`),
  };
}
