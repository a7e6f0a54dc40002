import type { CodeLens, Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LanguageService, Log } from "../service/languageService.ts";
import type { Answering } from "./answering.ts";
import type { Client } from "./client.ts";
import { toRange } from "./convert.ts";
import { mayBeVocabulary } from "./documents.ts";
import { describeError } from "./log.ts";

interface CodeLensParts {
  readonly service: LanguageService;
  readonly documents: TextDocuments<TextDocument>;
  readonly answering: Answering;
  readonly client: Client;
  readonly log: Log;
}

/** What a lens is about, for the time when it comes into view. */
interface LensData {
  readonly uri: string;
  readonly topic: string;
}

/** While an author types, counts may change at each key. */
const PAUSE = 1000;

/** `textDocument/codeLens` and `codeLens/resolve`: how many articles use a topic, above its line in the vocabulary. */
export function answerCodeLenses(connection: Connection, parts: CodeLensParts): void {
  const { service, documents, answering, client, log } = parts;
  connection.onCodeLens(
    answering("textDocument/codeLens", [], async (document, _, { codeLens = true }): Promise<CodeLens[]> => {
      const lenses = codeLens ? await service.topicLenses(document) : [];
      const { uri } = document;
      return lenses.map((lens) => ({ range: toRange(document, lens), data: { uri, topic: lens.topic } }));
    }),
  );
  connection.onCodeLensResolve(async (lens, token): Promise<CodeLens> => {
    const data: LensData = lens.data;
    const resolve = answering("codeLens/resolve", lens, async (document): Promise<CodeLens> => {
      const title = (await service.topicLensTitle(document, data.topic)) ?? "";
      const { showReferencesCommand: command } = client.options;
      // Without a command of its own, an editor shows the words alone.
      if (command === undefined) return { ...lens, command: { title, command: "" } };
      return { ...lens, command: { title, command, arguments: [data.uri, lens.range.start] } };
    });
    const answer = await resolve({ textDocument: { uri: data.uri } }, token);
    return "range" in answer ? answer : lens;
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  service.onDidChangeIndex(({ topics }) => {
    if (
      topics === "same" ||
      !documents.all().some(mayBeVocabulary) ||
      !client.refreshesCodeLenses ||
      timer !== undefined
    )
      return;
    timer = setTimeout(() => {
      timer = undefined;
      connection
        .sendRequest("workspace/codeLens/refresh")
        .catch((error) => log.warn(`The client does not ask for code lenses again: ${describeError(error)}`));
    }, PAUSE);
  });
  connection.onShutdown(() => clearTimeout(timer));
}
