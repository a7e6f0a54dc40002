import { narrowed, replaceScalar } from "./edits.ts";
import type { Scalar, ScalarStyle } from "./node.ts";
import { escapeOf } from "./scalarFolding.ts";
import { sourceOf } from "./scalarSource.ts";
import { chooseScalarStyle } from "./scalarStyle.ts";
import { applyEdits, type Span, type TextEdit } from "./span.ts";

/**
 * Changes parts of a scalar's text and leaves quotes, escapes and folding around them as they are. A scalar that stands as
 * the house style has it stands so afterwards; the whole is written anew, too, where a part cannot be changed alone.
 *
 * @param changes offsets count in `node.text`; they do not overlap
 */
export function editScalarText(text: string, node: Scalar, changes: readonly TextEdit[]): readonly TextEdit[] {
  const whole = [replaceScalar(text, node, applyEdits(node.text, changes))];
  const same = replaceScalar(text, node, node.text);
  if (same.start === same.end && same.newText === "") return whole;
  const spans = sourceOf(text, node);
  if (spans === undefined) return whole;
  const edits = changes.flatMap((change) => editPart(text, node, { ...narrowed(node.text, change), spans }) ?? []);
  return edits.length < changes.length ? whole : edits;
}

function editPart(
  text: string,
  node: Scalar,
  change: TextEdit & { readonly spans: readonly Span[] },
): TextEdit | undefined {
  const { start, end, newText, spans } = change;
  const written = writtenIn(node.style, newText);
  if (written === undefined || isAtEdge(text, node, change)) return undefined;
  const from = start === end ? spans[start - 1]?.end : spans[start]?.start;
  const to = start === end ? from : spans[end - 1]?.end;
  return from === undefined || to === undefined ? undefined : { start: from, end: to, newText: written };
}

/** A piece of text as it stands inside a scalar of a style, `undefined` where it cannot. */
function writtenIn(style: ScalarStyle, piece: string): string | undefined {
  switch (style) {
    case "plain":
      return undefined;
    case "double":
      return [...piece].map((character) => escapeOf(character) ?? character).join("");
    default:
      if (piece.includes("\n") || chooseScalarStyle(piece, "block", "single") !== "single") return undefined;
      return style === "single" ? piece.replaceAll("'", "''") : piece;
  }
}

/**
 * Whether blanks would come to stand, or words would no longer stand, where a line of the document starts or ends. In a
 * block scalar any change there may change what its line breaks mean, as does a line that has no words left.
 */
function isAtEdge(
  text: string,
  { style, text: value }: Scalar,
  { start, end, newText, spans }: TextEdit & { readonly spans: readonly Span[] },
): boolean {
  // Several line breaks of the document make one less in the text, all together.
  if (value.slice(Math.max(0, start - 1), end + 1).includes("\n")) return true;
  if (style === "literal" || style === "folded") {
    const line =
      value.slice(value.lastIndexOf("\n", start - 1) + 1, start) + newText + /^.*/.exec(value.slice(end))?.[0];
    return line.trim() === "" || hasBreak(text, spans[start - 1]?.start, spans[end]?.end);
  }
  const startsLine = hasBreak(text, spans[start - 1]?.start, spans[start]?.start ?? spans[start - 1]?.end);
  const endsLine = hasBreak(text, spans[end - 1]?.end ?? spans[end]?.start, spans[end]?.end);
  if (newText === "") return startsLine || endsLine;
  return (/^\s/.test(newText) && startsLine) || (/\s$/.test(newText) && endsLine);
}

/** Whether a line of the document ends between two places; where one of them is unknown, the scalar does. */
function hasBreak(text: string, start: number | undefined, end: number | undefined): boolean {
  return start === undefined || end === undefined || /[\r\n]/.test(text.slice(start, end));
}
