import { readFileSync } from "node:fs";
import { hashOf } from "../../disk/hash.ts";
import type { PageFacts, Questions, Settings } from "../../service/languageService.ts";
import type { CheckedFile } from "../checkedFile.ts";
import { programFile } from "../programFile.ts";
import { writeWholeFile } from "../wholeFile.ts";
import type { Shard } from "./shard.ts";

/** What comes out of a shard. Paths have slashes and are relative to the folder that the command ran in. */
export interface ShardResults {
  readonly shard: Shard;
  readonly check: SharedCheck;
  /** What went wrong beside the work itself. */
  readonly complaints: readonly string[];
  readonly isReadable: boolean;
  /** The files of the shard, sorted. */
  readonly paths: readonly string[];
  readonly files: readonly CheckedFile[];
  readonly surveyed: readonly ShardSurvey[];
  /** By what the sites are known again that do not learn from their articles: hashes by roots. */
  readonly sites: { readonly [root: string]: string };
}

/** What all shards of a check have in common. */
export interface SharedCheck {
  /** The hash of the paths of all files. */
  readonly files: string;
  /** The site's configuration file, where it was named. */
  readonly config?: string;
  /** The severities that were asked for. */
  readonly rules?: Settings["rules"] | undefined;
}

/** What is known of a file before the others are. */
export interface ShardSurvey {
  readonly path: string;
  /** The root of its site. */
  readonly root: string;
  readonly facts?: PageFacts | undefined;
  readonly questions: Questions;
  /** Of the bytes of the file. */
  readonly hash: string;
}

/** Why something is not what a shard wrote. */
type Mistake = "not the results of a shard" | "damaged" | "written by another version of curated-content";

/** What the file starts with: a line about the line below it. */
interface Seal {
  readonly curatedContent: "shard";
  readonly program: string;
  /** Of all that follows. */
  readonly hash: string;
}

/** Throws where the system does. */
export function writeShardFile(path: string, results: ShardResults): void {
  const body = `${JSON.stringify(results)}\n`;
  const seal: Seal = { curatedContent: "shard", program: identityOfProgram(), hash: hashOf(body) };
  writeWholeFile(path, `${JSON.stringify(seal)}\n${body}`);
}

/** Throws where the system does. */
export function readShardFile(path: string): ShardResults | Mistake {
  const text = readFileSync(path, "utf8");
  const end = text.indexOf("\n");
  const seal = sealIn(text.slice(0, Math.max(end, 0)));
  if (seal === undefined) return "not the results of a shard";
  if (seal.program !== identityOfProgram()) return "written by another version of curated-content";
  const body = text.slice(end + 1);
  return hashOf(body) === seal.hash ? (JSON.parse(body) as ShardResults) : "damaged";
}

function sealIn(line: string): Seal | undefined {
  if (!line.startsWith('{"curatedContent":"shard"')) return undefined;
  try {
    return JSON.parse(line) as Seal;
  } catch {
    return undefined;
  }
}

/** The version would not do while the program is worked on. */
function identityOfProgram(): string {
  return hashOf(readFileSync(programFile()));
}
