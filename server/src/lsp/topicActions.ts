import type { CodeAction, Range, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LanguageService, TopicChange } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toSiteEdit, toSpan } from "./convert.ts";

interface TopicActionsOptions {
  readonly service: LanguageService;
  readonly client: Client;
  readonly documents: TextDocuments<TextDocument>;
}

/** The quick fixes that give the vocabulary a topic that it does not know. */
export async function topicAdditions(
  document: TextDocument,
  range: Range,
  { service, client, documents }: TopicActionsOptions,
): Promise<readonly CodeAction[]> {
  const found = await service.topicAdditions(document, toSpan(document, range));
  return found.map(({ topic, edit }) => ({
    title: `Add \`${topic}\` to the vocabulary`,
    kind: "quickfix",
    edit: toSiteEdit(edit, client, documents),
  }));
}

const TITLES: { readonly [Change in TopicChange]: (topic: string) => string } = {
  merge: (topic) => `Merge \`${topic}\` into…`,
  deprecate: (topic) => `Deprecate \`${topic}\` in favour of…`,
};

/** What can be done with the topic at a place for the sake of another, for a client that asks its user which. */
export async function topicRefactorings(
  document: TextDocument,
  { start }: Range,
  { service, client }: TopicActionsOptions,
): Promise<readonly CodeAction[]> {
  const { changeTopicCommand: command } = client.options;
  const found = command === undefined ? undefined : await service.replaceableTopic(document, document.offsetAt(start));
  if (found === undefined || command === undefined) return [];
  return found.changes.map((change) => {
    const title = TITLES[change](found.topic);
    return { title, kind: "refactor.rewrite", command: { title, command, arguments: [change, document.uri, start] } };
  });
}
