import type { CheckedFile } from "../checkedFile.ts";
import { toMessage } from "./json.ts";
import type { CreateReporter } from "./reporter.ts";

/**
 * The report for tools that cannot wait: a line of JSON for each problem (https://jsonlines.org). What concerns one file
 * alone comes first, file by file, then what takes a look at several.
 */
export const createJsonLinesReporter: CreateReporter = () => {
  const written = new Map<string, ReadonlySet<string>>();
  return {
    early(file) {
      const lines = linesOf(file);
      if (lines.length > 0) written.set(file.path, new Set(lines));
      return lines.join("");
    },
    end: (files) =>
      files.flatMap((file) => linesOf(file).filter((line) => written.get(file.path)?.has(line) !== true)).join(""),
  };
};

function linesOf({ path, problems }: CheckedFile): readonly string[] {
  return problems.map(
    (problem) => `${JSON.stringify({ filePath: path, ...toMessage(problem), severity: problem.severity })}\n`,
  );
}
