import * as vscode from "vscode";
import {
  type ImportTopicsParams,
  type ImportTopicsResult,
  importTopics as importTopicsRequest,
  type ReadConcepts,
  type ReadingFault,
  siteRoots,
} from "../../../server/src/protocol/topicImport.ts";
import { type ImportChoices, previewImport } from "../importPreview.ts";
import type { Server } from "../server.ts";
import type { ReadVocabulary } from "../vocabularyReader.ts";
import type { Command } from "./index.ts";

/** Takes topics from a file of others into the vocabulary of a site, once its author has seen what would change. */
export function importTopics(server: Server, readVocabulary: ReadVocabulary, output: vscode.LogOutputChannel): Command {
  return {
    id: "curatedContent.importTopics",
    async execute(file) {
      await server.start();
      const source = file instanceof vscode.Uri ? file : await askForFile();
      const root = source && (await askForSite(server));
      if (source === undefined || root === undefined) return;
      try {
        const read = await readInLanguage(source, readVocabulary);
        if (read === undefined) return;
        if (read.fault !== undefined) await tellFault(source, read.fault);
        else await importRead(read, { server, root, output });
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    },
  };
}

/** Reads a file, and again where it turns out to have several languages and the author wants another one. */
async function readInLanguage(file: vscode.Uri, readVocabulary: ReadVocabulary): Promise<ReadConcepts | undefined> {
  const read = (language: string) =>
    whileShowing(vscode.l10n.t("Reading topics"), () => readVocabulary(file, language));
  const first = await read(USUAL_LANGUAGE);
  const { languages = [] } = first;
  if (languages.length < 2 || languages.every((tag) => tag.startsWith(USUAL_LANGUAGE))) return first;
  const usual = languages.filter((language) => language === USUAL_LANGUAGE);
  const wanted = await vscode.window.showQuickPick([...new Set([...usual, ...languages])], {
    title: vscode.l10n.t("Import Topics"),
    placeHolder: vscode.l10n.t("The language of labels and definitions"),
    ignoreFocusOut: true,
  });
  if (wanted === undefined) return undefined;
  return wanted === USUAL_LANGUAGE ? first : read(wanted);
}

const USUAL_LANGUAGE = "en";

interface Importing {
  readonly server: Server;
  readonly root: string;
  readonly output: vscode.LogOutputChannel;
}

async function importRead({ concepts, notes }: ReadConcepts, { server, root, output }: Importing): Promise<void> {
  if (notes.length > 0) void tellNotes(notes, output);
  const ask = (choices: ImportChoices, leftOut: readonly string[]) => {
    const params: ImportTopicsParams = { root, topics: concepts, leftOut, ...choices };
    return whileShowing(vscode.l10n.t("Comparing topics"), () => server.ask(importTopicsRequest, params));
  };
  let choices: ImportChoices = { differing: "keep", missing: "deprecate" };
  for (;;) {
    const planned = await ask(choices, []);
    if (planned === undefined) return;
    if (planned.changes.length === 0 && planned.kept === 0 && choices.missing === "deprecate") {
      void vscode.window.showInformationMessage(vscode.l10n.t("The site has all of these topics as they are."));
      return;
    }
    const decision = await previewImport(planned, choices);
    if (decision === undefined) return;
    if (decision.kind === "again") {
      choices = decision.choices;
      continue;
    }
    // Others may have changed the file since.
    const wanted = decision.leftOut.length === 0 ? planned : await ask(choices, decision.leftOut);
    if (wanted !== undefined) await apply(wanted, server);
    return;
  }
}

/** Makes the changes, which one undo takes back, and shows them. */
async function apply({ edit, vocabulary }: ImportTopicsResult, server: Server): Promise<void> {
  if (edit === null) return;
  const change = await server.toEdit(edit);
  const first = change.entries().flatMap(([, edits]) => edits)[0]?.range.start;
  if (!(await vscode.workspace.applyEdit(change))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t("The file was changed meanwhile, so nothing was imported. Please try again."),
    );
    return;
  }
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(vocabulary));
  if (first === undefined) return;
  editor.selection = new vscode.Selection(first, first);
  editor.revealRange(new vscode.Range(first, first), vscode.TextEditorRevealType.InCenter);
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const files = await vscode.window.showOpenDialog({
    title: vscode.l10n.t("Import Topics"),
    openLabel: vscode.l10n.t("Preview Import"),
    filters: {
      [vscode.l10n.t("Vocabularies")]: ["json", "csv", "tsv", "ttl", "nt", "rdf", "owl", "xml"],
      [vscode.l10n.t("All Files")]: ["*"],
    },
  });
  return files?.[0];
}

/** The site of the file that is shown, else the one that the author chooses of several. */
async function askForSite(server: Server): Promise<string | undefined> {
  const roots = (await server.ask(siteRoots, {})) ?? [];
  const shown = vscode.window.activeTextEditor?.document.uri.toString();
  const around = roots.filter((root) => shown?.startsWith(`${root}/`)).toSorted((a, b) => b.length - a.length)[0];
  if (around !== undefined) return around;
  if (roots.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no site to import topics into."));
    return undefined;
  }
  if (roots.length === 1) return roots[0];
  const items = roots.map((root) => ({ label: vscode.workspace.asRelativePath(vscode.Uri.parse(root)), root }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Import Topics"),
    placeHolder: vscode.l10n.t("The site that takes the topics"),
  });
  return picked?.root;
}

/** Says why nothing can be imported, and leads there. */
async function tellFault(file: vscode.Uri, { message, line, column = 1 }: ReadingFault): Promise<void> {
  const name = vscode.workspace.asRelativePath(file);
  if (line === undefined) {
    void vscode.window.showErrorMessage(vscode.l10n.t("Nothing can be imported from {0}. {1}", name, message));
    return;
  }
  const open = vscode.l10n.t("Go to Line");
  const told = vscode.l10n.t("Nothing can be imported from {0}. Line {1}: {2}", name, line, message);
  if ((await vscode.window.showErrorMessage(told, open)) !== open) return;
  const place = new vscode.Position(line - 1, column - 1);
  await vscode.window.showTextDocument(file, { selection: new vscode.Range(place, place) });
}

async function tellNotes(notes: readonly ReadingFault[], output: vscode.LogOutputChannel): Promise<void> {
  for (const { line, message } of notes) output.warn(line === undefined ? message : `${line}: ${message}`);
  const show = vscode.l10n.t("Show Output");
  const told = vscode.l10n.t("Some of the file is left out. {0}", notes[0]?.message ?? "");
  if ((await vscode.window.showWarningMessage(told, show)) === show) output.show();
}

function whileShowing<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  const options = { location: vscode.ProgressLocation.Notification, title };
  return Promise.resolve(vscode.window.withProgress(options, work));
}
