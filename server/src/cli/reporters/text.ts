import { type CheckedFile, countOf, type ReportedProblem } from "../checkedFile.ts";
import type { Palette } from "../palette.ts";
import { displayPath, oneLine } from "../printable.ts";
import type { CreateReporter } from "./reporter.ts";

const SEVERITIES = ["error", "warning", "information", "hint"] as const;

/** The report for people: the problems of each file below its name, each with the places in other files that it is about, then how many there are. Silent where all is well. */
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
  { problems }: CheckedFile,
  { cwd, palette }: { readonly cwd: string; readonly palette: Palette },
): string {
  const rows = problems.map((problem) => ({
    place: `${problem.start.line}:${problem.start.column}`,
    severity: problem.severity,
    message: oneLine(problem.message),
    ruleId: problem.ruleId,
    elsewhere: problem.elsewhere.map(({ path, line, column }) => `${displayPath(path, cwd)}:${line}:${column}`),
  }));
  const [places, severities, messages] = (["place", "severity", "message"] as const).map((column) =>
    rows.reduce((width, row) => Math.max(width, row[column].length), 0),
  );
  const margin = " ".repeat(2 + (places ?? 0) + 2 + (severities ?? 0) + 2);
  const lines = rows.map((row) => {
    const place = palette.faint(row.place.padStart(places ?? 0));
    const severity = palette[row.severity](row.severity.padEnd(severities ?? 0));
    const others = row.elsewhere.map((other) => `${margin}${palette.faint(other)}\n`);
    return `  ${place}  ${severity}  ${row.message.padEnd(messages ?? 0)}  ${palette.faint(row.ruleId)}\n${others.join("")}`;
  });
  return lines.join("");
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
