/** How an author finds the way, asked of the real VS Code. The same file runs in the Node and in the web worker host. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, open, rangeOf, replace, until } from "./editing.ts";

const article = "content/communities/chronic-care-management/curated-news/cbdea52f-dbb9-50a9-87ee-64b87b2ac951.md";

describe("Navigation in VS Code", () => {
  afterEach(closeAll);

  it("outlines and folds the front matter beside what Markdown has", async () => {
    const document = await open(article);
    const symbols = await until("an outline shows", async () => {
      const found = await ask<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
      return found?.some(({ name }) => name === "featuredImage") ? found : undefined;
    });
    assert.equal(symbols.filter(({ name }) => name === "title").length, 1);
    const folds = await until("folds show", async () => {
      const found = await ask<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", document.uri);
      return found?.some(({ start }) => start === 0) ? found : undefined;
    });
    const image = rangeOf(document, "\nfeaturedImage:").end.line;
    assert.ok(folds.some(({ start }) => start === image));
  });

  it("links to the source, to the image and to the pages above", async () => {
    const document = await open(article);
    const targets = await until("links show", async () => {
      const links = await ask<vscode.DocumentLink[]>("vscode.executeLinkProvider", document.uri, 100);
      const found = links?.map(({ target }) => target?.path ?? "") ?? [];
      return found.some((path) => path.endsWith("content/communities/_index.md")) ? found : undefined;
    });
    assert.ok(targets.some((path) => /-featuredImage\.\w+$/.test(path)));
  });

  it("finds an article of the site by its title", async () => {
    const document = await open(article);
    const [, title = ""] = /^title: (.*)$/m.exec(document.getText()) ?? [];
    const found = await until("the article is found", async () => {
      const symbols = await ask<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", title);
      return symbols?.find(({ location }) => location.uri.path === document.uri.path);
    });
    assert.equal(found.name, title);
  });

  it("shows what a value should be", async () => {
    const document = await open(article);
    const position = await replace(document, "mastHead: ", "mastHead: The ");
    const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
    const hint = await until("a hint shows", async () => {
      const hints = await ask<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
      return hints?.find((one) => one.position.line === position.line);
    });
    assert.match(String(hint.label), /^→ /);
    assert.equal(hint.textEdits?.length, 1);
  });
});

function ask<T>(command: string, ...args: unknown[]): Thenable<T | undefined> {
  return vscode.commands.executeCommand<T | undefined>(command, ...args);
}
