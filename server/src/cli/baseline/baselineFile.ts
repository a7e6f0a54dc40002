import { readFileSync } from "node:fs";
import { writeWholeFile } from "../wholeFile.ts";

/** The problems that are known, by the paths of their files: below the folder of the baseline, with slashes. */
export type KnownProblems = ReadonlyMap<string, readonly KnownProblem[]>;

export interface KnownProblem {
  readonly rule: string;
  /** By what it is known again. */
  readonly fingerprint: string;
  /** For people. */
  readonly message: string;
}

const VERSION = 1;

/** What the file holds. */
interface Content {
  readonly version: typeof VERSION;
  readonly files: { readonly [name: string]: readonly KnownProblem[] };
}

/** Why a file is no baseline. */
type Mistake = "no baseline" | "a baseline of another version of curated-content";

/** Throws where the system does. */
export function readBaseline(path: string): KnownProblems | Mistake {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return "no baseline";
    throw error;
  }
  if (!isObject(content) || typeof content.version !== "number") return "no baseline";
  if (content.version !== VERSION) return "a baseline of another version of curated-content";
  return isContent(content) ? new Map(Object.entries(content.files)) : "no baseline";
}

/** Writes a problem a line, sorted, so that two branches of a repository seldom change the same. Throws where the system does. */
export function writeBaseline(path: string, known: KnownProblems): void {
  const files = [...known].filter(([, problems]) => problems.length > 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const blocks = files.map(([name, problems]) => {
    const lines = problems.map((problem) => `      ${JSON.stringify(problem)}`).toSorted();
    return `    ${JSON.stringify(name)}: [\n${lines.join(",\n")}\n    ]`;
  });
  const body = blocks.length === 0 ? "{}" : `{\n${blocks.join(",\n")}\n  }`;
  writeWholeFile(path, `{\n  "version": ${VERSION},\n  "files": ${body}\n}\n`);
}

function isContent(content: { readonly [key: string]: unknown }): content is Content & typeof content {
  const { files } = content;
  return isObject(files) && Object.values(files).every((list) => Array.isArray(list) && list.every(isKnownProblem));
}

function isKnownProblem(value: unknown): value is KnownProblem {
  if (!isObject(value)) return false;
  return ["rule", "fingerprint", "message"].every((key) => typeof value[key] === "string");
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
