/** What is done with all articles of the open sites, asked of the real VS Code, in the Node and in the web worker host. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, open, until } from "./editing.ts";

const news = "content/communities/chronic-care-management/curated-news";
const spoiltArticle = `${news}/60d1ac09-8eaa-5d57-83f7-47bb52532b5e.md`;
const soundArticle = `${news}/cbdea52f-dbb9-50a9-87ee-64b87b2ac951.md`;

describe("Curated Content and the whole workspace", () => {
  /** Of the article that is spoilt for these tests. */
  let sound: Uint8Array;

  before(async () => {
    sound = await vscode.workspace.fs.readFile(uriOf(spoiltArticle));
    const text = new TextDecoder().decode(sound).replace(/^mastHead:/m, "masthead:");
    await vscode.workspace.fs.writeFile(uriOf(spoiltArticle), new TextEncoder().encode(text));
  });
  after(() => vscode.workspace.fs.writeFile(uriOf(spoiltArticle), sound));
  afterEach(async () => {
    await configure(undefined);
    await closeAll();
  });

  it("has its commands", async () => {
    await open(soundArticle);
    const commands = await vscode.commands.getCommands(true);
    for (const id of ["curatedContent.checkWorkspace", "curatedContent.fixWorkspace", "curatedContent.site.focus"]) {
      assert.ok(commands.includes(id), id);
    }
  });

  it("shows problems of closed files only where it is told to, and takes them back", async () => {
    await open(soundArticle);
    assert.deepEqual(found(spoiltArticle), []);
    await configure("workspace");
    await until("the problems of the closed file show", () => found(spoiltArticle).length > 0);
    await configure(undefined);
    await until("they are gone", () => found(spoiltArticle).length === 0);
  });

  it("says what an open document has once, whoever asks", async () => {
    await open(soundArticle);
    await configure("workspace");
    const closed = await until("the problems of the closed file show", () => {
      const shown = found(spoiltArticle);
      return shown.length > 0 ? shown : undefined;
    });
    await open(spoiltArticle);
    await until("they are shown once", async () => {
      // Once more after what VS Code and the server still had to say.
      await new Promise((done) => setTimeout(done, 500));
      return found(spoiltArticle).length === closed.length;
    });
    await closeAll();
    await until("they stay when it is closed", () => found(spoiltArticle).length === closed.length);
  });

  it("checks all articles by a command, and follows them from then on", async () => {
    const result = await vscode.commands.executeCommand<{ files: number; faulty: number }>(
      "curatedContent.checkWorkspace",
    );
    assert.ok(result.files > 18 && result.faulty >= 1, JSON.stringify(result));
    await until("the problems of the closed file show", () => found(spoiltArticle).length > 0);
  });

  it("repairs all articles by a command, and leaves the others alone", async () => {
    const result = await vscode.commands.executeCommand<{ files: number; isMade: boolean }>(
      "curatedContent.fixWorkspace",
      "apply",
    );
    assert.ok(result.isMade && result.files >= 1, JSON.stringify(result));
    const dirty = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
    try {
      assert.equal(dirty.length, result.files);
      const spoilt = dirty.find(({ uri }) => uri.path.endsWith(spoiltArticle));
      assert.match(spoilt?.getText() ?? "", /^mastHead: /m);
    } finally {
      for (const document of dirty) {
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand("workbench.action.files.revert");
      }
    }
  });
});

function uriOf(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No folder is open.");
  return vscode.Uri.joinPath(folder.uri, file);
}

function found(file: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uriOf(file)).filter(({ source }) => source === "curated-content");
}

async function configure(checkWorkspace: "workspace" | undefined): Promise<void> {
  const { Workspace } = vscode.ConfigurationTarget;
  await vscode.workspace.getConfiguration("curatedContent").update("checkWorkspace", checkWorkspace, Workspace);
}
