import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { URI } from "vscode-uri";
import { reportHtml } from "../protocol/reportHtml.ts";
import { ENGLISH } from "../protocol/reportTexts.ts";
import { attempt, createComplaints } from "./complaints.ts";
import type { ExitCode } from "./exitCode.ts";
import { displayPath, oneLine } from "./printable.ts";
import { programFile } from "./programFile.ts";
import { canReadConfig, openSites, type SitesOptions } from "./sites.ts";
import type { Terminal } from "./terminal.ts";

export interface ReportOptions extends Omit<SitesOptions, "cwd"> {
  /** The file that is written; without it the page is printed. */
  readonly out: string | undefined;
  /** The day that ages count from, in milliseconds; today without it. */
  readonly now: number | undefined;
}

/** Writes figures on the content of a site as a page that needs no other file. */
export async function report(folder: string, options: ReportOptions, terminal: Terminal): Promise<ExitCode> {
  const { cwd } = terminal;
  const complaints = createComplaints(terminal);
  if (!canReadConfig({ ...options, cwd }, complaints)) return 2;
  const sites = openSites({ ...options, cwd }, complaints);
  const place = URI.file(resolve(cwd, folder, "any.md")).toString();
  const result = await sites.service.contentReport(place, { now: options.now });
  if (result === undefined || result.report.totals.articles === 0)
    complaints.add(`${displayPath(resolve(cwd, folder), cwd)}: there is no article in the site of this folder`);
  if (result === undefined || complaints.any()) return 2;
  const [script, styles] = ["report.js", "report.css"].map((name) =>
    readFileSync(join(dirname(programFile()), name), "utf8"),
  );
  const html = reportHtml(result.report, { texts: ENGLISH, script: script ?? "", styles: styles ?? "" });
  const { out } = options;
  if (out === undefined) {
    terminal.print(html);
    return 0;
  }
  const path = resolve(cwd, out);
  const isWritten = attempt(oneLine(displayPath(path, cwd)), complaints, () => {
    writeFileSync(path, html);
    return true;
  });
  return isWritten ? 0 : 2;
}
