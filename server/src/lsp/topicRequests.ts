import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { changeTopic, topicChoices } from "../protocol/requests.ts";
import type { LanguageService } from "../service/languageService.ts";
import type { Answering } from "./answering.ts";
import type { Client } from "./client.ts";
import { toSiteEdit } from "./convert.ts";
import { allowed } from "./rename.ts";

interface TopicRequestParts {
  readonly service: LanguageService;
  readonly documents: TextDocuments<TextDocument>;
  readonly answering: Answering;
  readonly client: Client;
}

/** `curatedContent/topicChoices` and `curatedContent/changeTopic` */
export function answerTopicRequests(
  connection: Connection,
  { service, documents, answering, client }: TopicRequestParts,
): void {
  connection.onRequest(
    topicChoices,
    answering(topicChoices.method, null, async (document, { position }) => {
      return (await service.replaceableTopic(document, document.offsetAt(position))) ?? null;
    }),
  );
  connection.onRequest(
    changeTopic,
    answering(changeTopic.method, null, async (document, { position, change, replacement }) => {
      const offset = document.offsetAt(position);
      const edit = await service.changeTopic(document, offset, { change, replacement });
      return edit === undefined ? null : toSiteEdit(allowed(edit, documents), client, documents);
    }),
  );
}
