import type { CancellationToken, Connection, RequestType, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type NewArticle,
  type NewArticleParams,
  newArticle,
  newArticleSites,
  newArticleTopics,
} from "../protocol/newArticle.ts";
import { type LanguageService, type Log, type ScaffoldedArticle, uriIn } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toRange, toSiteEdit } from "./convert.ts";
import { allowed } from "./rename.ts";
import { notRefused, respond } from "./responses.ts";

interface NewArticlesOptions {
  readonly service: LanguageService;
  readonly client: Client;
  readonly documents: TextDocuments<TextDocument>;
  readonly log: Log;
}

/** More topics than an author looks through; of these those that are used most. Any other may be typed. */
const MOST_TOPICS = 3000;

/** `curatedContent/newArticleSites`, `curatedContent/newArticleTopics` and `curatedContent/newArticle` */
export function answerNewArticles(connection: Connection, options: NewArticlesOptions): void {
  const { service, log } = options;
  const { scaffolding } = service;
  const answer = <Params, Result>(
    type: RequestType<Params, Result, void>,
    work: (params: Params) => Promise<Result>,
  ): void => {
    const { method } = type;
    connection.onRequest(
      method,
      (params: Params, token: CancellationToken): Promise<unknown> =>
        respond({ method, token, log }, () => work(params)),
    );
  };
  answer(newArticleSites, async ({ uri }) => {
    const places = uri === undefined ? (await service.sites()).map((root) => `${root}/`) : [uri];
    return Promise.all(places.map(scaffolding.site));
  });
  answer(newArticleTopics, async ({ root, community }) => {
    return (await scaffolding.topics(root, community)).slice(0, MOST_TOPICS);
  });
  answer(newArticle, (params) => make(params, options));
}

async function make(params: NewArticleParams, { service, client, documents }: NewArticlesOptions): Promise<NewArticle> {
  const made = notRefused(await service.scaffolding.newArticle({ ...params, newTopics: "add" }));
  const { uri, text, curated, image, vocabulary } = made;
  const edit = vocabulary && toSiteEdit(allowed({ files: [vocabulary] }, documents), client, documents);
  return {
    uri,
    text,
    selection: toRange(TextDocument.create(uri, "markdown", 0, text), firstBlank(made)),
    curated: curated.map(({ path, ...page }) => ({ ...page, uri: uriIn(params.root, path) })),
    image: image ?? null,
    vocabulary: edit ?? null,
  };
}

/** What nobody but the author can know; where all is known, the end of the text. */
function firstBlank({ blanks, text }: ScaffoldedArticle) {
  return blanks.find(({ isDerived }) => !isDerived) ?? { start: text.length, end: text.length };
}
