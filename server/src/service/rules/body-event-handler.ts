import { faultsOf } from "../document/body/body.ts";
import { defineRule } from "./rule.ts";

export const bodyEventHandler = defineRule({
  id: "body-event-handler",
  summary: "No element of the body has an event handler such as `onclick`.",
  why: "An event handler in a curated text runs in the reader's browser with the rights of the whole site.",
  severity: "warning",
  messages: {
    handler: "`{name}` runs foreign code in the reader's browser.",
    remove: "Remove `{name}`",
  },
  examples: [
    {
      bad: '---\narchetype: news\n---\n\n<p onclick="track()">A calm heart.</p>\n',
      fixed: "---\narchetype: news\n---\n\n<p>A calm heart.</p>\n",
    },
  ],

  *check({ body }) {
    if (body === undefined) return;
    for (const { kind, name, start, end, repair } of faultsOf(body)) {
      if (kind !== "eventHandler" || repair === undefined) continue;
      const edits = () => [{ ...repair, newText: "" }];
      yield { messageId: "handler", data: { name }, start, end, fix: { messageId: "remove", edits } };
    }
  },
});
