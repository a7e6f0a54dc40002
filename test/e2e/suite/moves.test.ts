/** Moving an article, asked of the real VS Code: it makes the edit of the server part of the author's own. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, open, until } from "./editing.ts";

const communities = "content/communities";
const name = "cbdea52f-dbb9-50a9-87ee-64b87b2ac951";
const from = `${communities}/chronic-care-management/curated-news/${name}`;
const to = `${communities}/remote-patient-monitoring/curated-news/${name}`;

describe("An article that moves in VS Code", () => {
  const settings = () => vscode.workspace.getConfiguration("curatedContent.moves");
  before(() => settings().update("addAlias", "always", vscode.ConfigurationTarget.Workspace));
  after(() => settings().update("addAlias", undefined, vscode.ConfigurationTarget.Workspace));
  afterEach(closeAll);

  // The first test of all: no document has been opened, so that nothing but the move starts the server.
  it("says what follows from its place, takes its image along, and comes back with one undo", async () => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(`${from}.md`)));
    const extension = vscode.extensions.getExtension("curated-content.curated-content");
    await until("the extension is active", () => extension?.isActive || undefined);

    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uriOf(`${from}.md`), uriOf(`${to}.md`));
    assert.ok(await vscode.workspace.applyEdit(edit));

    const moved = await open(`${to}.md`);
    await until("the article follows", () => /^type: .*remote-patient-monitoring$/m.test(moved.getText()) || undefined);
    assert.match(moved.getText(), /^basePath: \/communities\/remote-patient-monitoring\/curated-news\/$/m);
    assert.match(moved.getText(), /^- \/communities\/chronic-care-management\/curated-news\/.+\/$/m);
    await until("the image went along", async () => (await exists(`${to}-featuredImage.png`)) || undefined);
    assert.equal(await exists(`${from}-featuredImage.png`), false);

    await vscode.commands.executeCommand("undo");
    await until("the article is back", async () => (await exists(`${from}.md`)) || undefined);
    await until("its image is back", async () => (await exists(`${from}-featuredImage.png`)) || undefined);
    const back = await open(`${from}.md`);
    await until("it says what it said", () => back.getText() === text || undefined);
    assert.equal(await exists(`${to}.md`), false);
  });
});

function uriOf(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No folder is open.");
  return vscode.Uri.joinPath(folder.uri, file);
}

async function exists(file: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uriOf(file));
    return true;
  } catch {
    return false;
  }
}
