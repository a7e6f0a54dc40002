import type { SelectionRange, SelectionRangeParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LanguageService } from "../service/languageService.ts";
import { toRange } from "./convert.ts";

/** `textDocument/selectionRange`. Each position gets an answer: where there is nothing of ours, its own place. */
export async function selectionRanges(
  document: TextDocument,
  { positions }: SelectionRangeParams,
  service: LanguageService,
): Promise<SelectionRange[] | null> {
  const answers = await Promise.all(
    positions.map(async (position): Promise<SelectionRange | undefined> => {
      const spans = await service.selectionRanges(document, document.offsetAt(position));
      return spans.reduceRight<SelectionRange | undefined>(
        (parent, span) => ({ range: toRange(document, span), ...(parent !== undefined && { parent }) }),
        undefined,
      );
    }),
  );
  if (answers.every((answer) => answer === undefined)) return null;
  return answers.map((answer, index) => {
    const position = positions[index] ?? { line: 0, character: 0 };
    return answer ?? { range: { start: position, end: position } };
  });
}
