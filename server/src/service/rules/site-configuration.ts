import type { SiteFile } from "../workspace/siteFile.ts";
import { defineRule } from "./rule.ts";

export const siteConfiguration = defineRule<"problem", SiteFile>({
  id: "site-configuration",
  summary: "What a site's configuration names exists and can be used.",
  why: "What cannot be used is ignored, so that articles are checked against less than was meant.",
  severity: "warning",
  messages: { problem: "{message}" },
  examples: [{ path: "curated-content.yaml", bad: "content: contents\n" }],

  *check({ problems }) {
    for (const { start, end, message, severity = "error" } of problems)
      yield { messageId: "problem", data: { message }, start, end, severity };
  },
});
