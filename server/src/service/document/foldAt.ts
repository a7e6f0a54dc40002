import { findBlock } from "./block.ts";

/**
 * The column after which the front matter of this text folds its lines: 80 as in the house style, unless a longer line
 * shows that its author does not fold.
 */
export function foldAt(text: string): number {
  if (folded.text === text) return folded.at;
  folded = { text, at: lookForFoldAt(text) };
  return folded.at;
}

/** The last text that was asked about: the edits of a document come one after the other. */
let folded = { text: "", at: 80 };

function lookForFoldAt(text: string): number {
  const content = findBlock(text)?.content;
  const lines = text.slice(content?.start, content?.end);
  return /^(?![ \t]*#)[^\r\n]{81,}[^ \r\n] [^ \r\n]/m.test(lines) ? Number.POSITIVE_INFINITY : 80;
}
