/** Articles that are made of work packages of OpenProject, in the real VS Code. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, diagnosticsOf, until } from "./editing.ts";

const SOURCE = "https://secure-care.example/keys";

const WORK_PACKAGE = {
  _type: "WorkPackage",
  id: 99_123,
  subject: "Keys: a Report",
  description: { format: "markdown", raw: "Keys are lost.", html: "<p>Keys are lost.</p>" },
  customField3: SOURCE,
  customField4: "Gartner: Cybersecurity",
  _links: { author: { title: "Dana Lee" } },
  _embedded: { schema: { customField3: { name: "Source URL" }, customField4: { name: "Medigy topics" } } },
};

describe("A work package in VS Code", () => {
  let file: vscode.Uri;
  let written: vscode.Uri | undefined;

  beforeEach(() => {
    file = uriOf("work-package.json");
  });

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(file);
    if (written !== undefined) await vscode.workspace.fs.delete(written);
    written = undefined;
  });

  async function save(changes: object = {}): Promise<string> {
    const text = JSON.stringify({ ...WORK_PACKAGE, ...changes });
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    return file.toString();
  }

  it("becomes an article, which is refreshed when it has changed", async () => {
    const root = uriOf("").toString().replace(/\/$/, "");
    const made = await vscode.commands.executeCommand<string>("curatedContent.newArticleFromWorkPackage", {
      file: await save(),
      answers: { root, archetype: "news", community: "privacy-security" },
    });
    written = vscode.Uri.parse(made);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), written.toString());
    assert.ok(document !== undefined);
    const text = document.getText();
    for (const line of ["id: 99123", "title: 'Keys: a Report'", "description: Keys are lost.", `  original: ${SOURCE}`])
      assert.ok(text.split("\n").includes(line), `${line} is not in\n${text}`);
    await until("its blanks are reported", () => diagnosticsOf(document).length > 0);

    const refresh = async (changes: object) =>
      vscode.commands.executeCommand<boolean>("curatedContent.refreshFromWorkPackage", { file: await save(changes) });
    assert.equal(await refresh({}), false);
    assert.equal(document.getText(), text);
    assert.equal(await refresh({ subject: "Keys: Another Report" }), true);
    const expected = text
      .replaceAll("Keys: a Report", "Keys: Another Report")
      .replaceAll("keys-a-report", "keys-another-report");
    assert.equal(document.getText(), expected);
    await document.save();
  });
});

function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No folder is open.");
  return vscode.Uri.joinPath(folder.uri, path);
}
