import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { applyEdits, type CheckedSiteFile } from "../service/languageService.ts";
import { type CheckedFile, countOf, toCheckedFile } from "./checkedFile.ts";
import { attempt, type Complaints, createComplaints } from "./complaints.ts";
import type { ExitCode } from "./exitCode.ts";
import { findFiles } from "./findFiles.ts";
import { displayPath } from "./printable.ts";
import { reporters } from "./reporters/index.ts";
import { openSites, type Sites, type SitesOptions } from "./sites.ts";
import type { Terminal } from "./terminal.ts";
import { readTextFile, type TextFile, writeTextFile } from "./textFile.ts";

export interface CheckOptions extends Omit<SitesOptions, "cwd"> {
  readonly format: keyof typeof reporters;
  readonly mode: "report" | "fix";
  /** More warnings than this count as a failure. */
  readonly maxWarnings: number;
}

interface Run {
  readonly mode: CheckOptions["mode"];
  readonly sites: Sites;
  readonly complaints: Complaints;
  /** The file's path as people read it. */
  readonly name: string;
}

/**
 * Checks the articles that paths name, one after another, and prints the report.
 *
 * @param paths files, folders and globs, as typed; where one of them is wrong nothing is checked
 */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const { cwd } = terminal;
  const complaints = createComplaints(terminal);
  const { files, mistakes } = await findFiles(paths, cwd);
  for (const mistake of mistakes) complaints.add(mistake);
  const sites = complaints.any() ? undefined : await openSites({ ...options, cwd }, complaints);
  if (sites === undefined) return 2;

  const found = new Map<string, CheckedFile>();
  for (const path of files) {
    const file = await checkFile(path, { mode: options.mode, sites, complaints, name: displayPath(path, cwd) });
    if (file === undefined) continue;
    found.set(path, file);
    // What is wrong in the own files of a site may be why its articles are, so it is told wherever one is checked.
    for (const own of await sites.faultyFiles(URI.file(path).toString())) {
      const { fsPath } = URI.parse(own.uri);
      if (!files.includes(fsPath) && !found.has(fsPath)) found.set(fsPath, toSiteFile(fsPath, own));
    }
  }
  const checked = [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  terminal.print(reporters[options.format](checked, terminal));
  return complaints.any() ? 2 : verdict(checked, options, terminal);
}

/** `undefined` where the file or its site cannot be used. */
async function checkFile(path: string, run: Run): Promise<CheckedFile | undefined> {
  const { service } = run.sites;
  const uri = URI.file(path).toString();
  const file = await attempt(run.name, run.complaints, () => readTextFile(path));
  if (file === undefined) return undefined;
  const faulty = await run.sites.faultyFiles(uri);
  // Without one of its files a site looks like another, and its articles faulty.
  if (!run.sites.isReadable()) return undefined;
  await service.indexSite(uri);
  const original = TextDocument.create(uri, "markdown", 1, file.text);
  // While the own files of its site are in error, nobody knows for sure what is expected of an article.
  const others = faulty.filter((own) => own.uri !== uri);
  const isSure = !others.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === "error"));
  const document = run.mode === "fix" && isSure ? await repair(path, original, file, run) : original;
  return toCheckedFile(path, document, await service.diagnose(document));
}

function toSiteFile(path: string, { uri, text, diagnostics }: CheckedSiteFile): CheckedFile {
  return toCheckedFile(path, TextDocument.create(uri, "yaml", 1, text), diagnostics);
}

/** Writes the repaired text of a file where it differs; what it gives back is what the disk holds afterwards. */
async function repair(path: string, original: TextDocument, file: TextFile, run: Run): Promise<TextDocument> {
  const text = applyEdits(file.text, await run.sites.service.fixAll(original));
  if (text === file.text) return original;
  if (file.encoding === "lossy") {
    run.complaints.add(`${run.name}: not repaired, because it is not valid UTF-8`);
    return original;
  }
  const isWritten = await attempt(run.name, run.complaints, async () => {
    await writeTextFile(path, { ...file, text });
    return true;
  });
  return isWritten ? TextDocument.create(original.uri, "markdown", original.version + 1, text) : original;
}

function verdict(checked: readonly CheckedFile[], { maxWarnings }: CheckOptions, terminal: Terminal): ExitCode {
  const warnings = countOf(checked, "warning");
  if (warnings > maxWarnings) {
    terminal.complain(`curated-content: too many warnings: ${warnings}, allowed: ${maxWarnings}`);
    return 1;
  }
  return countOf(checked, "error") > 0 ? 1 : 0;
}
