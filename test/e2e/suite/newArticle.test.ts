/** A new article, written by the real VS Code, in the Node and in the web worker host. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { NewArticleParams } from "../../../server/src/protocol/newArticle.ts";
import { closeAll, diagnosticsOf, until } from "./editing.ts";

const section = "content/communities/privacy-security/curated-news";
const topics = "data/topics.yaml";

describe("A new article in VS Code", () => {
  let written: vscode.Uri | undefined;

  afterEach(async () => {
    await closeAll();
    for (const uri of [written, written && imageOf(written)])
      if (uri !== undefined && (await exists(uri))) await vscode.workspace.fs.delete(uri);
    written = undefined;
  });

  async function write(answers: Partial<NewArticleParams> = {}): Promise<vscode.Uri> {
    const made = await vscode.commands.executeCommand<string>("curatedContent.newArticle", {
      answers: {
        root: uriOf("").toString().replace(/\/$/, ""),
        archetype: "news",
        community: "privacy-security",
        title: "Locks: a Report",
        source: "https://secure-care.example/locks",
        topics: ["Gartner: Cybersecurity"],
        image: uriOf(`${section}/02e2350b-c800-580d-930b-26d4bfecf789-featuredImage.jpg`).toString(),
        ...answers,
      },
    });
    written = vscode.Uri.parse(made);
    return written;
  }

  it("is written with its image and opened at the first blank", async () => {
    const uri = await write();
    assert.match(uri.path, /privacy-security\/curated-news\/[0-9a-f-]{36}\.md$/);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    assert.ok(editor !== undefined && (await exists(imageOf(uri))));
    const { line, character } = editor.selection.active;
    assert.equal(editor.document.lineAt(line - 1).text, "author:");
    assert.equal(editor.document.lineAt(line).text.slice(0, character), "- '");
    await until("its blanks are reported, and nothing else", () => {
      const found = diagnosticsOf(editor.document).map(({ code }) => (typeof code === "object" ? code.value : code));
      return (
        found.length === 5 &&
        found.every((code) => ["invalid-value", "wrong-type", "body-empty"].includes(String(code)))
      );
    });
  });

  it("is taken back by one undo", async () => {
    const uri = await write();
    await vscode.commands.executeCommand("undo");
    await until("both files are gone", async () => !(await exists(uri)) && !(await exists(imageOf(uri))));
  });

  it("gives the vocabulary what it lacks", async () => {
    await write({ topics: ["Gartner: Locksmithing"], image: undefined });
    const document = await vscode.workspace.openTextDocument(uriOf(topics));
    assert.match(document.getText(), /label: Locksmithing/);
    assert.equal(document.isDirty, false);
    const uri = document.uri;
    const text = document.getText().replace(/^ *- label: Locksmithing\n/m, "");
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  });

  it("starts from the template of its archetype, on another site of the same window", async () => {
    const root = uriOf("gatherings").toString();
    const event = { root, archetype: "event", community: "harbour", title: "Tea and Toast", topics: ["Craft: Sewing"] };
    const uri = await write({ ...event, source: undefined, image: undefined });
    assert.ok(uri.path.endsWith("/gatherings/content/chapters/harbour/events/tea-and-toast.md"), uri.path);
    const editor = vscode.window.activeTextEditor;
    assert.match(
      editor?.document.getText() ?? "",
      /^---\n# A new event[^\n]*\narchetype: event\ntitle: 'Tea and Toast'\n/,
    );
    assert.equal(editor?.document.lineAt(editor.selection.active.line).text, "  name: ''");
  });

  it("is opened where it is there already", async () => {
    const uri = await write({ image: undefined });
    const before = await vscode.workspace.fs.readFile(uri);
    await closeAll();
    assert.equal((await write({ image: undefined, title: "Other" })).toString(), uri.toString());
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
    assert.deepEqual(await vscode.workspace.fs.readFile(uri), before);
  });
});

function imageOf(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: uri.path.replace(/\.md$/, "-featuredImage.jpg") });
}

function uriOf(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No folder is open.");
  return vscode.Uri.joinPath(folder.uri, file);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
