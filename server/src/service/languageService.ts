import { readBody } from "./document/body.ts";
import { parseFrontMatter } from "./document/frontMatter.ts";
import type { Span, TextEdit } from "./document/span.ts";
import type { TextDocument } from "./document/textDocument.ts";
import { type CodeAction, codeActionsFor } from "./features/codeActions.ts";
import { completionsAt } from "./features/completion/completion.ts";
import type { CompletionItem } from "./features/completion/item.ts";
import { type Diagnostic, toDiagnostic } from "./features/diagnostics.ts";
import { fixAll } from "./features/fixAll.ts";
import { type Hover, hoverAt } from "./features/hover.ts";
import { type Inspection, inspectArticle } from "./features/inspect.ts";
import { problemsOf, type Severities } from "./features/problems.ts";
import { type Article, recognise } from "./model/article.ts";
import type { ContentModel } from "./model/contentModel.ts";
import { createNewsArchetype } from "./model/news/archetype.ts";
import { rules } from "./rules/index.ts";
import type { SiteProblem } from "./workspace/dataFile.ts";
import type { Checked } from "./workspace/site.ts";
import { relativePath } from "./workspace/siteRoot.ts";
import { createSites } from "./workspace/sites.ts";
import type { Log, Workspace } from "./workspace/workspace.ts";

export { applyEdits, type Span, type TextEdit } from "./document/span.ts";
export type { TextDocument } from "./document/textDocument.ts";
export type { CodeAction } from "./features/codeActions.ts";
export type { CompletionItem } from "./features/completion/item.ts";
export type { Diagnostic } from "./features/diagnostics.ts";
export type { Hover } from "./features/hover.ts";
export type { Inspection } from "./features/inspect.ts";
export type { Severity } from "./model/contentModel.ts";
export type { Log, Workspace } from "./workspace/workspace.ts";

/** The schemas that are built in, compiled. */
export interface BuiltIns {
  readonly news: Checked;
  readonly siteConfig: Checked;
  readonly communities: Checked;
  readonly topics: Checked;
}

/** What a user's settings say for a document; they come before the site's own configuration. */
export interface Settings {
  /** Nothing is said about a document for which this is off. */
  readonly enable: boolean;
  readonly rules: Severities;
}

/**
 * Everything the tool knows to do with a document. Offsets are UTF-16 code units. Whatever the text is, nothing here
 * throws; a document that is no article gets nothing.
 */
export interface LanguageService {
  diagnose(document: TextDocument, settings?: Settings): Promise<readonly Diagnostic[]>;
  /** Quick fixes for the diagnostics that touch a span. */
  codeActions(document: TextDocument, span: Span, settings?: Settings): Promise<readonly CodeAction[]>;
  /** All right answers, applied until nothing changes, as edits of the text given. */
  fixAll(document: TextDocument, settings?: Settings): Promise<readonly TextEdit[]>;
  complete(document: TextDocument, offset: number, settings?: Settings): Promise<readonly CompletionItem[]>;
  hover(document: TextDocument, offset: number, settings?: Settings): Promise<Hover | undefined>;
  /** What the tool sees; `undefined` where the document is no article. */
  inspect(document: TextDocument): Promise<Inspection | undefined>;
  /** What is wrong with the own files (configuration, communities, topics) of the site that a document belongs to. */
  siteProblems(uri: string): Promise<readonly SiteProblem[]>;
  /** Says that a file was changed, created or deleted. True when open documents must be checked again. */
  didChangeFile(uri: string): boolean;
}

export interface LanguageServiceOptions {
  readonly workspace: Workspace;
  readonly builtIns: BuiltIns;
  readonly log: Log;
  /** The URI of a configuration file that stands for that of every site; its folder is the site's root. */
  readonly config?: string | undefined;
}

const NO_SETTINGS: Settings = { enable: true, rules: {} };

/** Makes the language service of a small world: files, schemas and log come in here, and nothing else does. */
export function createLanguageService({ workspace, builtIns, log, config }: LanguageServiceOptions): LanguageService {
  const archetypes = [createNewsArchetype(builtIns.news.schema, builtIns.news.validate)];
  const sites = createSites({ workspace, log, config }, { ...builtIns, archetypes });
  const articles = new WeakMap<TextDocument, Entry>();
  const latest = new Map<string, Article>();

  /** The article that a document is, read once for each of its versions and each state of its site. */
  const articleOf = async (document: TextDocument): Promise<Article | undefined> => {
    const { model } = await sites.of(document.uri);
    const known = articles.get(document);
    if (known?.version === document.version && known.model === model) return known.article;
    const { version } = document;
    const article = await read(document.uri, document.getText(), { model, before: latest.get(document.uri) });
    // The author may have typed on meanwhile.
    if (document.version !== version) return articleOf(document);
    articles.set(document, { version, model, article });
    latest.delete(document.uri);
    if (article !== undefined) latest.set(document.uri, article);
    for (const [oldest] of latest) if (latest.size > MOST_LATEST) latest.delete(oldest);
    return article;
  };

  return {
    async diagnose(document, settings = NO_SETTINGS) {
      const article = settings.enable ? await articleOf(document) : undefined;
      return article === undefined ? [] : problemsOf(article, rules, settings.rules).map(toDiagnostic);
    },
    async codeActions(document, span, settings = NO_SETTINGS) {
      const article = settings.enable ? await articleOf(document) : undefined;
      return article === undefined ? [] : codeActionsFor(article, problemsOf(article, rules, settings.rules), span);
    },
    async fixAll(document, settings = NO_SETTINGS) {
      const { model } = await sites.of(document.uri);
      if (!settings.enable) return [];
      let article: Article | undefined;
      return fixAll(document.getText(), async (text) => {
        article = await read(document.uri, text, { model, before: article });
        return article === undefined ? [] : problemsOf(article, rules, settings.rules);
      });
    },
    async complete(document, offset, settings = NO_SETTINGS) {
      const article = settings.enable ? await articleOf(document) : undefined;
      return article === undefined ? [] : completionsAt(article, offset);
    },
    async hover(document, offset, settings = NO_SETTINGS) {
      const article = settings.enable ? await articleOf(document) : undefined;
      return article && hoverAt(article, offset);
    },
    async inspect(document) {
      const article = await articleOf(document);
      return article && inspectArticle(article);
    },
    async siteProblems(uri) {
      return (await sites.of(uri)).problems;
    },
    didChangeFile: (uri) => sites.didChangeFile(uri),
  };
}

interface Entry {
  readonly version: number;
  readonly model: ContentModel;
  readonly article: Article | undefined;
}

/** An author edits one document, and a few in turn: for these the next version is read from the one before. */
const MOST_LATEST = 8;

async function read(
  uri: string,
  text: string,
  { model, before }: { readonly model: ContentModel; readonly before: Article | undefined },
): Promise<Article | undefined> {
  const path = relativePath(model.root, uri) ?? uri;
  const frontMatter = parseFrontMatter(text, before, model.hugo.yamlReader);
  return recognise({ uri, path, text }, { frontMatter, body: await readBody(text, frontMatter, before?.body) }, model);
}
