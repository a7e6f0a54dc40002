import { pageOf, type RuleDescription, rules } from "../../service/languageService.ts";
import type { CheckedFile, Place, RelatedPlace, ReportedProblem } from "../checkedFile.ts";
import { fingerprintsOf } from "../fingerprints.ts";
import { oneLine } from "../printable.ts";
import { examplesOf } from "../ruleHelp.ts";
import { pathBelow, uriBelow } from "./pathBelow.ts";
import type { CreateReporter } from "./reporter.ts";

const LEVELS = { error: "error", warning: "warning", information: "note", hint: "note" } as const;

/** What stands for the folder that paths are relative to: whoever reads the report knows where it is. */
const ROOT = "%SRCROOT%";

/**
 * The report for whatever collects the findings of several tools, as GitHub's code scanning does: SARIF 2.1.0
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). It has all rules, so that what is not found is known to be looked for.
 */
export const createSarifReporter: CreateReporter = ({ root, version }) => ({
  end(files, complaints) {
    const run = {
      tool: {
        driver: {
          name: "Curated Content",
          semanticVersion: version,
          informationUri: "https://github.com/curated-content/curated-content",
          rules: rules.map(toDescriptor),
        },
      },
      columnKind: "utf16CodeUnits",
      originalUriBaseIds: { [ROOT]: { description: { text: "The folder of the sources." } } },
      invocations: [
        {
          executionSuccessful: complaints.length === 0,
          toolExecutionNotifications: complaints.map((line) => ({ level: "error", message: { text: oneLine(line) } })),
        },
      ],
      results: files.flatMap((file) => toResults(file, root)),
    };
    return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, undefined, 2)}\n`;
  },
});

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

function toDescriptor(rule: RuleDescription): object {
  const { id, summary, why, severity } = rule;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${summary} ${why}`, markdown: `${summary}\n\n${why}\n\n${examplesOf(rule)}` },
    helpUri: pageOf(rule),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function toResults(file: CheckedFile, root: string): readonly object[] {
  const fingerprints = fingerprintsOf(file, pathBelow(root, file.path));
  return file.problems.map((problem, index) => {
    const { ruleId, severity, message, start, end, related } = problem;
    const ruleIndex = rules.findIndex(({ id }) => id === ruleId);
    return {
      ruleId,
      ...(ruleIndex >= 0 && { ruleIndex }),
      level: LEVELS[severity],
      message: { text: message },
      locations: [locationOf(file.path, { start, end }, root)],
      ...(related.length > 0 && { relatedLocations: related.map((place, id) => toRelated(place, id + 1, root)) }),
      partialFingerprints: { "curatedContentProblem/v1": fingerprints[index] },
      ...(problem.fix && { fixes: [toFix(problem.fix, file.path, root)] }),
    };
  });
}

function toRelated({ path, message, start, end }: RelatedPlace, id: number, root: string): object {
  return { id, message: { text: message }, ...locationOf(path, { start, end }, root) };
}

function toFix({ title, from, to, newText }: NonNullable<ReportedProblem["fix"]>, path: string, root: string): object {
  const replacement = { deletedRegion: regionOf({ start: from, end: to }), insertedContent: { text: newText } };
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: artifactOf(path, root), replacements: [replacement] }],
  };
}

interface Range {
  readonly start: Place;
  readonly end: Place;
}

function locationOf(path: string, range: Range, root: string): object {
  return { physicalLocation: { artifactLocation: artifactOf(path, root), region: regionOf(range) } };
}

function artifactOf(path: string, root: string): object {
  const uri = uriBelow(root, path);
  return uri.startsWith("file:") ? { uri } : { uri, uriBaseId: ROOT };
}

function regionOf({ start, end }: Range): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
