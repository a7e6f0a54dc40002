import type { Span } from "../document/span.ts";
import type { TextDocument } from "../document/textDocument.ts";
import type { Subjects } from "../workspace/subjects.ts";
import { documentHighlightsAt } from "./documentHighlights.ts";
import { type DocumentSymbol, documentSymbolsOf } from "./documentSymbols.ts";
import { type FoldingRange, foldingRangesOf } from "./foldingRanges.ts";
import { selectionRangesAt } from "./selectionRanges.ts";

/** What a document is made of. Offsets are UTF-16 code units. */
export interface DocumentStructure {
  /** The places in the front matter that say the same as the one at an offset; empty where no other does. */
  documentHighlights(document: TextDocument, offset: number): Promise<readonly Span[]>;
  /** The outline of the front matter, or of a site's own file; not of the body. */
  documentSymbols(document: TextDocument): Promise<readonly DocumentSymbol[]>;
  /** What can be folded outside of the body, in the order of the text. */
  foldingRanges(document: TextDocument): Promise<readonly FoldingRange[]>;
  /** What may be selected around an offset, each within the next; empty in the body. */
  selectionRanges(document: TextDocument, offset: number): Promise<readonly Span[]>;
}

export function createDocumentStructure({ subjects }: { readonly subjects: Subjects }): DocumentStructure {
  return {
    async documentHighlights(document, offset) {
      const subject = await subjects.of(document);
      return subject === undefined ? [] : documentHighlightsAt(subject, offset);
    },
    async documentSymbols(document) {
      const subject = await subjects.of(document);
      return subject === undefined ? [] : documentSymbolsOf(subject);
    },
    async foldingRanges(document) {
      const subject = await subjects.of(document);
      return subject === undefined ? [] : foldingRangesOf(subject);
    },
    async selectionRanges(document, offset) {
      const subject = await subjects.of(document);
      return subject === undefined ? [] : selectionRangesAt(subject, offset);
    },
  };
}
