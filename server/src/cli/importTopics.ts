import { writeFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { URI } from "vscode-uri";
import { applyEdits, type ImportedTopics, type TopicImportChange } from "../service/languageService.ts";
import { attempt, type Complaints, createComplaints } from "./complaints.ts";
import type { ExitCode } from "./exitCode.ts";
import { replaceFile } from "./fixing/replaceFile.ts";
import { ioReason } from "./ioReason.ts";
import { makeFolder } from "./makeFolder.ts";
import { displayPath, oneLine, printable } from "./printable.ts";
import { canReadConfig, openSites, type SitesOptions } from "./sites.ts";
import type { Terminal } from "./terminal.ts";
import { bytesOf, readTextFile } from "./textFile.ts";

export interface ImportTopicsOptions extends Omit<SitesOptions, "cwd"> {
  /** A folder of the site that takes the topics; that of the terminal without. */
  readonly site: string | undefined;
  readonly language: string;
  readonly differing: "keep" | "replace";
  readonly missing: "deprecate" | "keep";
  /** Whether the file is written, or only told what would be. */
  readonly mode: "write" | "tell";
}

/** Takes the topics of a foreign vocabulary into that of a site, and prints what becomes of each. */
export async function importTopics(file: string, options: ImportTopicsOptions, terminal: Terminal): Promise<ExitCode> {
  const { cwd } = terminal;
  const complaints = createComplaints(terminal);
  const path = resolve(cwd, file);
  const name = displayPath(path, cwd);
  const source = attempt(name, complaints, () => readTextFile(path));
  if (source === undefined || !canReadConfig({ ...options, cwd }, complaints)) return 2;
  if (source.encoding === "lossy") {
    complaints.add(`${name}: it is not valid UTF-8; save it as UTF-8 first.`);
    return 2;
  }
  const { readVocabulary } = await import("../vocabularies/readVocabulary.ts");
  const { language } = options;
  const { concepts, fault, notes } = await readVocabulary({ text: source.text, fileName: basename(path), language });
  const told = notes.map((note) => ({ ...note, isFatal: false }));
  for (const { line, column, message, isFatal } of fault === undefined ? told : [{ ...fault, isFatal: true }]) {
    const place = [name, line, line === undefined ? undefined : column].filter((step) => step !== undefined).join(":");
    const text = `${place}: ${oneLine(message)}`;
    if (isFatal) complaints.add(text);
    else terminal.complain(text);
  }
  if (complaints.any()) return 2;

  const sites = openSites({ ...options, cwd }, complaints);
  const place = URI.file(resolve(cwd, options.site ?? ".", "any.md")).toString();
  const { differing, missing } = options;
  const result = await sites.service.importTopics(place, { concepts, differing, missing });
  if ("refused" in result) complaints.add(`curated-content: ${oneLine(result.refused)}`);
  if ("refused" in result || complaints.any()) return 2;
  const target = URI.parse(result.edit.uri).fsPath;
  if (options.mode === "write" && result.edit.edits.length > 0 && !(await write(target, result, complaints, cwd)))
    return 2;
  terminal.print(report(result, displayPath(target, cwd), options.mode));
  return 0;
}

/** Writes the file in one step, in the bytes that it had but for what changes; complains where that cannot be done. */
async function write(
  target: string,
  { edit, isListed }: ImportedTopics,
  complaints: Complaints,
  cwd: string,
): Promise<boolean> {
  const name = displayPath(target, cwd);
  const text = applyEdits(edit.text, edit.edits);
  try {
    if (!isListed) {
      makeFolder(dirname(target));
      writeFileSync(target, text, { flag: "wx" });
      return true;
    }
    const before = readTextFile(target);
    const isLossy = before.encoding === "lossy";
    const refusal = isLossy
      ? "not valid UTF-8"
      : await replaceFile(target, bytesOf({ ...before, text }), bytesOf({ ...before, text: edit.text }));
    if (refusal === undefined) return true;
    complaints.add(`${name}: ${refusal}, so nothing is written`);
  } catch (error) {
    const reason = ioReason(error);
    if (reason === undefined) throw error;
    complaints.add(`${name}: ${reason}`);
  }
  return false;
}

const SIGNS = { added: "+", changed: "~", retired: "-" } as const;

function report({ changes, kept, isListed }: ImportedTopics, name: string, mode: "write" | "tell"): string {
  const lines = changes.map(({ kind, topic, keys }) => {
    const more = keys.length > 0 ? ` (${keys.join(", ")})` : "";
    return `${SIGNS[kind]} ${printable(topic)}${more}\n`;
  });
  const count = (kind: TopicImportChange["kind"]) => changes.filter((change) => change.kind === kind).length;
  const counts = `${count("added")} added, ${count("changed")} changed, ${count("retired")} retired`;
  const how = mode === "write" ? (isListed ? "" : " The file is new.") : " Nothing was written.";
  const own = kept === 0 ? "" : ` ${kept} kept as the site has them; --replace takes over what differs.`;
  return `${lines.join("")}${changes.length > 0 ? "\n" : ""}${name}: ${counts}.${how}${own}\n`;
}
