import { resolve } from "node:path";
import { URI } from "vscode-uri";
import {
  type NewArticleRequest,
  type NewArticleSite,
  placeIn,
  type ScaffoldedArticle,
} from "../service/languageService.ts";
import { type Complaints, createComplaints } from "./complaints.ts";
import type { ExitCode } from "./exitCode.ts";
import { ioReason } from "./ioReason.ts";
import { createFiles, type NewFiles } from "./newFiles.ts";
import { displayPath, oneLine, printable } from "./printable.ts";
import { canReadConfig, openSites, type SitesOptions } from "./sites.ts";
import type { Terminal } from "./terminal.ts";

export interface NewArticleOptions extends Omit<SitesOptions, "cwd"> {
  /** `print` shows what would be written, and writes nothing. */
  readonly mode: "write" | "print";
  readonly archetype: string | undefined;
  readonly community: string | undefined;
  readonly answers: Pick<NewArticleRequest, "title" | "source" | "topics" | "newTopics" | "authors" | "description">;
  /** The file of its image, as typed. */
  readonly image: string | undefined;
}

/**
 * Writes a new article, and its image beside it. Prints its path, and beside the results what is to be filled in.
 *
 * @param folder a folder of the site, as typed: where it says what the article is, nobody else needs to
 * @returns 1 where the source, or the address on the site, is taken already
 */
export async function newArticle(folder: string, options: NewArticleOptions, terminal: Terminal): Promise<ExitCode> {
  const { cwd } = terminal;
  const complaints = createComplaints(terminal);
  if (!canReadConfig({ ...options, cwd }, complaints)) return 2;
  const { service } = openSites({ ...options, cwd }, complaints);
  const site = await service.scaffolding.site(`${URI.file(resolve(cwd, folder)).toString()}/`);
  for (const problem of await service.siteProblems(placeIn(site.root))) {
    if (problem.severity !== "error") continue;
    complaints.add(`${shown(problem.uri, cwd)}:${problem.line}: ${oneLine(problem.message)}`);
  }
  if (complaints.any()) return 2;
  const request = requestFor(site, options, cwd);
  if (typeof request === "string") return refuse(request, complaints);
  const made = await service.scaffolding.newArticle(request);
  if ("refused" in made) return refuse(made.refused, complaints);
  if (complaints.any()) return 2;
  for (const { same, path } of made.curated) {
    const line = `${displayPath(resolve(URI.parse(site.root).fsPath, path), cwd)}: ${TAKEN[same]}`;
    // That one may be changed, or wanted.
    if (same === "alias") terminal.complain(line);
    else complaints.add(line);
  }
  if (complaints.any()) return 1;
  const name = shown(made.uri, cwd);
  if (options.mode === "print") {
    terminal.print(made.text);
    tell(made, "would", terminal);
    return 0;
  }
  const written = await write(made, name, complaints);
  if (written === undefined) return 2;
  terminal.print(`${name}\n`);
  tell(made, written, terminal);
  return written === "has" ? 0 : 2;
}

/** `undefined` where nothing was written; `has not` where the vocabulary was not. */
async function write(
  made: ScaffoldedArticle,
  name: string,
  complaints: Complaints,
): Promise<"has" | "has not" | undefined> {
  try {
    return (await createFiles(filesOf(made))) ? "has" : "has not";
  } catch (error) {
    const reason = ioReason(error);
    if (reason === undefined) throw error;
    complaints.add(`${name}: ${reason}`);
    return undefined;
  }
}

const TAKEN: { readonly [Same in ScaffoldedArticle["curated"][number]["same"]]: string } = {
  file: "is there already",
  source: "curates the same page for this community",
  alias: "has the same alias, which leads to one of them only",
  permalink: "has the same address on the site",
};

function refuse(why: string, complaints: Complaints): ExitCode {
  complaints.add(`curated-content: ${oneLine(why)}`);
  return 2;
}

/** What is asked for; why not, where a choice is left open. */
function requestFor(
  { root, archetypes, here }: NewArticleSite,
  { archetype, community, answers, image }: NewArticleOptions,
  cwd: string,
): NewArticleRequest | string {
  const [only, ...others] = archetypes.map(({ name }) => name);
  if (answers.title.trim() === "") return "An article has a title.";
  const kind = archetype ?? here.archetype ?? (others.length === 0 ? only : undefined);
  if (kind === undefined) return `Say what the article is with --archetype: ${[only, ...others].join(", ")}.`;
  return {
    root,
    archetype: kind,
    community: community ?? here.community,
    ...answers,
    image: image && URI.file(resolve(cwd, image)).toString(),
  };
}

function filesOf({ uri, text, image, vocabulary }: ScaffoldedArticle): NewFiles {
  const path = (file: string) => URI.parse(file).fsPath;
  return {
    article: { path: path(uri), text },
    image: image && { from: path(image.from), to: path(image.to) },
    changed: vocabulary && { ...vocabulary, path: path(vocabulary.uri) },
  };
}

const VOCABULARY = {
  has: "has got the new topics",
  "has not": "has not got the new topics: it was changed meanwhile, or is not to be written",
  would: "would get the new topics",
};

/** Says what else there is to know: in the form in which terminals lead to a line. */
function tell(
  { uri, text, blanks, image, vocabulary }: ScaffoldedArticle,
  mode: "has" | "has not" | "would",
  terminal: Terminal,
): void {
  const { cwd } = terminal;
  const name = shown(uri, cwd);
  if (mode === "would") terminal.complain(`${name}: would be written`);
  if (mode === "would" && image !== undefined)
    terminal.complain(`${shown(image.to, cwd)}: would be copied from ${shown(image.from, cwd)}`);
  if (vocabulary !== undefined) terminal.complain(`${shown(vocabulary.uri, cwd)}: ${VOCABULARY[mode]}`);
  for (const blank of blanks) {
    if (blank.isDerived) continue;
    const line = text.slice(0, blank.start).split(/\r\n|\n|\r/).length;
    terminal.complain(`${name}:${line}: to fill in: ${printable(blank.name)}`);
  }
}

function shown(uri: string, cwd: string): string {
  return displayPath(URI.parse(uri).fsPath, cwd);
}
