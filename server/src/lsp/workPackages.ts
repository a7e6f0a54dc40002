import { type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { readWorkPackage, refreshFromWorkPackage } from "../protocol/workPackage.ts";
import type { JsonValue, LanguageService } from "../service/languageService.ts";
import type { Answering } from "./answering.ts";
import { toTextEdit } from "./convert.ts";

interface WorkPackagesOptions {
  readonly service: LanguageService;
  readonly answering: Answering;
}

/** `curatedContent/readWorkPackage` and `curatedContent/refreshFromWorkPackage` */
export function answerWorkPackages(connection: Connection, { service, answering }: WorkPackagesOptions): void {
  connection.onRequest(readWorkPackage.method, (source) => {
    const found = service.readWorkPackage(source);
    return "refused" in found ? new ResponseError(LSPErrorCodes.RequestFailed, found.refused) : found;
  });
  connection.onRequest(
    refreshFromWorkPackage,
    answering(refreshFromWorkPackage.method, null, async (document, source) => {
      const found = await service.refreshFromWorkPackage(document, source);
      if (found === undefined) return null;
      if ("refused" in found) throw new ResponseError(LSPErrorCodes.RequestFailed, found.refused);
      return found.map(({ name, before, after, edits }) => ({
        name,
        before: inWords(before),
        after: inWords(after),
        edits: edits.map((edit) => toTextEdit(document, edit)),
      }));
    }),
  );
}

function inWords(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}
