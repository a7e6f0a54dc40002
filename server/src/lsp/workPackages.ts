import type { Connection } from "vscode-languageserver";
import { readWorkPackage, refreshFromWorkPackage } from "../protocol/workPackage.ts";
import type { JsonValue, LanguageService, Log } from "../service/languageService.ts";
import type { Answering } from "./answering.ts";
import { toTextEdit } from "./convert.ts";
import { notRefused, respond } from "./responses.ts";

interface WorkPackagesOptions {
  readonly service: LanguageService;
  readonly answering: Answering;
  readonly log: Log;
}

/** `curatedContent/readWorkPackage` and `curatedContent/refreshFromWorkPackage` */
export function answerWorkPackages(connection: Connection, { service, answering, log }: WorkPackagesOptions): void {
  const { method } = readWorkPackage;
  connection.onRequest(readWorkPackage, (source, token) =>
    respond({ method, token, log }, async () => notRefused(service.readWorkPackage(source))),
  );
  connection.onRequest(
    refreshFromWorkPackage,
    answering(refreshFromWorkPackage.method, null, async (document, source) => {
      const found = await service.refreshFromWorkPackage(document, source);
      if (found === undefined) return null;
      return notRefused(found).map(({ name, before, after, edits }) => ({
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
