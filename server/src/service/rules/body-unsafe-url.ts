import { faultsOf } from "../document/body/body.ts";
import { defineRule } from "./rule.ts";

export const bodyUnsafeUrl = defineRule({
  id: "body-unsafe-url",
  summary: "No URL in the body runs code, as one that starts with `javascript:` does.",
  why: "Readers who follow such a link run foreign code with the rights of the whole site.",
  severity: "warning",
  messages: { unsafe: "A `{scheme}` URL runs foreign code on the reader's machine." },
  examples: [
    { bad: '---\narchetype: news\n---\n\n<p><a href="javascript:track()">A calm heart</a></p>\n' },
    { bad: "---\narchetype: news\n---\n\n[A calm heart](javascript:track)\n" },
  ],

  *check({ body }) {
    if (body === undefined) return;
    for (const { kind, name, start, end } of faultsOf(body)) {
      const scheme = name.includes(":") ? name : `${name}:`;
      if (kind === "unsafeUrl") yield { messageId: "unsafe", data: { scheme }, start, end };
    }
  },
});
