import type { CreateReporter } from "./reporter.ts";

/** A way to report. */
export interface Format {
  /** Whom or what it is for, in the words of the help. */
  readonly summary: string;
  /** Loaded only when it is asked for. */
  load(): Promise<CreateReporter>;
}

/** The formats of `check --format`, the usual one first. */
export const formats = {
  text: { summary: "for people", load: async () => (await import("./text.ts")).createTextReporter },
  json: { summary: "in ESLint's shape", load: async () => (await import("./json.ts")).createJsonReporter },
  jsonl: {
    summary: "a line of JSON for each problem, as soon as it is found",
    load: async () => (await import("./jsonLines.ts")).createJsonLinesReporter,
  },
  sarif: {
    summary: "for GitHub's code scanning and other collections of findings, SARIF 2.1.0",
    load: async () => (await import("./sarif.ts")).createSarifReporter,
  },
  github: {
    summary: "annotations in GitHub Actions",
    load: async () => (await import("./github.ts")).createGithubReporter,
  },
  gitlab: { summary: "GitLab's Code Quality", load: async () => (await import("./gitlab.ts")).createGitlabReporter },
  junit: {
    summary: "for what reads the results of tests, in XML",
    load: async () => (await import("./junit.ts")).createJunitReporter,
  },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;
