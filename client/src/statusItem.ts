import * as vscode from "vscode";
import { State } from "vscode-languageclient";
import { DIAGNOSTIC_SOURCE, type DocumentStatus } from "../../server/src/protocol/requests.ts";
import { amount, amounts } from "./amounts.ts";
import { restartServerId } from "./commands/restartServer.ts";
import { showOutputId } from "./commands/showOutput.ts";
import type { Server } from "./server.ts";
import { noteSite } from "./siteContext.ts";

const MARKDOWN: vscode.DocumentFilter = { language: "markdown" };

/** Time for a few keystrokes: nobody reads a status while typing. */
const PAUSE_MS = 200;

/** What the language status of Markdown says: what the document is, how many problems it has, how the server is. */
export function createStatusItems(server: Server): vscode.Disposable {
  const article = vscode.languages.createLanguageStatusItem("curatedContent.article", MARKDOWN);
  article.name = vscode.l10n.t("Curated Content: Article");
  const problems = vscode.languages.createLanguageStatusItem("curatedContent.problems", []);
  problems.name = vscode.l10n.t("Curated Content: Problems");
  problems.command = { command: "workbench.actions.view.problems", title: vscode.l10n.t("Show Problems") };
  const health = vscode.languages.createLanguageStatusItem("curatedContent.server", MARKDOWN);
  health.name = vscode.l10n.t("Curated Content: Server");

  const update = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== "markdown") return sayWhetherArticle("no");
    showHealth(health, server.state, []);
    const status = await server.status(document);
    if (status !== undefined) noteSite();
    // The author may be in another editor by now, which has an update of its own.
    if (document !== vscode.window.activeTextEditor?.document) return;
    sayWhetherArticle(status === undefined ? "no" : "yes");
    article.text = status === undefined ? vscode.l10n.t("No curated article") : describe(status);
    problems.selector = status === undefined ? [] : MARKDOWN;
    problems.text = countProblems(document.uri);
    showHealth(health, server.state, status?.siteProblems ?? []);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const updateSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), PAUSE_MS);
  };
  updateSoon();
  return vscode.Disposable.from(
    article,
    problems,
    health,
    server.onDidChangeState(updateSoon),
    vscode.window.onDidChangeActiveTextEditor(updateSoon),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) updateSoon();
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

/** For the commands that are about the article in the active editor. */
function sayWhetherArticle(answer: "yes" | "no"): void {
  void vscode.commands.executeCommand("setContext", "curatedContent.isArticle", answer === "yes");
}

function describe({ archetype, community }: DocumentStatus): string {
  const name = archetype.charAt(0).toUpperCase() + archetype.slice(1);
  return community === null ? name : vscode.l10n.t("{0} in {1}", name, community);
}

function countProblems(uri: vscode.Uri): string {
  const own = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === DIAGNOSTIC_SOURCE);
  const count = (severity: vscode.DiagnosticSeverity): number =>
    own.filter((diagnostic) => diagnostic.severity === severity).length;
  const errors = count(vscode.DiagnosticSeverity.Error);
  const warnings = count(vscode.DiagnosticSeverity.Warning);
  const others = own.length - errors - warnings;
  return (
    amounts(amount(errors, "error"), amount(warnings, "warning"), amount(others, "hint")) ||
    vscode.l10n.t("No problems")
  );
}

function siteProblemCount(count: number): string {
  return count === 1
    ? vscode.l10n.t("1 problem in the site's own files")
    : vscode.l10n.t("{0} problems in the site's own files", count);
}

function showHealth(item: vscode.LanguageStatusItem, state: State | undefined, siteProblems: readonly string[]): void {
  const showOutput = { command: showOutputId, title: vscode.l10n.t("Show Output") };
  item.busy = state === State.Starting;
  item.severity = vscode.LanguageStatusSeverity.Information;
  item.command = showOutput;
  item.detail = "";
  switch (state) {
    case undefined:
      item.text = vscode.l10n.t("Curated Content starts with the first article");
      return;
    case State.Starting:
      item.text = vscode.l10n.t("Curated Content is starting");
      return;
    case State.Running:
      item.text =
        siteProblems.length === 0 ? vscode.l10n.t("Curated Content is ready") : siteProblemCount(siteProblems.length);
      item.detail = siteProblems[0] ?? "";
      if (siteProblems.length > 0) item.severity = vscode.LanguageStatusSeverity.Warning;
      return;
    case State.Stopped:
    case State.StartFailed:
      item.text = vscode.l10n.t("Curated Content has stopped");
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.command = { command: restartServerId, title: vscode.l10n.t("Restart Server") };
      return;
  }
}
