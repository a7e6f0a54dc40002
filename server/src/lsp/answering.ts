import {
  type CancellationToken,
  ResponseError,
  type TextDocumentIdentifier,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Log, Settings } from "../service/languageService.ts";
import { mayBeOurs } from "./documents.ts";
import { describeError } from "./log.ts";
import { cancelled } from "./responses.ts";
import type { SettingsStore } from "./settings.ts";

/** What is asked of a document: the work of one feature. */
export type Work<Params, Result> = (document: TextDocument, params: Params, settings: Settings) => Promise<Result>;

export interface AnsweringOptions {
  readonly documents: TextDocuments<TextDocument>;
  readonly settings: SettingsStore;
  readonly log: Log;
}

/**
 * The one way in which requests about documents are answered: empty where there is nothing to say (no such document, no
 * Markdown or YAML, switched off), with an error when the client cancelled, and empty, with a line in the log, when the work
 * fails. The server lives on. A `ResponseError` of the work is the answer.
 */
export function createAnswering({ documents, settings, log }: AnsweringOptions) {
  return function answering<Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
    method: string,
    empty: Result,
    work: Work<Params, Result>,
  ) {
    return async (params: Params, token: CancellationToken): Promise<Result | ResponseError<never>> => {
      try {
        const { uri } = params.textDocument;
        if (!isOpen(uri)) return empty;
        const own = await settings.of(uri);
        // The document may have changed meanwhile; the newest is what the client wants to know about.
        const document = documents.get(uri);
        if (token.isCancellationRequested) return cancelled();
        if (document === undefined || !own.enable) return empty;
        const result = await work(document, params, own);
        return token.isCancellationRequested ? cancelled() : result;
      } catch (error) {
        // What the author is to be told.
        if (error instanceof ResponseError) return new ResponseError<never>(error.code, error.message);
        log.error(`${method} failed: ${describeError(error)}`);
        return empty;
      }
    };
  };

  function isOpen(uri: string): boolean {
    const document = documents.get(uri);
    return document !== undefined && mayBeOurs(document);
  }
}

export type Answering = ReturnType<typeof createAnswering>;
