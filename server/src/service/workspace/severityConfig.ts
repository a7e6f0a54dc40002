import { isJsonObject, type JsonValue, listIn, objectIn } from "../document/jsonValue.ts";
import { globMatcher } from "../model/glob.ts";
import type { Override, SeveritySetting, SiteSeverities } from "../model/severities.ts";
import type { DataFile } from "./dataFile.ts";

/** Takes from a site's configuration how serious findings are: what is right in `rules` and `overrides`. */
export function readSeverities({ data }: DataFile): SiteSeverities {
  const { rules, overrides } = objectIn(data);
  return {
    rules: rulesIn(rules),
    overrides: listIn(overrides).flatMap((entry): Override[] =>
      isJsonObject(entry) ? [{ matches: globMatcher(globsIn(entry.files)), rules: rulesIn(entry.rules) }] : [],
    ),
  };
}

/** One glob or several. */
export function globsIn(value: JsonValue | undefined): readonly string[] {
  return [value ?? []].flat().filter((glob) => typeof glob === "string");
}

function rulesIn(value: JsonValue | undefined): ReadonlyMap<string, SeveritySetting> {
  return new Map(Object.entries(objectIn(value)).filter(isSeverityEntry));
}

function isSeverityEntry(entry: [string, JsonValue]): entry is [string, SeveritySetting] {
  return typeof entry[1] === "string" && ["off", "hint", "information", "warning", "error"].includes(entry[1]);
}
