import { URI } from "vscode-uri";
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
import { type Problem, problemsOf, type Severities } from "./features/problems.ts";
import { type SiteFileKinds, siteFileKinds } from "./features/siteFileKinds.ts";
import { foreignFileProblems, siteFileProblems } from "./features/siteFileProblems.ts";
import { type Article, isArticle, recognise } from "./model/article.ts";
import type { ContentModel } from "./model/contentModel.ts";
import { createNewsArchetype } from "./model/news/archetype.ts";
import type { Severity } from "./model/severities.ts";
import { articleRules } from "./rules/index.ts";
import { type AssetStore, createAssetStore } from "./workspace/assets.ts";
import type { Checked, SiteProblem } from "./workspace/dataFile.ts";
import type { CompileSchema } from "./workspace/schemaSource.ts";
import type { Site } from "./workspace/site.ts";
import { readSiteFile, type SiteFile } from "./workspace/siteFile.ts";
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
export type { Severity } from "./model/severities.ts";
export type { CompileSchema } from "./workspace/schemaSource.ts";
export type { FileHead, Log, Workspace } from "./workspace/workspace.ts";

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
  siteProblems(uri: string): Promise<readonly SiteFault[]>;
  /** The same, file by file, with all that is known of each problem. */
  checkSiteFiles(uri: string): Promise<readonly CheckedSiteFile[]>;
  /** Says that a file was changed, created or deleted. True when open documents must be checked again. */
  didChangeFile(uri: string): boolean;
}

/** An error or a warning in one of a site's own files. */
export interface SiteFault {
  readonly uri: string;
  /** Counted from 1. */
  readonly line: number;
  readonly severity: Severity;
  readonly message: string;
}

/** One of a site's own files as it is on disk, and all that is wrong with it. */
export interface CheckedSiteFile {
  readonly uri: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface LanguageServiceOptions {
  readonly workspace: Workspace;
  readonly builtIns: BuiltIns;
  readonly compileSchema: CompileSchema;
  readonly log: Log;
  /** The time, in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** The URI of a configuration file that stands for that of every site; its folder is the site's root. */
  readonly config?: string | undefined;
}

const NO_SETTINGS: Settings = { enable: true, rules: {} };

/** Makes the language service of a small world: files, schemas, log and clock come in here, and nothing else does. */
export function createLanguageService(options: LanguageServiceOptions): LanguageService {
  const { workspace, builtIns, compileSchema, log, now, config } = options;
  const archetypesIn = (content: readonly string[]) => [createNewsArchetype(builtIns.news, content)];
  const sites = createSites({ workspace, log, config }, { ...builtIns, archetypesIn, compileSchema });
  const kinds = siteFileKinds(builtIns);
  const assets = createAssetStore(workspace);
  const known = new WeakMap<TextDocument, Entry>();
  const latest = new Map<string, Subject>();

  /** What a document is, with what is known of the files that it names. */
  const subjectOf = async (document: TextDocument): Promise<Subject | undefined> => {
    const { version } = document;
    const subject = await subjectIn(document, await sites.of(document.uri));
    if (subject !== undefined && isArticle(subject)) await assets.load(subject);
    // The author may have typed on meanwhile.
    return document.version === version ? subject : subjectOf(document);
  };
  /** A document is read once for each of its versions and each state of its site and of the files it may name. */
  const subjectIn = async (document: TextDocument, site: Site): Promise<Subject | undefined> => {
    const entry = known.get(document);
    const { version } = document;
    const revision = assets.revision();
    if (entry?.version === version && entry.model === site.model && entry.revision === revision) return entry.subject;
    const subject = await read(document, site);
    if (document.version !== version) return undefined;
    known.set(document, { version, model: site.model, revision, subject });
    latest.delete(document.uri);
    if (subject !== undefined) latest.set(document.uri, subject);
    for (const [oldest] of latest) if (latest.size > MOST_LATEST) latest.delete(oldest);
    return subject;
  };
  const read = async (document: TextDocument, site: Site): Promise<Subject | undefined> => {
    const { uri } = document;
    const text = document.getText();
    const problems = site.files.has(fileUriOf(uri)) ? await sites.problemsIn(fileUriOf(uri), text) : [];
    return readSubject({ uri, text, now, before: latest.get(uri) }, site, { kinds, assets, problems });
  };

  const checkedSites = new WeakMap<Site, Promise<readonly CheckedSiteFile[]>>();
  const siteFilesOf = async (uri: string): Promise<readonly CheckedSiteFile[]> => {
    const site = await sites.of(uri);
    const checked = checkedSites.get(site) ?? checkSite(site);
    checkedSites.set(site, checked);
    return checked;
  };
  const checkSite = async (site: Site): Promise<readonly CheckedSiteFile[]> => {
    const files = await Promise.all(
      [...new Set([...site.files.keys(), ...site.problems.map(({ uri }) => uri)])].map(async (file) => {
        const text = await workspace.readFile(file);
        if (text === undefined) return [];
        const problems = site.problems.filter((problem) => problem.uri === file);
        if (!site.files.has(file)) {
          return [{ uri: file, text, diagnostics: foreignFileProblems(problems, site.model).map(toDiagnostic) }];
        }
        const subject = await readSubject({ uri: file, text, now, before: undefined }, site, {
          kinds,
          assets,
          problems,
        });
        return [
          { uri: file, text, diagnostics: subject === undefined ? [] : findProblems(subject, {}).map(toDiagnostic) },
        ];
      }),
    );
    return files.flat();
  };

  return {
    async diagnose(document, settings = NO_SETTINGS) {
      const subject = settings.enable ? await subjectOf(document) : undefined;
      return subject === undefined ? [] : findProblems(subject, settings.rules).map(toDiagnostic);
    },
    async codeActions(document, span, settings = NO_SETTINGS) {
      const subject = settings.enable ? await subjectOf(document) : undefined;
      return subject === undefined ? [] : codeActionsFor(subject, findProblems(subject, settings.rules), span);
    },
    async fixAll(document, settings = NO_SETTINGS) {
      const { uri } = document;
      const site = await sites.of(uri);
      if (!settings.enable) return [];
      let subject: Subject | undefined;
      return fixAll(document.getText(), async (text) => {
        // What only a look at the site finds has no fix.
        subject = await readSubject({ uri, text, now, before: subject }, site, { kinds, assets, problems: [] });
        if (subject === undefined) return [];
        if (isArticle(subject)) await assets.load(subject);
        return findProblems(subject, settings.rules);
      });
    },
    async complete(document, offset, settings = NO_SETTINGS) {
      const subject = settings.enable ? await subjectOf(document) : undefined;
      return subject === undefined ? [] : completionsAt(subject, offset);
    },
    async hover(document, offset, settings = NO_SETTINGS) {
      const subject = settings.enable ? await subjectOf(document) : undefined;
      return subject && hoverAt(subject, offset);
    },
    async inspect(document) {
      const subject = await subjectOf(document);
      return subject && isArticle(subject) ? inspectArticle(subject) : undefined;
    },
    async siteProblems(uri) {
      const files = await siteFilesOf(uri);
      return files.flatMap(({ uri, text, diagnostics }) =>
        diagnostics
          .filter(({ severity }) => severity === "error" || severity === "warning")
          .map(({ start, severity, message }) => ({ uri, line: lineNumberAt(text, start), severity, message })),
      );
    },
    checkSiteFiles: siteFilesOf,
    didChangeFile(uri) {
      // Each must be told, so no short cut.
      const matters = [assets.didChangeFile(uri), sites.didChangeFile(uri)];
      return matters.includes(true);
    },
  };
}

/** What the service can say something about. */
type Subject = Article | SiteFile;

interface Entry {
  readonly version: number;
  readonly model: ContentModel;
  /** The state of what is known of files. */
  readonly revision: number;
  readonly subject: Subject | undefined;
}

/** An author edits one document, and a few in turn: for these the next version is read from the one before. */
const MOST_LATEST = 8;

interface Source {
  readonly uri: string;
  readonly text: string;
  readonly before: Subject | undefined;
  now(): number;
}

interface ReadWith {
  readonly kinds: SiteFileKinds;
  readonly assets: AssetStore;
  readonly problems: readonly SiteProblem[];
}

async function readSubject(
  { uri, text, now, before }: Source,
  { files, model }: Site,
  { kinds, assets, problems }: ReadWith,
): Promise<Subject | undefined> {
  const fileKind = files.get(fileUriOf(uri));
  if (fileKind !== undefined) {
    const file = before === undefined || isArticle(before) ? undefined : before;
    return readSiteFile({ uri, text, before: file }, { fileKind, kind: kinds[fileKind], model }, problems);
  }
  const article = before && isArticle(before) ? before : undefined;
  const path = relativePath(model.root, uri) ?? uri;
  const frontMatter = parseFrontMatter(text, article, model.hugo.yamlReader);
  const body = await readBody(text, frontMatter, article?.body);
  return recognise({ uri, path, text, now, assets: assets.of(uri, model) }, { frontMatter, body }, model);
}

function findProblems(subject: Subject, severities: Severities): readonly Problem[] {
  return isArticle(subject) ? problemsOf(subject, articleRules, severities) : siteFileProblems(subject, severities);
}

/** Clients differ in what they escape in a URI; a site's own files are known as we write them. */
function fileUriOf(uri: string): string {
  return URI.parse(uri).toString();
}

function lineNumberAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}
