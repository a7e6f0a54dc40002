import type { RuleDescription } from "../service/languageService.ts";

/** What a rule's page shows of its examples, in Markdown. */
export function examplesOf({ examples }: RuleDescription): string {
  return examples
    .map(({ path, bad, beside = {}, fixed }) =>
      [
        `${path === undefined ? "" : `In \`${path}\`:\n\n`}${fence(bad, path)}`,
        ...Object.entries(beside).map(([other, text]) => `beside \`${other}\`:\n\n${fence(text, other)}`),
        ...(fixed === undefined ? [] : [`repaired:\n\n${fence(fixed, path)}`]),
      ].join("\n"),
    )
    .join("\n");
}

function fence(text: string, path = ""): string {
  return `\`\`\`\`${path.endsWith(".yaml") ? "yaml" : "markdown"}\n${text}\`\`\`\`\n`;
}
