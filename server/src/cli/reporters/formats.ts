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
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;
