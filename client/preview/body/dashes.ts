import type { MarkdownIt } from "markdown-it";

const SIGNS: { readonly [written: string]: string } = { "...": "…", "---": "—", "--": "–", "<<": "«", ">>": "»" };

/** Dashes, dots and angle quotes as goldmark's typographer sets them. */
export function dashes(markdown: MarkdownIt): void {
  markdown.core.ruler.after("inline", "dashes", ({ tokens }) => {
    for (const { children } of tokens) {
      for (const token of children ?? []) {
        if (token.type === "text" && /--|\.\.\.|<<|>>/.test(token.content)) {
          token.content = token.content.replace(/\.\.\.|---?|<<|>>/g, (written) => SIGNS[written] ?? written);
        }
      }
    }
  });
}
