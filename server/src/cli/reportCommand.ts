import { type Command, InvalidArgumentError } from "commander";
import type { CommandParts } from "./commandParts.ts";
import { report } from "./report.ts";

/** `curated-content report` */
export function addReportCommand(program: Command, { terminal, finish, trace }: CommandParts): void {
  program
    .command("report")
    .description("Write a page with figures on the content of a site, and what is behind each.")
    .argument("[FOLDER]", "a folder of the site", ".")
    .option("--out <FILE>", "the HTML file that is written (default: standard output)")
    .option("--date <DATE>", "the day that ages count from, as 2026-06-15 (default: today)", day)
    .option("--config <FILE>", "the site's configuration file; its folder is the site's root")
    .addHelpText("after", help)
    .action(async (folder: string, { config, date, out }: ReportFlags) => {
      finish(await report(folder, { config, now: date, out, trace }, terminal));
    });
}

interface ReportFlags {
  readonly config?: string;
  readonly date?: number;
  readonly out?: string;
}

/** The noon of a day, in milliseconds. */
function day(text: string): number {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T12:00:00Z`) : Number.NaN;
  if (Number.isNaN(instant)) throw new InvalidArgumentError("It must be a day, as 2026-06-15.");
  return instant;
}

const help = `
The page counts problems by rule, community and age, articles by month and by their last change, topics by use, and what is
missing; each bar opens the list behind it. It needs no other file and no network, and is the same, to the byte, for the
same site and the same day.

Exit codes:
  0  the page is written
  2  wrong use, or a file that cannot be read or written

Examples:
  curated-content report --out report.html
  curated-content report site --date 2026-06-15 --out report.html`;
