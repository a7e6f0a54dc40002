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
import type { LanguageService, MoveEdit, Refusal, Settings, SiteEdit } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toRange, toSiteEdit } from "./convert.ts";
import type { OwnMoves } from "./ownMoves.ts";
import { notRefused } from "./responses.ts";
import { toMoveEdit } from "./willRename.ts";

interface RenameOptions {
  readonly service: LanguageService;
  readonly client: Client;
  readonly documents: TextDocuments<TextDocument>;
  readonly ownMoves: OwnMoves;
  readonly settings: Settings;
}

/** `textDocument/prepareRename` */
export async function prepareRename(
  document: TextDocument,
  { position }: PrepareRenameParams,
  { service, client }: Pick<RenameOptions, "service" | "client">,
): Promise<PrepareRenameResult | null> {
  const found = await service.prepareRename(document, document.offsetAt(position), client);
  if (found === undefined) return null;
  const { placeholder, ...span } = notRefused(found);
  return { range: toRange(document, span), placeholder };
}

/** `textDocument/rename` */
export async function rename(
  document: TextDocument,
  { position, newName }: RenameParams,
  { service, client, documents, ownMoves, settings }: RenameOptions,
): Promise<WorkspaceEdit | null> {
  const options = { renamesFiles: client.renamesFiles, isCancelled: () => false };
  const change = await service.rename(document, document.offsetAt(position), newName, options);
  if (change === undefined) return null;
  const edit = allowed(change, documents);
  if (!isMove(edit)) return toSiteEdit(edit, client, documents);
  ownMoves.note(edit);
  return toMoveEdit(edit, settings.addAlias ?? "ask", { client, documents });
}

function isMove(edit: SiteEdit): edit is MoveEdit {
  return "aliases" in edit;
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
