import { faultsOf } from "../document/body/body.ts";
import type { BodyFault } from "../document/body/bodyFault.ts";
import { defineRule } from "./rule.ts";

export const bodyActiveContent = defineRule({
  id: "body-active-content",
  summary: "The body of an article runs no code and leaves the rest of the page alone.",
  why: "A script in a curated text runs in the reader's browser with the rights of the whole site.",
  severity: "warning",
  messages: {
    script: "`<script>` runs foreign code in the reader's browser.",
    srcdoc: "`srcdoc` holds a document that may run code with the rights of this site.",
    base: "`<base>` changes where the links of the whole page lead.",
    refresh: '`<meta http-equiv="refresh">` sends the reader to another page.',
    plugin: "`<{name}>` needs a plug-in, which few readers have. Use a link or an image.",
    remove: "Remove the script",
  },
  examples: [
    { bad: "---\narchetype: news\n---\n\n<p>A calm heart.</p>\n<script>track()</script>\n" },
    { bad: '---\narchetype: news\n---\n\nA calm heart.\n\n<base href="https://heart.example/">\n' },
  ],

  *check({ body }) {
    if (body === undefined) return;
    for (const { kind, name, start, end, repair } of faultsOf(body)) {
      if (!isActive(kind)) continue;
      const finding = { messageId: kind, data: { name }, start, end };
      if (kind === "plugin") yield { ...finding, severity: "information" };
      else if (repair === undefined) yield finding;
      else yield { ...finding, choices: [{ messageId: "remove", edits: () => [{ ...repair, newText: "" }] }] };
    }
  },
});

type Active = "script" | "srcdoc" | "base" | "refresh" | "plugin";

function isActive(kind: BodyFault["kind"]): kind is Active {
  return kind === "script" || kind === "srcdoc" || kind === "base" || kind === "refresh" || kind === "plugin";
}
