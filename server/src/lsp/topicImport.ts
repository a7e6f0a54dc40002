import {
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
  type WorkspaceEdit,
} from "vscode-languageserver";
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
import { describeError } from "./log.ts";
import { allowed } from "./rename.ts";

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
  connection.onRequest(
    importTopicsRequest,
    async (params, token): Promise<ImportTopicsResult | ResponseError<never>> => {
      try {
        const result = await importTopics(params, parts);
        if (!token.isCancellationRequested) return result;
        return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
      } catch (error) {
        if (error instanceof ResponseError) return new ResponseError<never>(error.code, error.message);
        log.error(`${importTopicsRequest.method} failed: ${describeError(error)}`);
        return new ResponseError(LSPErrorCodes.RequestFailed, "The log says why.");
      }
    },
  );
}

async function importTopics(
  { root, topics, differing, missing, leftOut }: ImportTopicsParams,
  { service, client, documents }: TopicImportParts,
): Promise<ImportTopicsResult> {
  const request = { concepts: topics, differing, missing, leftOut: new Set(leftOut) };
  const result = await service.importTopics(placeIn(root), request);
  if ("refused" in result) throw new ResponseError(LSPErrorCodes.RequestFailed, result.refused);
  const { edit, changes, kept, isListed } = result;
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
