import type { Span, TextEdit } from "./document/span.ts";
import type { TextDocument } from "./document/textDocument.ts";
import { type CodeAction, codeActionsFor } from "./features/codeActions.ts";
import { completionsAt } from "./features/completion/completion.ts";
import type { CompletionItem } from "./features/completion/item.ts";
import type { Diagnostic } from "./features/diagnostics.ts";
import { type DocumentLink, documentLinksOf } from "./features/documentLinks.ts";
import { createDocumentStructure, type DocumentStructure } from "./features/documentStructure.ts";
import { withPlaces } from "./features/elsewhere.ts";
import { findProblems, problemsIn } from "./features/findProblems.ts";
import { fixDocument } from "./features/fixDocument.ts";
import { type Hover, hoverAt } from "./features/hover.ts";
import { type InlayHint, inlayHintsIn } from "./features/inlayHints.ts";
import { type Inspection, inspectArticle } from "./features/inspect.ts";
import type { FileMove } from "./features/moves/pageMoves.ts";
import { editsOfMoves, type MoveEdit } from "./features/moves/willRename.ts";
import { createPageReading, type PageReading } from "./features/pageReading.ts";
import type { TextPlace } from "./features/places.ts";
import { createPreviews, type Previews } from "./features/preview/previews.ts";
import { type Refactoring, refactoringsAt } from "./features/refactorings/refactorings.ts";
import { createReports, type Reports } from "./features/report/reports.ts";
import { createScaffolding, type Scaffolding } from "./features/scaffold/scaffolding.ts";
import type { Settings } from "./features/settings.ts";
import { type CheckedSiteFile, checkSiteFiles, faultsIn, type SiteFault } from "./features/siteFileCheck.ts";
import { siteFileKinds } from "./features/siteFileKinds.ts";
import { createSurveys, type Surveys } from "./features/surveys.ts";
import { placeOfSymbol } from "./features/symbolPlace.ts";
import { createTopicImport, type TopicImport } from "./features/topics/import/topicImport.ts";
import { createTopicLanguage, type TopicLanguage } from "./features/topics/topicLanguage.ts";
import { createWholeSite, type WholeSite } from "./features/wholeSite.ts";
import { createWorkPackages, type WorkPackages } from "./features/workPackage/workPackages.ts";
import { findWorkspaceSymbols, type SearchedSite, type WorkspaceSymbol } from "./features/workspaceSymbols.ts";
import { isArticle } from "./model/article.ts";
import { createNewsArchetype } from "./model/news/archetype.ts";
import { oncePer } from "./model/oncePer.ts";
import { createAssetStore } from "./workspace/assets.ts";
import type { IndexProgress } from "./workspace/course.ts";
import type { Checked } from "./workspace/dataFile.ts";
import type { FactCache } from "./workspace/factCache.ts";
import type { IndexChange } from "./workspace/indexChange.ts";
import { createIndexing, type IndexReading } from "./workspace/indexing.ts";
import type { PageReader } from "./workspace/pageReader.ts";
import type { CompileSchema } from "./workspace/schemaSource.ts";
import type { Signal } from "./workspace/signal.ts";
import type { Site } from "./workspace/site.ts";
import { createSites } from "./workspace/sites.ts";
import type { SubjectOptions } from "./workspace/subject.ts";
import { createSubjects } from "./workspace/subjects.ts";
import type { Log, Workspace } from "./workspace/workspace.ts";

export type { JsonObject, JsonValue } from "./document/jsonValue.ts";
export { oncePerText } from "./document/oncePerText.ts";
export { applyEdits, type Span, type TextEdit } from "./document/span.ts";
export type { TextDocument } from "./document/textDocument.ts";
export type { CodeAction } from "./features/codeActions.ts";
export { type CompletionItem, MOST_COMPLETIONS } from "./features/completion/item.ts";
export type { Diagnostic } from "./features/diagnostics.ts";
export type { DocumentLink } from "./features/documentLinks.ts";
export type { DocumentSymbol } from "./features/documentSymbols.ts";
export type { Hover } from "./features/hover.ts";
export type { InlayHint } from "./features/inlayHints.ts";
export type { Inspection } from "./features/inspect.ts";
export type { FileMove } from "./features/moves/pageMoves.ts";
export type { MoveEdit } from "./features/moves/willRename.ts";
export type { FileEdit, SiteEdit, TextPlace } from "./features/places.ts";
export type { PreviewRole } from "./features/preview/part.ts";
export type { Preview, PreviewPart, PreviewProblem } from "./features/preview/preview.ts";
export type { AddAlias, Refactoring } from "./features/refactorings/refactorings.ts";
export type { Refusal } from "./features/refusal.ts";
export type * from "./features/report/contentReport.ts";
export { pageOf } from "./features/ruleText.ts";
export type * from "./features/scaffold/request.ts";
export type { Settings } from "./features/settings.ts";
export type { CheckedSiteFile } from "./features/siteFileCheck.ts";
export type { ProblemCounts } from "./features/siteTree.ts";
export type { Concept, ReadConcepts, ReadingFault } from "./features/topics/import/concept.ts";
export type { ImportedTopics, TopicImportChange } from "./features/topics/import/topicImport.ts";
export type { TopicChange } from "./features/topics/topicChange.ts";
export { placeIn } from "./features/wholeSite.ts";
export type { KeyChange } from "./features/workPackage/refresh.ts";
export type { WorkPackageSource } from "./features/workPackage/workPackage.ts";
export type { WorkPackageAnswers } from "./features/workPackage/workPackages.ts";
export type { WorkspaceSymbol } from "./features/workspaceSymbols.ts";
export type { Questions } from "./model/askedIndex.ts";
export type { PageFacts } from "./model/facts.ts";
export type { Markup } from "./model/hugo/markup.ts";
export type { Found } from "./model/images/askedAssets.ts";
export type { Validate } from "./model/schema.ts";
export type { Severity } from "./model/severities.ts";
export { rules } from "./rules/index.ts";
export type { RuleDescription } from "./rules/rule.ts";
export type { IndexProgress } from "./workspace/course.ts";
export type { FactCache, KeptPage } from "./workspace/factCache.ts";
export type { IndexChange } from "./workspace/indexChange.ts";
export type { IndexReading } from "./workspace/indexing.ts";
export type { PageReader, ReadPage } from "./workspace/pageReader.ts";
export type { CompileSchema } from "./workspace/schemaSource.ts";
export type { Signal } from "./workspace/signal.ts";
export type { SiteKey } from "./workspace/site.ts";
export { CONFIG_FILE } from "./workspace/siteRoot.ts";
export { uriIn } from "./workspace/uri.ts";
export type { FileHead, FileStart, Log, Workspace } from "./workspace/workspace.ts";

/** The schemas that are built in, compiled. */
export interface BuiltIns {
  readonly news: Checked;
  readonly siteConfig: Checked;
  readonly communities: Checked;
  readonly topics: Checked;
}

/**
 * Everything the tool knows to do with a document. Offsets are UTF-16 code units. Whatever the text is, nothing here
 * throws; a document that is no article gets nothing.
 */
export interface LanguageService
  extends DocumentStructure,
    PageReading,
    Previews,
    Reports,
    TopicImport,
    TopicLanguage,
    WholeSite,
    WorkPackages {
  diagnose(document: TextDocument, settings?: Settings): Promise<readonly Diagnostic[]>;
  /** Quick fixes for the diagnostics that touch a span. */
  codeActions(document: TextDocument, span: Span, settings?: Settings): Promise<readonly CodeAction[]>;
  /** Changes that a span has to offer, be it wrong or not. */
  refactorings(document: TextDocument, span: Span, settings?: Settings): Promise<readonly Refactoring[]>;
  /** All right answers, applied until nothing changes, as edits of the text given. */
  fixAll(document: TextDocument, settings?: Settings): Promise<readonly TextEdit[]>;
  complete(document: TextDocument, offset: number, settings?: Settings): Promise<readonly CompletionItem[]>;
  hover(document: TextDocument, offset: number, settings?: Settings): Promise<Hover | undefined>;
  /** The values that lead somewhere. Waits until the site is indexed: only then it is known which pages there are. */
  documentLinks(document: TextDocument): Promise<readonly DocumentLink[]>;
  /** The hints in a stretch of an article. */
  inlayHints(document: TextDocument, span: Span, settings?: Settings): Promise<readonly InlayHint[]>;
  /**
   * Communities, pages and topics of all sites that what was typed may mean, the likeliest first; of a site only where a
   * function says so of its root.
   */
  workspaceSymbols(query: string, isWanted?: (root: string) => Promise<boolean>): Promise<readonly WorkspaceSymbol[]>;
  /** Where a symbol stands in its file, as an editor has it open or as it is on disk; `undefined` where that is unknown. */
  placeOfSymbol(symbol: Pick<WorkspaceSymbol, "uri" | "kind" | "key">): Promise<TextPlace | undefined>;
  /** What the tool sees; `undefined` where the document is no article. */
  inspect(document: TextDocument): Promise<Inspection | undefined>;
  /**
   * What must change in articles, and which files must go along, when files and folders get other places. The edits are
   * those of the files where they are before.
   *
   * @param options whether whoever asks can rename further files, and whether nobody waits for the answer any more
   */
  willRenameFiles(
    moves: readonly FileMove[],
    options: { readonly renamesFiles: boolean; isCancelled(): boolean },
  ): Promise<MoveEdit>;
  /** What is wrong with the own files (configuration, communities, topics) of the site that a document belongs to. */
  siteProblems(uri: string): Promise<readonly SiteFault[]>;
  /** The same, file by file, with all that is known of each problem. */
  checkSiteFiles(uri: string): Promise<readonly CheckedSiteFile[]>;
  /**
   * Reads all pages of the site that a document belongs to, once, for what only a look at several of them can tell. Nothing
   * else waits for that: until it is done, nothing is said of it. Where the signal stops it, a later call goes on.
   *
   * @returns whether it was done, not stopped
   */
  indexSite(uri: string, progress?: IndexProgress, signal?: Signal): Promise<boolean>;
  /** Has a function called whenever the first reading of all pages of a site begins, asked for or in the background. */
  onDidStartIndexing(listener: (reading: IndexReading) => void): void;
  /** New articles. */
  readonly scaffolding: Scaffolding;
  /** Checks many pages, each read once. */
  readonly surveys: Surveys;
  /** Has a function called whenever pages say something else than before, so that others may have to be checked again. */
  onDidChangeIndex(listener: (change: IndexChange) => void): void;
  /** Says that a document is open no more, so that what its file says counts. */
  didClose(uri: string): void;
  /**
   * Says that files were changed, created or deleted; of a folder that came or went, its own URI will do. True when open
   * documents must be checked again.
   */
  didChangeFiles(uris: readonly string[]): boolean;
}

export interface LanguageServiceOptions {
  readonly workspace: Workspace;
  readonly builtIns: BuiltIns;
  readonly compileSchema: CompileSchema;
  readonly log: Log;
  /** Where the facts of a site's pages are kept from one session to the next. */
  readonly factCache?: FactCache | undefined;
  /** Reads many pages elsewhere, where the host has other threads. */
  readonly pageReader?: PageReader | undefined;
  /** The time, in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** The URI of a configuration file that stands for that of every site; its folder is the site's root. */
  readonly config?: string | undefined;
  /** What a user says of rules in the sites' own files wherever these are not asked for by themselves. */
  readonly rules?: Settings["rules"];
}

const NO_SETTINGS: Settings = { enable: true, rules: {} };

/** Makes the language service of a small world: files, schemas, log and clock come in here, and nothing else does. */
export function createLanguageService(options: LanguageServiceOptions): LanguageService {
  const { workspace, builtIns, compileSchema, log, now, config } = options;
  const archetypesIn = (content: readonly string[]) => [createNewsArchetype(builtIns.news, content)];
  const indexing = createIndexing(options);
  const sites = createSites({ workspace, log, indexing, config }, { ...builtIns, archetypesIn, compileSchema });
  const assets = createAssetStore(workspace);
  const kinds = siteFileKinds(builtIns);
  const subjectOptions: SubjectOptions = { kinds, assets, indexing, now, pause: workspace.pause };
  const subjects = createSubjects(workspace, sites, subjectOptions);
  const { rules = {} } = options;
  const checkedFilesOf = oncePer((site: Site) => checkSiteFiles(site, workspace, subjectOptions, rules));
  const siteFilesOf = async (uri: string) => checkedFilesOf(await sites.of(uri));

  const wholeSite = createWholeSite({ workspace, sites, subjects, indexing, log, siteFilesOf, subjectOptions });

  return {
    ...wholeSite,
    ...createReports({ workspace, sites, indexing, checkSite: wholeSite.checkSite, now }),
    async diagnose(document, settings = NO_SETTINGS) {
      const subject = settings.enable ? await subjects.of(document) : undefined;
      if (subject === undefined) return [];
      return withPlaces(await findProblems(subject, settings.rules, workspace.pause), subject, subjects.at);
    },
    async codeActions(document, span, settings = NO_SETTINGS) {
      const subject = settings.enable ? await subjects.of(document) : undefined;
      if (subject === undefined) return [];
      return codeActionsFor(subject, await findProblems(subject, settings.rules, workspace.pause), span);
    },
    async refactorings(document, span, settings = NO_SETTINGS) {
      const subject = settings.enable ? await subjects.of(document) : undefined;
      if (subject === undefined || !isArticle(subject)) return [];
      const { addAlias = "ask", rules } = settings;
      return refactoringsAt(subject, () => problemsIn(subject, rules), { span, addAlias });
    },
    fixAll: (document, settings = NO_SETTINGS) => fixDocument(document, settings, { sites, options: subjectOptions }),
    async complete(document, offset, settings = NO_SETTINGS) {
      const subject = settings.enable ? await subjects.of(document) : undefined;
      return subject === undefined ? [] : completionsAt(subject, offset);
    },
    async hover(document, offset, settings = NO_SETTINGS) {
      const subject = settings.enable ? await subjects.of(document) : undefined;
      return subject && hoverAt(subject, offset);
    },
    async documentLinks(document) {
      const subject = await subjects.of(document);
      if (subject === undefined) return [];
      if (isArticle(subject)) await sites.index(document.uri);
      return documentLinksOf(subject, workspace);
    },
    async inlayHints(document, span, { enable, rules, inlayHints } = NO_SETTINGS) {
      const subject = enable ? await subjects.of(document) : undefined;
      if (subject === undefined || !isArticle(subject)) return [];
      return inlayHintsIn(subject, span, { derivedValues: "on", communityLabel: "on", ...inlayHints, rules });
    },
    async workspaceSymbols(query, isWanted = async () => true) {
      const searched = await Promise.all(
        (await sites.all()).map(async ({ model }): Promise<readonly SearchedSite[]> => {
          if (!(await isWanted(model.root))) return [];
          await indexing.load(model.root);
          return [{ model, index: indexing.of(model.root) }];
        }),
      );
      return findWorkspaceSymbols(query, searched.flat(), workspace.pause);
    },
    async placeOfSymbol(symbol) {
      const subject = await subjects.at(symbol.uri);
      return subject && placeOfSymbol(subject, symbol);
    },
    ...createTopicLanguage({ workspace, sites, indexing, subjects }),
    ...createTopicImport({ sites, subjects, workspace }),
    ...createPageReading({ sites, workspace }),
    ...createPreviews({ subjects }),
    ...createWorkPackages({ subjects }),
    ...createDocumentStructure({ subjects }),
    async inspect(document) {
      const subject = await subjects.of(document);
      return subject && isArticle(subject) ? inspectArticle(subject) : undefined;
    },
    willRenameFiles: (moves, asked) => editsOfMoves(moves, { ...asked, workspace, sites, indexing, subjects }),
    async siteProblems(uri) {
      return faultsIn(await siteFilesOf(uri));
    },
    checkSiteFiles: siteFilesOf,
    indexSite: sites.index,
    onDidStartIndexing: indexing.onDidStart,
    scaffolding: createScaffolding({ workspace, sites, subjects, indexing, options: subjectOptions }),
    surveys: createSurveys(workspace, { sites, subjects, options: subjectOptions }),
    onDidChangeIndex: indexing.onDidChange,
    didClose: subjects.didClose,
    didChangeFiles(uris) {
      // Each must be told, so no short cut.
      const matters = [assets.didChangeFiles(uris), sites.didChangeFiles(uris)];
      return matters.includes(true);
    },
  };
}
