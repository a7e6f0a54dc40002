import type { TextEdit } from "./span.ts";

/** A stretch of the first text, or text that an edit brought in. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/** A text under change: what it is now, and by which edits of the first text it came to be so. */
export interface ComposedEdits {
  readonly text: string;
  /** Edits of the first text, in order, none touching another. */
  readonly edits: readonly TextEdit[];
  /** @param edits edits of the text as it is now, which do not overlap */
  apply(edits: readonly TextEdit[]): ComposedEdits;
}

/** Starts with a text that nothing has changed yet. */
export function composeEdits(first: string): ComposedEdits {
  return composed(first, [{ start: 0, end: first.length }]);
}

function composed(first: string, pieces: readonly Piece[]): ComposedEdits {
  return {
    get text() {
      return pieces.map((piece) => textOf(first, piece)).join("");
    },
    get edits() {
      return editsOf(first, pieces);
    },
    apply(edits) {
      let changed = pieces;
      // From the back, so that the offsets of those before still hold.
      const inOrder = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
      for (const edit of inOrder.toReversed()) changed = splice(changed, edit);
      return composed(first, changed);
    },
  };
}

function textOf(first: string, piece: Piece): string {
  return "text" in piece ? piece.text : first.slice(piece.start, piece.end);
}

function lengthOf(piece: Piece): number {
  return "text" in piece ? piece.text.length : piece.end - piece.start;
}

function splice(pieces: readonly Piece[], edit: TextEdit): readonly Piece[] {
  const before: Piece[] = [];
  const after: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const end = at + lengthOf(piece);
    if (at < edit.start) before.push(part(piece, 0, Math.min(end, edit.start) - at));
    if (end > edit.end) after.push(part(piece, Math.max(at, edit.end) - at, end - at));
    at = end;
  }
  return [...before, { text: edit.newText }, ...after];
}

function part(piece: Piece, from: number, to: number): Piece {
  return "text" in piece ? { text: piece.text.slice(from, to) } : { start: piece.start + from, end: piece.start + to };
}

/** What lies between two stretches of the first text was replaced by the new text between them. */
function editsOf(first: string, pieces: readonly Piece[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let kept = 0;
  let newText = "";
  for (const piece of [...pieces, { start: first.length, end: first.length }]) {
    if ("text" in piece) {
      newText += piece.text;
      continue;
    }
    if (piece.start > kept || newText !== "") edits.push({ start: kept, end: piece.start, newText });
    newText = "";
    kept = piece.end;
  }
  return edits.filter((edit) => first.slice(edit.start, edit.end) !== edit.newText);
}
