import type { MarkdownIt } from "markdown-it";

const BOX = /^\[([ xX])\][ \t]+/;

/** The boxes of task lists (https://github.github.com/gfm/#task-list-items-extension-). */
export function taskLists(markdown: MarkdownIt): void {
  markdown.core.ruler.before("inline", "boxes", ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      const isItem = tokens[index - 2]?.type === "list_item_open" && tokens[index - 1]?.type === "paragraph_open";
      const [box, mark] = isItem && token.type === "inline" ? (BOX.exec(token.content) ?? []) : [];
      if (box === undefined) continue;
      token.content = token.content.slice(box.length);
      token.meta = { box: mark === " " ? "empty" : "ticked" };
      tokens[index - 2]?.attrSet("class", "task");
    }
  });
  markdown.core.ruler.after("inline", "drawn-boxes", (state) => {
    for (const { children, meta } of state.tokens) {
      if (meta?.box === undefined) continue;
      const box = new state.Token("box", "input", 0);
      box.attrs = [
        ["type", "checkbox"],
        ["disabled", ""],
        ...(meta.box === "ticked" ? [["checked", ""] as [string, string]] : []),
      ];
      children?.unshift(box);
    }
  });
}
