import { isBroken, type YamlContent } from "./frontMatter.ts";
import { type Line, lineAt, lineBefore, linesOf } from "./lines.ts";
import type { Node } from "./node.ts";
import type { Span } from "./span.ts";

/** A comment of YAML, from its `#` to the end of its line. */
export interface Comment extends Span {
  readonly text: string;
  /** Whether nothing but blank space stands before it on its line. */
  readonly isAlone: boolean;
}

/**
 * The comments of front matter that hold a text. What looks like one inside a value is none, and in lines that cannot be
 * read nobody knows.
 */
export function* commentsWith(part: string, text: string, yaml: YamlContent): Generator<Comment> {
  const { content } = yaml.block;
  const first = text.indexOf(part, content.start);
  // Nearly every article ends here, so that comments cost a keystroke nothing.
  if (yaml.unread !== undefined || first === -1 || first >= content.end) return;
  const scalars = scalarsOf(text, yaml.root);
  for (const line of linesOf(text, content.start, content.end)) {
    if (!line.text.includes(part)) continue;
    const comment = commentOn(line, text, { yaml, scalars });
    if (comment?.text.includes(part)) yield comment;
  }
}

/** The comment that an offset stands in, behind its `#`. */
export function commentAt(offset: number, text: string, yaml: YamlContent): Comment | undefined {
  const { content } = yaml.block;
  if (yaml.unread !== undefined || offset <= content.start || offset > content.end) return undefined;
  const whole = lineAt(text, offset);
  const start = Math.max(whole.start, content.start);
  if (!text.slice(start, offset).includes("#")) return undefined;
  const line = { ...whole, start, text: text.slice(start, whole.end) };
  const comment = commentOn(line, text, { yaml, scalars: scalarsOf(text, yaml.root) });
  return comment !== undefined && comment.start < offset ? comment : undefined;
}

/** Where the lines of an entry start: at its own line, or at a comment above that speaks of it as the next line. */
export function startOfEntry(text: string, offset: number): number {
  let { start } = lineAt(text, offset);
  for (let at = start; at > 0; ) {
    const above = lineBefore(text, at);
    if (!/^[ \t]*#/.test(above.text)) break;
    at = above.start;
    if (ABOUT_NEXT_LINE.test(above.text)) start = at;
  }
  return start;
}

const ABOUT_NEXT_LINE = /^[ \t]*#+[ \t]*curated-content-disable-next-line(?![^ \t])/;

function commentOn(
  line: Line,
  text: string,
  { yaml, scalars }: { readonly yaml: YamlContent; readonly scalars: readonly Span[] },
): Comment | undefined {
  for (const match of line.text.matchAll(/(?<![^ \t])#/g)) {
    const start = line.start + match.index;
    if (scalars.some((scalar) => scalar.start <= start && start < scalar.end)) continue;
    if (isBroken(yaml, { start, end: start + 1 })) continue;
    const isAlone = text.slice(lineAt(text, start).start, start).trim() === "";
    return { start, end: line.end, text: text.slice(start, line.end), isAlone };
  }
  return undefined;
}

/** Where text stands in which a `#` is only a sign. The first line of a block scalar may end in a comment. */
function scalarsOf(text: string, root: Node | undefined): readonly Span[] {
  const spans: Span[] = [];
  const visit = (node: Node): void => {
    switch (node.kind) {
      case "mapping":
        for (const { key, value } of node.pairs) {
          visit(key);
          visit(value);
        }
        break;
      case "sequence":
        node.items.forEach(visit);
        break;
      case "scalar": {
        const isBlock = node.style === "literal" || node.style === "folded";
        const start = isBlock ? lineAt(text, node.start).end : node.start;
        if (start < node.end) spans.push({ start, end: node.end });
        break;
      }
      case "alias":
        break;
    }
  };
  if (root !== undefined) visit(root);
  return spans;
}
