import { fingerprintsOf } from "../fingerprints.ts";
import { oneLine } from "../printable.ts";
import { pathBelow } from "./pathBelow.ts";
import type { CreateReporter } from "./reporter.ts";

const SEVERITIES = { error: "major", warning: "minor", information: "info", hint: "info" } as const;

/** The report for GitLab's Code Quality (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
export const createGitlabReporter: CreateReporter = ({ root }) => ({
  end(files) {
    const issues = files.flatMap((file) => {
      const path = pathBelow(root, file.path);
      const fingerprints = fingerprintsOf(file, path);
      return file.problems.map(({ ruleId, severity, message, start, end }, index) => ({
        description: oneLine(message),
        check_name: ruleId,
        fingerprint: fingerprints[index],
        severity: SEVERITIES[severity],
        location: { path, lines: { begin: start.line, end: end.line } },
      }));
    });
    return `${JSON.stringify(issues, undefined, 2)}\n`;
  },
});
