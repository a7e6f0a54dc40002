import { ageBars } from "./ages.ts";
import type { ReportEntry } from "./contentReport.ts";
import { byLabel, type CountedProblem, type FigureBar, longestFirst, type Material } from "./material.ts";

/** How many problems each rule finds. */
export function problemsByRule(material: Material): readonly FigureBar[] {
  return longestFirst(byLabel(material.problems.map((problem) => [problem.ruleId, entryOf(problem, material)])));
}

/** How many problems the articles of each community have, and all files that are no articles. */
export function problemsByCommunity(material: Material): readonly FigureBar[] {
  const { problems, articles } = material;
  const communities = new Map(
    articles.map(({ path, community }) => [path, community ?? ({ word: "noCommunity" } as const)]),
  );
  return longestFirst(
    byLabel(
      problems.map((problem) => [communities.get(problem.path) ?? { word: "otherFiles" }, entryOf(problem, material)]),
    ),
  );
}

/** How many problems articles have, by how long ago these appeared. */
export function problemsByAge(material: Material): readonly FigureBar[] {
  const { problems, articles, now } = material;
  const dates = new Map(articles.map(({ path, date }) => [path, date]));
  const own = problems.filter(({ path }) => dates.has(path));
  return ageBars(
    own.map((problem) => [dates.get(problem.path), entryOf(problem, material)]),
    now,
  );
}

function entryOf({ path, line, severity, message }: CountedProblem, { fileAt }: Material): ReportEntry {
  return { file: fileAt(path), line, severity, note: message };
}
