/** Topics as a language, asked of the real VS Code. The same file runs in the Node and in the web worker host. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, open, rangeOf, until } from "./editing.ts";

const article = "content/communities/chronic-care-management/curated-news/cbdea52f-dbb9-50a9-87ee-64b87b2ac951.md";
const topics = "data/topics.yaml";

describe("Topics in VS Code", () => {
  afterEach(closeAll);

  it("lead to the vocabulary, and from there to the articles", async () => {
    const document = await open(article);
    const topic = /^- '((?:.*): .*)'$/m.exec(document.getText())?.[1] ?? "";
    const place = rangeOf(document, `- '${topic}`).end;
    const definitions = await until("there is a definition", async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        "vscode.executeDefinitionProvider",
        document.uri,
        place,
      );
      return found.length > 0 ? found : undefined;
    });
    const [definition] = definitions;
    assert.ok(definition !== undefined);
    assert.ok(definition.uri.path.endsWith(topics));
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      "vscode.executeReferenceProvider",
      definition.uri,
      definition.range.start,
    );
    assert.ok(references.some(({ uri }) => uri.toString() === document.uri.toString()));
  });

  it("are renamed in the vocabulary and in all articles", async () => {
    const document = await open(topics);
    const place = rangeOf(document, "label: Telehealth").end;
    const edit = await until("there is an edit", async () => {
      const found = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        "vscode.executeDocumentRenameProvider",
        document.uri,
        place,
        "Care from Afar",
      );
      return found.size > 0 ? found : undefined;
    });
    const changed = edit.entries().map(([uri]) => uri.path);
    assert.ok(changed.some((path) => path.endsWith(topics)));
    assert.ok(changed.some((path) => path.endsWith(".md")));
  });

  it("have a lens with the number of their articles", async () => {
    const document = await open(topics);
    const lens = await until("there are lenses", async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
        3,
      );
      return found.find(({ command }) => /^\d+ articles?$/.test(command?.title ?? ""));
    });
    assert.equal(lens.command?.command, "curatedContent.showReferences");
  });

  it("are imported from the file of another vocabulary, which a worker reads", async () => {
    const document = await open(topics);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder !== undefined);
    const file = vscode.Uri.joinPath(folder, "new-topics.ttl");
    const turtle =
      '@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <https://a.example/#s> a skos:ConceptScheme ; skos:prefLabel "NIH" . ' +
      '<https://a.example/#c> a skos:Concept ; skos:inScheme <https://a.example/#s> ; skos:prefLabel "Sleep" .';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(turtle));
    try {
      void vscode.commands.executeCommand("curatedContent.importTopics", file);
      await until("the topic is there", async () => {
        await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
        return /- label: NIH\n\s*topics:\n\s*- label: Sleep\n$/.test(document.getText());
      });
      await vscode.commands.executeCommand("undo");
      await until("one undo takes it back", () => !document.getText().includes("NIH"));
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });
});
