import type { Connection, TextDocuments, WorkspaceEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  type ImportTopicsParams,
  type ImportTopicsResult,
  importTopics as importTopicsRequest,
  siteRoots,
} from "../protocol/topicImport.ts";
import { type ImportedTopics, type LanguageService, type Log, placeIn } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toSiteEdit } from "./convert.ts";
import { allowed } from "./rename.ts";
import { notRefused, respond } from "./responses.ts";

interface TopicImportParts {
  readonly service: LanguageService;
  readonly documents: TextDocuments<TextDocument>;
  readonly client: Client;
  readonly log: Log;
}

/** `curatedContent/siteRoots` and `curatedContent/importTopics` */
export function answerTopicImport(connection: Connection, parts: TopicImportParts): void {
  const { service, log } = parts;
  connection.onRequest(siteRoots, () => service.sites());
  const { method } = importTopicsRequest;
  connection.onRequest(importTopicsRequest, (params, token) =>
    respond({ method, token, log }, () => importTopics(params, parts)),
  );
}

async function importTopics(
  { root, topics, differing, missing, leftOut }: ImportTopicsParams,
  { service, client, documents }: TopicImportParts,
): Promise<ImportTopicsResult> {
  const request = { concepts: topics, differing, missing, leftOut: new Set(leftOut) };
  const { edit, changes, kept, isListed } = notRefused(await service.importTopics(placeIn(root), request));
  const made = toSiteEdit(allowed({ files: [edit] }, documents), client, documents);
  return {
    vocabulary: edit.uri,
    changes,
    kept,
    edit: edit.edits.length === 0 ? null : isListed ? made : withNewFile(made, edit),
  };
}

/** A file that is not there yet is made first. */
function withNewFile(made: WorkspaceEdit, { uri }: ImportedTopics["edit"]): WorkspaceEdit {
  const { documentChanges } = made;
  if (documentChanges === undefined) return made;
  return { ...made, documentChanges: [{ kind: "create", uri, options: { ignoreIfExists: true } }, ...documentChanges] };
}
