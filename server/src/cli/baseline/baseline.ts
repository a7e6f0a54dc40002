import { relative, sep } from "node:path";
import type { CheckedFile, ReportedProblem } from "../checkedFile.ts";
import { fingerprintsOf } from "../fingerprints.ts";
import type { KnownProblem, KnownProblems } from "./baselineFile.ts";
import type { IsJudged } from "./judged.ts";

/** What a check finds, beside what is known. */
export interface Baseline {
  /** A file with those of its problems that are not known. */
  newsIn(file: CheckedFile): CheckedFile;
  /** The problems that are known and no longer there, in the order of their files. */
  goneFrom(files: readonly CheckedFile[], isJudged: IsJudged): readonly GoneProblem[];
  /** What is known once files have been checked: what they have, and what is known of others. */
  updatedBy(files: readonly CheckedFile[], isJudged: IsJudged): KnownProblems;
}

export interface GoneProblem extends KnownProblem {
  /** Its file, as the baseline names it. */
  readonly name: string;
}

/** @param folder of the baseline, which the names of files are relative to */
export function createBaseline(known: KnownProblems, folder: string): Baseline {
  const nameOf = ({ path }: CheckedFile): string => relative(folder, path).split(sep).join("/");
  const named = (file: CheckedFile): readonly (readonly [ReportedProblem, string])[] => {
    const fingerprints = fingerprintsOf(file, nameOf(file));
    return file.problems.map((problem, index) => [problem, fingerprints[index] ?? ""]);
  };
  const knownIn = (name: string): ReadonlySet<string> =>
    new Set(known.get(name)?.map(({ fingerprint }) => fingerprint));
  const toKnown = (file: CheckedFile): readonly KnownProblem[] =>
    named(file).map(([{ ruleId, message }, fingerprint]) => ({ rule: ruleId, fingerprint, message }));
  const fingerprintsIn = (files: readonly CheckedFile[]): ReadonlyMap<string, ReadonlySet<string>> =>
    new Map(files.map((file) => [nameOf(file), new Set(named(file).map(([, fingerprint]) => fingerprint))]));
  return {
    newsIn(file) {
      const before = knownIn(nameOf(file));
      if (before.size === 0) return file;
      const news = named(file).filter(([, fingerprint]) => !before.has(fingerprint));
      return { ...file, problems: news.map(([problem]) => problem) };
    },
    goneFrom(files, isJudged) {
      const found = fingerprintsIn(files);
      return [...known].flatMap(([name, problems]) =>
        problems
          .filter(({ rule, fingerprint }) => !found.get(name)?.has(fingerprint) && isJudged(name, rule))
          .map((problem) => ({ ...problem, name })),
      );
    },
    updatedBy(files, isJudged) {
      const updated = new Map<string, readonly KnownProblem[]>(files.map((file) => [nameOf(file), toKnown(file)]));
      for (const [name, problems] of known) {
        const left = updated.get(name) ?? [];
        const isKept = ({ rule, fingerprint }: KnownProblem): boolean =>
          !isJudged(name, rule) && !left.some((problem) => problem.fingerprint === fingerprint);
        updated.set(name, [...left, ...problems.filter(isKept)]);
      }
      return updated;
    },
  };
}
