import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type TextDocuments,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LanguageService, Refusal, SiteEdit } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toRange, toSiteEdit } from "./convert.ts";
import { notRefused } from "./responses.ts";

interface RenameOptions {
  readonly service: LanguageService;
  readonly client: Client;
  readonly documents: TextDocuments<TextDocument>;
}

/** `textDocument/prepareRename` */
export async function prepareRename(
  document: TextDocument,
  { position }: PrepareRenameParams,
  service: LanguageService,
): Promise<PrepareRenameResult | null> {
  const found = await service.prepareRename(document, document.offsetAt(position));
  if (found === undefined) return null;
  const { placeholder, ...span } = notRefused(found);
  return { range: toRange(document, span), placeholder };
}

/** `textDocument/rename` */
export async function rename(
  document: TextDocument,
  { position, newName }: RenameParams,
  { service, client, documents }: RenameOptions,
): Promise<WorkspaceEdit | null> {
  const change = await service.rename(document, document.offsetAt(position), newName);
  return change === undefined ? null : toSiteEdit(allowed(change, documents), client, documents);
}

/** A change that can be made; says why not where it cannot, or no longer. */
export function allowed(change: SiteEdit | Refusal, documents: TextDocuments<TextDocument>): SiteEdit {
  const edit = notRefused(change);
  for (const { uri, text } of edit.files) {
    const open = documents.get(uri);
    if (open !== undefined && open.getText() !== text)
      throw new ResponseError(LSPErrorCodes.ContentModified, "A document was changed meanwhile. Please try again.");
  }
  return edit;
}
