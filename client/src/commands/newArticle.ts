import * as vscode from "vscode";
import {
  type NewArticle,
  type NewArticleParams,
  type NewArticleSite,
  newArticle as newArticleRequest,
  newArticleSites,
} from "../../../server/src/protocol/newArticle.ts";
import type { SiteNode } from "../../../server/src/protocol/requests.ts";
import { type Answers, noAnswers, paramsOf } from "../newArticle/answers.ts";
import { onlyArchetype, questionsFor } from "../newArticle/questions.ts";
import { askAll } from "../newArticle/steps.ts";
import type { Server } from "../server.ts";
import type { SourceReader } from "../sourcePage/sourceReader.ts";
import type { Command } from "./index.ts";

/**
 * Asks for what a new article is about, writes it and opens it at the first blank.
 *
 * @param readSource where the host of the extension can read pages of the web
 * @returns a command that may be given a file or folder of the Explorer, a node of the tree, or all answers, as `answers`
 */
export function newArticle(server: Server, readSource: LoadSourceReader | undefined): Command {
  return {
    id: "curatedContent.newArticle",
    async execute(given) {
      let reader: SourceReader | undefined;
      try {
        await server.start();
        reader = mayReadSources() ? readSource?.() : undefined;
        const params = answersIn(given) ?? (await askFor(server, reader, given));
        return params && (await write(server, params));
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
        return undefined;
      } finally {
        await reader?.dispose();
      }
    },
  };
}

/** Makes a reader of web pages, where the host of the extension can have one. */
export type LoadSourceReader = () => SourceReader;

function mayReadSources(): boolean {
  const isWanted = vscode.workspace.getConfiguration("curatedContent.newArticle").get("readSourcePage") === true;
  return isWanted && vscode.workspace.isTrusted;
}

/** Asks for all that is not known; `undefined` where the author leaves. */
async function askFor(
  server: Server,
  reader: SourceReader | undefined,
  given: unknown,
): Promise<NewArticleParams | undefined> {
  const { sites, start, settled } = await findStart(server, given);
  if (start === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no curated site in the open folders."));
    return undefined;
  }
  const answers: Answers = {
    ...noAnswers(start),
    archetype: start.here.archetype ?? onlyArchetype(start),
    community: start.here.community,
  };
  const questions = questionsFor(answers, { server, sites, settled, reader });
  return (await askAll(vscode.l10n.t("New Article"), questions)) ? paramsOf(answers) : undefined;
}

/** Where an article may be written. */
interface Start {
  readonly sites: readonly NewArticleSite[];
  /** The likeliest of them. */
  readonly start: NewArticleSite | undefined;
  /** What is not asked, because the author said it by the place where they called. */
  readonly settled: NewArticleSite["here"];
}

/** A node of the tree and a folder settle what they can; the open editor says what is likely. */
async function findStart(server: Server, given: unknown): Promise<Start> {
  const ask = async (uri: string | undefined): Promise<readonly NewArticleSite[]> =>
    (await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Reading articles…") },
      () => Promise.resolve(server.ask(newArticleSites, uri === undefined ? {} : { uri })),
    )) ?? [];
  const node = nodeIn(given);
  if (node !== undefined) {
    const [root, group, community, archetype] = node.steps;
    const here = group === "communities" ? { archetype, community: community || undefined } : {};
    const sites = (await ask(root && `${root}/`)).map((site) => ({ ...site, here }));
    return { sites, start: sites[0], settled: here };
  }
  const place = given instanceof vscode.Uri ? given : undefined;
  if (place !== undefined && (await isFolder(place))) {
    const sites = await ask(`${place.toString()}/`);
    return { sites, start: sites[0], settled: sites[0]?.here ?? {} };
  }
  const near = place ?? vscode.window.activeTextEditor?.document.uri;
  const isOpen = near !== undefined && vscode.workspace.getWorkspaceFolder(near) !== undefined;
  const [[likely], all] = await Promise.all([isOpen ? ask(near.toString()) : [], ask(undefined)]);
  const sites = all.map((site) => (site.root === likely?.root ? likely : site));
  return { sites, start: sites.find((site) => site === likely) ?? sites[0], settled: {} };
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) return false;
  const { type } = await vscode.workspace.fs.stat(uri);
  return (type & vscode.FileType.Directory) !== 0;
}

function nodeIn(given: unknown): SiteNode | undefined {
  return typeof given === "object" && given !== null && "steps" in given ? (given as SiteNode) : undefined;
}

function answersIn(given: unknown): NewArticleParams | undefined {
  return typeof given === "object" && given !== null && "answers" in given
    ? (given.answers as NewArticleParams)
    : undefined;
}

/** Writes all in one edit, so that one undo takes it back, and gives the article's URI. */
async function write(server: Server, params: NewArticleParams): Promise<string | undefined> {
  const made = await server.ask(newArticleRequest, params);
  if (made === undefined) return undefined;
  const there = made.curated.find(({ same }) => same === "file");
  const uri = vscode.Uri.parse(made.uri);
  if (there === undefined && !(await apply(server, made))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t("{0} could not be written.", vscode.workspace.asRelativePath(uri)),
    );
    return undefined;
  }
  const { start, end } = made.selection;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(uri, there === undefined ? { selection, preview: false } : {});
  return made.uri;
}

/** A vocabulary that had nothing unsaved is saved with it: until then the article has topics that nobody knows. */
async function apply(server: Server, made: NewArticle): Promise<boolean> {
  const edit = await editFor(server, made);
  const changed = edit.entries().flatMap(([uri, edits]) => (edits.length > 0 ? [uri.toString()] : []));
  const unsaved = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString());
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  for (const uri of changed.filter((one) => !unsaved.includes(one)))
    await (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))).save();
  return true;
}

async function editFor(server: Server, { uri, text, image, vocabulary }: NewArticle): Promise<vscode.WorkspaceEdit> {
  const edit = vocabulary === null ? new vscode.WorkspaceEdit() : await server.toEdit(vocabulary);
  const metadata = { label: vscode.l10n.t("New Article"), needsConfirmation: false };
  const create = (file: string, contents: Uint8Array): void =>
    edit.createFile(vscode.Uri.parse(file), { overwrite: false, ignoreIfExists: false, contents }, metadata);
  if (image !== null) create(image.to, await vscode.workspace.fs.readFile(vscode.Uri.parse(image.from)));
  create(uri, new TextEncoder().encode(text));
  return edit;
}
