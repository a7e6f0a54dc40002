import { isLongText } from "../document/longYaml.ts";
import type { TextDocument } from "../document/textDocument.ts";
import { isArticle } from "../model/article.ts";
import type { ContentModel } from "../model/contentModel.ts";
import type { IndexProgress } from "./course.ts";
import { isPagePath } from "./pagePaths.ts";
import type { Signal } from "./signal.ts";
import type { Site } from "./site.ts";
import { relativePath } from "./siteRoot.ts";
import type { Sites } from "./sites.ts";
import { fileKindOf, fileUriOf, readSubject, type Source, type Subject, type SubjectOptions } from "./subject.ts";
import type { Workspace } from "./workspace.ts";

/** What open documents are, each read once for each of its versions. */
export interface Subjects {
  /** What a document is, with what is known of the files that it names; `undefined` where there is nothing to say. */
  of(document: TextDocument): Promise<Subject | undefined>;
  /** What is at a URI: as an editor has it where it is open, else as its file says. */
  at(uri: string): Promise<Subject | undefined>;
  /** The same for whoever wants its places only: what is known of the files that it names may be missing. */
  placesAt(uri: string): Promise<Subject | undefined>;
  /**
   * Reads all pages of the site that a document belongs to, once, and those that an editor has open as they stand there, be
   * it that nothing else was asked of them yet; not those without a file.
   *
   * @returns whether it was done, not stopped
   */
  index(uri: string, progress?: IndexProgress, signal?: Signal): Promise<boolean>;
  /** Says that a document is open no more: its file counts again, whatever is still being read of the document. */
  didClose(uri: string): void;
}

export function createSubjects(workspace: Workspace, sites: Sites, options: SubjectOptions): Subjects {
  const { assets, indexing } = options;
  const known = new WeakMap<TextDocument, Entry>();
  const latest = new Map<string, Subject>();
  /** How often the document of a URI was closed. */
  const closes = new Map<string, number>();
  // What problems of an open article are about besides is asked for at each keystroke.
  const closed = new Map<string, ClosedEntry>();

  const closedTimes = (uri: string): number => closes.get(uri) ?? 0;
  const subjectOf = (document: TextDocument) => newestOf(document, closedTimes(document.uri));
  const newestOf = async (document: TextDocument, closedBefore: number): Promise<Subject | undefined> => {
    const { version } = document;
    const subject = await subjectIn(document, await sites.of(document.uri));
    if (subject !== undefined && isArticle(subject)) {
      await assets.load(subject);
      // One that was closed meanwhile counts no more, nor one that somebody kept when it was closed.
      const isKept = closedBefore > 0 && workspace.openDocument(document.uri) !== document;
      if (closedTimes(document.uri) === closedBefore && !isKept) indexing.update(subject);
    }
    if (subject !== undefined) void sites.startIndex(document.uri);
    // What several who waited for a long file have to do with it, each does in its turn.
    if (subject !== undefined && !isArticle(subject) && isLongText(subject.text)) await options.pause();
    // The author may have typed on meanwhile.
    return document.version === version ? subject : newestOf(document, closedBefore);
  };
  /**
   * A document is read anew when its text, its site or the files it may name are no longer the same; once, however many ask
   * meanwhile.
   */
  const subjectIn = (document: TextDocument, site: Site): Promise<Subject | undefined> => {
    const entry = known.get(document);
    const { version } = document;
    const revision = assets.revision();
    if (entry?.version === version && entry.model === site.model && entry.revision === revision) return entry.reading;
    const reading = readVersion(document, site);
    known.set(document, { version, model: site.model, revision, reading });
    return reading;
  };
  const readVersion = async (document: TextDocument, site: Site): Promise<Subject | undefined> => {
    const { version } = document;
    const subject = await read(document, site);
    if (document.version !== version) return undefined;
    latest.delete(document.uri);
    if (subject !== undefined) latest.set(document.uri, subject);
    for (const [oldest] of latest) if (latest.size > MOST_LATEST) latest.delete(oldest);
    return subject;
  };
  const read = async (document: TextDocument, site: Site): Promise<Subject | undefined> => {
    const { uri } = document;
    return readSubject(await toSource({ uri, text: document.getText(), before: latest.get(uri) }, site), site, options);
  };
  const toSource = async (read: Omit<Source, "problems">, site: Site): Promise<Source> => {
    const isSiteFile = fileKindOf(read.uri, site) !== undefined;
    return { ...read, problems: isSiteFile ? await sites.problemsIn(fileUriOf(read.uri), read.text) : [] };
  };

  const readClosed = async (uri: string): Promise<ClosedEntry | undefined> => {
    const [text, site] = await Promise.all([workspace.readFile(uri), sites.of(uri)]);
    if (text === undefined) return undefined;
    const { model } = site;
    const revision = assets.revision();
    const before = closed.get(uri);
    if (before?.text === text && before.model === model && before.revision === revision) return before;
    const subject = await readSubject(await toSource({ uri, text, before: undefined }, site), site, options);
    return { text, model, revision, subject };
  };

  return {
    of: subjectOf,
    didClose(uri) {
      closes.set(uri, closedTimes(uri) + 1);
      indexing.didClose(uri);
    },
    async at(uri) {
      const open = workspace.openDocument(uri);
      if (open !== undefined) return subjectOf(open);
      const entry = await readClosed(uri);
      const subject = entry?.subject;
      if (entry === undefined || entry === closed.get(uri)) return subject;
      closed.delete(uri);
      if (subject === undefined || !isArticle(subject)) return subject;
      await assets.load(subject);
      closed.set(uri, entry);
      for (const [oldest] of closed) if (closed.size > MOST_LATEST) closed.delete(oldest);
      return subject;
    },
    async index(uri, progress, signal) {
      const isDone = await sites.index(uri, progress, signal);
      const { model } = await sites.of(uri);
      const disk = options.indexing.diskFacts(model.root);
      for (const document of workspace.openDocuments()) {
        const path = relativePath(model.root, document.uri);
        if (path === undefined || !isPagePath(path, model)) continue;
        // Editors hold documents for a while whose files are gone.
        if (disk?.isWhole !== true || disk.at(path) !== undefined) await subjectOf(document);
      }
      return isDone;
    },
    async placesAt(uri) {
      const open = workspace.openDocument(uri);
      return open === undefined ? (await readClosed(uri))?.subject : subjectOf(open);
    },
  };
}

interface Entry extends Circumstances {
  readonly version: number;
  readonly reading: Promise<Subject | undefined>;
}

interface ClosedEntry extends Circumstances {
  readonly text: string;
  readonly subject: Subject | undefined;
}

/** From what besides its text something was read. */
interface Circumstances {
  readonly model: ContentModel;
  /** The state of what is known of files. */
  readonly revision: number;
}

/** An author edits one document, and a few in turn: for these the next version is read from the one before. */
const MOST_LATEST = 8;
