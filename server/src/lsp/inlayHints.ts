import { type Connection, type InlayHint, type InlayHintParams, MarkupKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LanguageService, Log, Settings } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toSpan, toTextEdit } from "./convert.ts";
import { describeError } from "./log.ts";

/** `textDocument/inlayHint` */
export async function inlayHints(
  document: TextDocument,
  { range }: InlayHintParams,
  { service, settings }: { readonly service: LanguageService; readonly settings: Settings },
): Promise<InlayHint[] | null> {
  const found = await service.inlayHints(document, toSpan(document, range), settings);
  return found.map(({ offset, label, tooltip, edits }) => ({
    position: document.positionAt(offset),
    label,
    tooltip: { kind: MarkupKind.Markdown, value: tooltip },
    paddingLeft: true,
    ...(edits.length > 0 && { textEdits: edits.map((edit) => toTextEdit(document, edit)) }),
  }));
}

/** Has the client ask for hints again, where it can. */
export function refreshInlayHints(connection: Connection, client: Client, log: Log): void {
  if (!client.refreshesInlayHints) return;
  connection.languages.inlayHint
    .refresh()
    .catch((error) => log.warn(`The client does not ask for hints again: ${describeError(error)}`));
}
