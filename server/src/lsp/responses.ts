import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { Log, Refusal } from "../service/languageService.ts";
import { describeError } from "./log.ts";

/** The answer to a request that its client has cancelled. */
export function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}

/** What was found, unless the service refuses: then an error is thrown that tells the author why. */
export function notRefused<Result extends object>(result: Result | Refusal): Result {
  if ("refused" in result) throw new ResponseError(LSPErrorCodes.RequestFailed, result.refused);
  return result;
}

interface Request {
  readonly method: string;
  readonly token: CancellationToken;
  readonly log: Log;
}

/**
 * Answers a request of our own client, who shows errors to the author: one where the client cancelled, one that leads to
 * the log where the work fails. A `ResponseError` of the work is the answer. Never throws.
 */
export async function respond<Result>(
  { method, token, log }: Request,
  work: () => Promise<Result>,
): Promise<Result | ResponseError<never>> {
  try {
    const result = await work();
    return token.isCancellationRequested ? cancelled() : result;
  } catch (error) {
    if (error instanceof ResponseError) return new ResponseError<never>(error.code, error.message);
    log.error(`${method} failed: ${describeError(error)}`);
    return new ResponseError(LSPErrorCodes.RequestFailed, "The log says why.");
  }
}
