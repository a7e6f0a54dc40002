import { type CheckedFile, countOf, type RelatedPlace, type ReportedProblem } from "../checkedFile.ts";
import type { Palette } from "../palette.ts";
import { displayPath, oneLine } from "../printable.ts";
import { codeFrame } from "./codeFrame.ts";
import type { CreateReporter, ReportContext } from "./reporter.ts";

const SEVERITIES = ["error", "warning", "information", "hint"] as const;

/**
 * The report for people: the problems of each file below its name, each with its line, with other places that it is about
 * and with its repair, then how many there are. Silent where all is well.
 */
export const createTextReporter: CreateReporter = ({ cwd, palette }) => ({
  end(files) {
    const faulty = files.filter((file) => file.problems.length > 0);
    if (faulty.length === 0) return "";
    const blocks = faulty.map(
      (file) => `${palette.title(displayPath(file.path, cwd))}\n${problemLines(file, { cwd, palette })}`,
    );
    return `${blocks.join("\n")}\n${totals(faulty, palette)}\n`;
  },
});

function problemLines(
  { path, problems }: CheckedFile,
  { cwd, palette }: Pick<ReportContext, "cwd" | "palette">,
): string {
  const rows = problems.map((problem) => ({
    problem,
    place: `${problem.start.line}:${problem.start.column}`,
    severity: problem.severity,
    message: oneLine(problem.message),
  }));
  const [places, severities] = (["place", "severity"] as const).map((column) =>
    rows.reduce((width, row) => Math.max(width, row[column].length), 0),
  );
  const lines = rows.flatMap(({ problem, place, severity, message }) => {
    const [shownPlace, shownSeverity] = [place.padStart(places ?? 0), severity.padEnd(severities ?? 0)];
    return [
      `  ${palette.faint(shownPlace)}  ${palette[severity](shownSeverity)}  ${message}  ${palette.faint(problem.ruleId)}`,
      ...[
        ...codeFrame(problem, palette),
        ...problem.related.map((place) => palette.faint(relatedLine(place, path, cwd))),
        ...(problem.fix === undefined ? [] : [palette.faint(`--fix: ${oneLine(problem.fix.title)}`)]),
      ].map((line) => `${" ".repeat(4 + (places ?? 0))}${line}`),
    ];
  });
  return `${lines.join("\n")}\n`;
}

function relatedLine({ path, start, message }: RelatedPlace, own: string, cwd: string): string {
  const file = path === own ? "" : `${displayPath(path, cwd)}:`;
  return `${file}${start.line}:${start.column}: ${oneLine(message)}`;
}

function totals(files: readonly CheckedFile[], palette: Palette): string {
  const problems = files.flatMap((file) => file.problems);
  const kinds = SEVERITIES.flatMap((severity) => {
    const count = countOf(files, severity);
    return count === 0 ? [] : [counted(count, severity)];
  });
  const worst = SEVERITIES.find((severity) => problems.some((problem) => problem.severity === severity)) ?? "hint";
  const sum = `${counted(problems.length, "problem")} in ${counted(files.length, "file")}: ${kinds.join(", ")}.`;
  return palette[worst](sum) + fixHint(problems);
}

function fixHint(problems: readonly ReportedProblem[]): string {
  const fixable = problems.filter((problem) => problem.fix !== undefined).length;
  if (fixable === 0) return "";
  return fixable === problems.length ? " --fix repairs all of them." : ` --fix repairs ${fixable} of them.`;
}

function counted(count: number, noun: string): string {
  const isPlural = count !== 1 && noun !== "information";
  return `${count} ${noun}${isPlural ? "s" : ""}`;
}
