import { reportJson } from "./json.ts";
import type { Reporter } from "./reporter.ts";
import { reportText } from "./text.ts";

/** The formats of `check --format`, the usual one first. */
export const reporters = { text: reportText, json: reportJson } as const satisfies Record<string, Reporter>;
