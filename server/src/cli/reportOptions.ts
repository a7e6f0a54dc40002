import { type Command, InvalidArgumentError, Option } from "commander";
import { addBaselineOptions, type BaselineFlags, toBaselineRequest } from "./baseline/baselineOptions.ts";
import type { BaselineRequest } from "./baseline/openBaseline.ts";
import { type FormatName, formats } from "./reporters/formats.ts";
import type { ReportRequest, ReportsOptions } from "./reports.ts";
import type { VerdictOptions } from "./verdict.ts";

export interface ReportOptions extends ReportsOptions, VerdictOptions {
  readonly baseline: BaselineRequest;
}

/** What is typed of how to report. */
export interface ReportFlags extends BaselineFlags {
  readonly format?: readonly ReportRequest[];
  readonly quiet?: true;
  readonly maxWarnings?: number;
}

/** Gives a command the options of how to report. */
export function addReportOptions(command: Command): Command {
  command
    .addOption(
      new Option("--format <FORMAT[:FILE]>", "how to report, and where to; may be said several times")
        .choices(names)
        .argParser(reportRequest),
    )
    .option("--quiet", "report errors only; warnings are counted all the same")
    .option("--max-warnings <N>", "fail when there are more warnings than this", wholeNumber);
  return addBaselineOptions(command);
}

/** @param command is told what contradicts itself */
export function toReportOptions(flags: ReportFlags, command: Command): ReportOptions {
  const { format, quiet, maxWarnings } = flags;
  return {
    reports: format ?? [{ format: "text" }],
    reported: quiet ? "errors" : "all",
    maxWarnings: maxWarnings ?? Number.POSITIVE_INFINITY,
    baseline: toBaselineRequest(flags, command),
  };
}

const names = Object.keys(formats);
const width = Math.max(...names.map((name) => name.length));
const lines = Object.entries(formats).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}\n`);

/** What the help says of formats. */
export const formatsHelp = `\nFormats:\n${lines.join("")}`;

/** One more report, as `sarif` or `sarif:out.sarif`. */
function reportRequest(text: string, others: readonly ReportRequest[] = []): readonly ReportRequest[] {
  const [, format = "", file] = /^([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  if (!isFormat(format)) throw new InvalidArgumentError(`Allowed choices are ${names.join(", ")}.`);
  if (file === "") throw new InvalidArgumentError("Behind the colon belongs a file.");
  return [...others, { format, ...(file !== undefined && { file }) }];
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It must be a whole number, 0 or more.");
  return Number(text);
}
