import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import type { CheckedSiteFile, Diagnostic, Found, PageFacts, Questions } from "../service/languageService.ts";
import { type Stamp, stampOf } from "./cache/stamp.ts";
import { type CheckedFile, toCheckedFile } from "./checkedFile.ts";
import { attempt, type Complaints } from "./complaints.ts";
import { displayPath } from "./printable.ts";
import type { Sites } from "./sites.ts";
import { type Patches, readTextFile } from "./textFile.ts";

/** How files are checked. */
export interface Checking {
  /** Whether what is found is kept for the next check. */
  readonly isKept: boolean;
  readonly sites: Sites;
  readonly complaints: Complaints;
  /** The folder that paths are shown relative to. */
  readonly cwd: string;
  /** What is to be taken as written already, where there is something. */
  readonly patches?: Patches | undefined;
  /** Whether a file is one of all that are to be checked. */
  isListed(path: string): boolean;
}

/** What came out of a check. */
export interface Findings {
  readonly files: readonly CheckedFile[];
  readonly surveyed: readonly Surveyed[];
}

/** A file that was checked before the other pages of its site were known. */
export interface Surveyed {
  readonly path: string;
  /** The root of its site. */
  readonly root: string;
  /** What it says; absent where it is no page of the site's index. */
  readonly facts?: PageFacts | undefined;
  /** What it would have to know of the others. */
  readonly questions: Questions;
  /** What it found of the files that it names; absent where the survey holds for this moment only. */
  readonly found?: Found | undefined;
  /** By what the file is known again; absent where nothing is kept of it. */
  readonly stamp?: Stamp | undefined;
}

/** Finds what is wrong in a document. */
type Look = (document: TextDocument) => Promise<readonly Diagnostic[]>;

/**
 * Checks files, one after another. What is wrong in the own files of a site may be why its articles are, so it is told
 * wherever one is checked.
 *
 * @param paths absolute
 */
export async function checkFiles(paths: readonly string[], checking: Checking): Promise<Findings> {
  const { isKept, sites, complaints, cwd } = checking;
  const found = new Map<string, CheckedFile>();
  const surveyed: Surveyed[] = [];
  for (const path of paths) {
    const stamp = isKept ? attempt(displayPath(path, cwd), complaints, () => stampOf(path)) : undefined;
    const look: Look = async (document) => {
      const survey = await sites.service.surveys.survey(document, sites.settings.rules);
      if (survey === undefined) return indexed(document, sites);
      const { diagnostics, ...rest } = survey;
      surveyed.push({ path, stamp, ...rest });
      return diagnostics;
    };
    const file = await checkFile(path, checking, look);
    if (file === undefined) continue;
    found.set(path, file);
    for (const own of await faultySiteFiles(path, checking)) if (!found.has(own.path)) found.set(own.path, own);
  }
  return { files: [...found.values()], surveyed };
}

/** The faulty own files of the site of a file, those left out that are checked themselves. */
export async function faultySiteFiles(
  path: string,
  { sites, isListed }: Pick<Checking, "sites" | "isListed">,
): Promise<readonly CheckedFile[]> {
  const own = await sites.faultyFiles(URI.file(path).toString());
  const files = own.map((file) => ({ file, path: URI.parse(file.uri).fsPath }));
  return files.flatMap((each) => (isListed(each.path) ? [] : [toSiteFile(each.path, each.file)]));
}

/** Checks those of the surveyed files again about which something else is to be said, now that all of them are known. */
export async function checkAgain(surveyed: readonly Surveyed[], checking: Checking): Promise<readonly CheckedFile[]> {
  const { surveys } = checking.sites.service;
  const files: CheckedFile[] = [];
  for (const root of new Set(surveyed.map((each) => each.root))) {
    const pages = surveyed.filter((each) => each.root === root);
    const asking = pages.filter(({ questions }) => questions !== "");
    const [first] = asking;
    if (first === undefined) continue;
    const uri = URI.file(first.path).toString();
    const facts = pages.flatMap((page) => page.facts ?? []);
    await surveys.fill(uri, facts);
    for (const { path, questions } of asking) {
      if (await surveys.holds(URI.file(path).toString(), questions)) continue;
      const file = await checkFile(path, checking, (document) => indexed(document, checking.sites));
      if (file !== undefined) files.push(file);
    }
  }
  return files;
}

async function indexed(document: TextDocument, { service, settings }: Sites): Promise<readonly Diagnostic[]> {
  await service.indexSite(document.uri);
  return service.diagnose(document, settings);
}

/** `undefined` where the file or its site cannot be used. */
async function checkFile(path: string, checking: Checking, look: Look): Promise<CheckedFile | undefined> {
  const { sites, complaints, cwd, patches } = checking;
  const uri = URI.file(path).toString();
  const file = attempt(displayPath(path, cwd), complaints, () => readTextFile(path, patches));
  if (file === undefined) return undefined;
  await sites.faultyFiles(uri);
  // Without one of its files a site looks like another, and its articles faulty.
  if (!sites.isReadable()) return undefined;
  const document = TextDocument.create(uri, "markdown", 1, file.text);
  return toCheckedFile(path, document, await look(document));
}

function toSiteFile(path: string, { uri, text, diagnostics }: CheckedSiteFile): CheckedFile {
  return toCheckedFile(path, TextDocument.create(uri, "yaml", 1, text), diagnostics);
}
