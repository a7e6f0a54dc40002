import type { MarkdownIt } from "markdown-it";

const SHORTCODE = /\{\{[<%][^\n]*?[>%]\}\}/y;

/** Hugo's shortcodes, as they are written: only Hugo knows what becomes of them. */
export function shortcodes(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("escape", "shortcode", (state, isSilent) => {
    SHORTCODE.lastIndex = state.pos;
    const [written] = SHORTCODE.exec(state.src) ?? [];
    if (written === undefined) return false;
    if (!isSilent) state.push("shortcode", "", 0).content = written;
    state.pos += written.length;
    return true;
  });
  markdown.renderer.rules.shortcode = (tokens, index) =>
    `<code class="shortcode">${markdown.utils.escapeHtml(tokens[index]?.content ?? "")}</code>`;
}
