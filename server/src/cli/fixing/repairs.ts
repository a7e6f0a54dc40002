import { realpathSync } from "node:fs";
import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { applyEdits, type TextEdit } from "../../service/languageService.ts";
import { attempt, type Complaints } from "../complaints.ts";
import type { Look } from "../look.ts";
import { displayPath } from "../printable.ts";
import type { Sites } from "../sites.ts";
import { readTextFile, type TextFile } from "../textFile.ts";

/** All right answers to what is wrong in a file. */
export interface Repair {
  /** Absolute. */
  readonly path: string;
  /** What is to be repaired. */
  readonly file: TextFile;
  /** The same, repaired. */
  readonly repaired: TextFile;
  /** Edits of the text that do not touch each other. */
  readonly edits: readonly TextEdit[];
}

/**
 * Works out the repairs of the files that a check found faulty, one after another, by what it knows of their sites: what
 * is written meanwhile changes nothing of the others'.
 *
 * @param look what the check found
 */
export async function* repairsOf(
  { files, checking, isReadable }: Look,
  complaints: Complaints,
): AsyncGenerator<Repair> {
  const { sites, cwd, isListed } = checking;
  const seen = new Set<string>();
  if (!isReadable) return;
  for (const { path, problems } of files) {
    // The own files of a site, for one, are checked with its articles, and repaired where they are named.
    if (!isListed(path) || !problems.some(({ fix }) => fix !== undefined)) continue;
    const name = displayPath(path, cwd);
    const read = attempt(name, complaints, () => ({ file: readTextFile(path), real: realpathSync(path) }));
    if (read === undefined || seen.has(read.real)) continue;
    const { file, real } = read;
    seen.add(real);
    const document = TextDocument.create(URI.file(path).toString(), "markdown", 1, file.text);
    if (!(await isSure(document.uri, sites))) continue;
    await sites.service.indexSite(document.uri);
    const edits = await sites.service.fixAll(document, sites.settings);
    const text = applyEdits(file.text, edits);
    if (text === file.text) continue;
    if (file.encoding === "lossy") complaints.add(`${name}: not repaired, because it is not valid UTF-8`);
    else yield { path, file, repaired: { ...file, text }, edits };
  }
}

/** While the own files of its site are in error, nobody knows for sure what is expected of an article. */
async function isSure(uri: string, sites: Sites): Promise<boolean> {
  const others = (await sites.faultyFiles(uri)).filter((own) => own.uri !== uri);
  return !others.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === "error"));
}
