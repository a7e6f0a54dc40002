import { resolve, sep } from "node:path";
import * as vscode from "vscode";
import { freePort } from "./freePort.ts";
import type { HugoProblem } from "./hugoOutput.ts";
import { type HugoServer, startHugoServer } from "./hugoServer.ts";

/** Hugo at work for sites, once for each. A site is known by its folder. */
export interface HugoSites extends vscode.Disposable {
  /**
   * The address of a site's home page, from the Hugo that runs for it, or that is started; `undefined` where somebody stops it
   * meanwhile. Rejects with what Hugo says where it cannot show the site.
   */
  home(root: string, program: string): Promise<string | undefined>;
  /** Has something done when a file of a site is saved, once, and not after `stop`. */
  whenSaved(root: string, act: () => void): void;
  /** Ends the Hugo of a site, or every one, and takes back what it said. */
  stop(root?: string): void;
  /** Tells something beside what Hugo says. */
  log(line: string): void;
  showOutput(): void;
}

/** The context key that tells whether there is something to stop. */
const RUNS = "curatedContent.hugoRuns";

export function createHugoSites(): HugoSites {
  const output = vscode.window.createOutputChannel("Curated Content: Hugo");
  const servers = new Map<string, Promise<HugoServer>>();
  const problems = new Map<string, vscode.DiagnosticCollection>();
  const waiting = new Map<string, () => void>();
  const tellWhetherRuns = () => void vscode.commands.executeCommand("setContext", RUNS, servers.size > 0);

  const problemsOf = (root: string): vscode.DiagnosticCollection => {
    const known = problems.get(root) ?? vscode.languages.createDiagnosticCollection(`Hugo ${root}`);
    problems.set(root, known);
    return known;
  };
  const start = async (root: string, program: string): Promise<HugoServer> => {
    output.appendLine(`> ${program} server --source ${root}`);
    return startHugoServer({
      program,
      root,
      port: await freePort(),
      onOutput: (text) => output.append(text),
      onBuilt: (found) => {
        problemsOf(root).clear();
        problemsOf(root).set(toEntries(root, found));
      },
    });
  };
  const running = (root: string, program: string): Promise<HugoServer> => {
    const known = servers.get(root);
    if (known !== undefined) return known;
    const started = start(root, program);
    const forget = () => {
      if (servers.get(root) === started) servers.delete(root);
      tellWhetherRuns();
    };
    started.then(({ ended }) => ended).then(forget, forget);
    servers.set(root, started);
    tellWhetherRuns();
    return started;
  };
  const stop = (root?: string) => {
    const roots = root === undefined ? [...servers.keys(), ...problems.keys(), ...waiting.keys()] : [root];
    for (const each of roots) {
      servers.get(each)?.then(
        (server) => server.stop(),
        () => undefined,
      );
      problems.get(each)?.dispose();
      for (const kept of [servers, problems, waiting]) kept.delete(each);
    }
    tellWhetherRuns();
  };
  const saved = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
    for (const [root, act] of waiting) {
      if (uri.scheme !== "file" || !uri.fsPath.startsWith(root + sep)) continue;
      waiting.delete(root);
      act();
    }
  });

  return {
    home: async (root, program) => (await running(root, program)).address,
    whenSaved: (root, act) => void waiting.set(root, act),
    stop,
    log: (line) => output.appendLine(line),
    showOutput: () => output.show(),
    dispose() {
      stop();
      saved.dispose();
      output.dispose();
    },
  };
}

/** One entry for each problem: VS Code puts together those of a file. */
function toEntries(root: string, problems: readonly HugoProblem[]): [vscode.Uri, vscode.Diagnostic[]][] {
  return problems.map(({ file, line, column, message }) => {
    const start = new vscode.Position(line - 1, column - 1);
    const diagnostic = new vscode.Diagnostic(new vscode.Range(start, start.with(line, 0)), message);
    diagnostic.source = "Hugo";
    return [vscode.Uri.file(resolve(root, file)), [diagnostic]];
  });
}
