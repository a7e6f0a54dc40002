import { resolve } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import type { Inspection } from "../service/languageService.ts";
import { attempt, createComplaints } from "./complaints.ts";
import type { ExitCode } from "./exitCode.ts";
import { displayPath, oneLine, printable } from "./printable.ts";
import { canReadConfig, openSites, type SitesOptions } from "./sites.ts";
import type { Terminal } from "./terminal.ts";
import { readTextFile } from "./textFile.ts";

/** The formats of `inspect --format`, the usual one first. */
export const inspectionFormats = { text: asText, json: asJson } as const;

export interface InspectOptions extends Omit<SitesOptions, "cwd"> {
  readonly format: keyof typeof inspectionFormats;
}

/** Prints what the tool sees of one article. A file that is no article is said to be none, with exit code 1. */
export async function inspect(file: string, options: InspectOptions, terminal: Terminal): Promise<ExitCode> {
  const { cwd } = terminal;
  const complaints = createComplaints(terminal);
  const path = resolve(cwd, file);
  const name = displayPath(path, cwd);
  const read = attempt(name, complaints, () => readTextFile(path));
  if (read === undefined || !canReadConfig({ ...options, cwd }, complaints)) return 2;
  const sites = openSites({ ...options, cwd }, complaints);
  const uri = URI.file(path).toString();
  for (const problem of await sites.service.siteProblems(uri)) {
    if (problem.severity !== "error") continue;
    const own = displayPath(URI.parse(problem.uri).fsPath, cwd);
    complaints.add(`${own}:${problem.line}: ${oneLine(problem.message)}`);
  }
  if (complaints.any()) return 2;

  await sites.service.indexSite(uri);
  const inspection = await sites.service.inspect(TextDocument.create(uri, "markdown", 1, read.text));
  if (inspection === undefined) {
    complaints.add(`${name} is no article: neither its front matter nor its place says what kind it is.`);
    return 1;
  }
  terminal.print(inspectionFormats[options.format](inspection));
  return complaints.any() ? 2 : 0;
}

function asJson(inspection: Inspection): string {
  return `${JSON.stringify(inspection, undefined, 2)}\n`;
}

function asText({ path, root, archetype, community, permalink, values, hugo, expected }: Inspection): string {
  const facts = {
    path,
    site: URI.parse(root).fsPath,
    archetype,
    community: community && communityName(community),
    permalink,
  };
  const { params, ...page } = hugo ?? {};
  return [
    section("Article", facts),
    section("Values", values),
    section("The page, as Hugo has it", page),
    section("Derived fields, as they should be", expected),
  ].join("\n");
}

function communityName({ name, slug, listed }: NonNullable<Inspection["community"]>): string {
  return `${name === undefined ? slug : `${name} (${slug})`}${listed ? "" : ", not listed by the site"}`;
}

/** A heading and a line for each value; lists go one item to a line. */
function section(heading: string, values: { readonly [key: string]: unknown }): string {
  const rows = Object.entries(values).flatMap(([key, value]) => [...rowsOf(key, value)]);
  const width = rows.reduce((most, [name]) => Math.max(most, name.length), 0);
  const lines = rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`.trimEnd());
  return `${[heading, ...lines].join("\n")}\n`;
}

/** The lines of one value: what is in a mapping is named as `expected` names it, with dots. */
function* rowsOf(key: string, value: unknown): Generator<readonly [name: string, text: string]> {
  if (Array.isArray(value) && value.length > 0) {
    for (const [index, item] of value.entries()) yield [index === 0 ? printable(key) : "", shown(item)];
  } else if (typeof value === "object" && value !== null && Object.keys(value).length > 0) {
    for (const [name, part] of Object.entries(value)) yield* rowsOf(`${key}.${name}`, part);
  } else {
    yield [printable(key), shown(value)];
  }
}

function shown(value: unknown): string {
  if (value === undefined) return "-";
  return printable(typeof value === "string" ? value : JSON.stringify(value));
}
