/** The preview with Hugo, asked of the real VS Code, in the Node host: only there are processes. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as vscode from "vscode";
import { closeAll, open, until } from "./editing.ts";

const article = "content/communities/chronic-care-management/curated-news/60d1ac09-8eaa-5d57-83f7-47bb52532b5e.md";
/** The title of the demo article, which has faults that Hugo does not mind. */
const title = /^title: (.+)$/m;

const hasHugo = spawnSync("hugo", ["version"]).error === undefined;

// CI installs it (.ci/run).
(hasHugo || process.env.CI ? describe : describe.skip)(
  `Preview with Hugo${hasHugo ? "" : " (there is no hugo)"}`,
  () => {
    let document: vscode.TextDocument;
    before(async () => {
      await closeAll();
      document = await open(article);
    });
    after(async () => {
      await vscode.commands.executeCommand("curatedContent.stopHugo");
      await closeAll();
    });

    it("shows the article at its address, beside it, from one Hugo for the site", async () => {
      const address = await preview();
      assert.match(new URL(address).hostname, /^(?:localhost|127\.0\.0\.1)$/);
      const slug = /^slug: (.+)$/m.exec(document.getText())?.[1];
      assert.equal(new URL(address).pathname, `/communities/chronic-care-management/curated-news/${slug}/`);
      const page = await (await fetch(address)).text();
      assert.ok(page.includes(title.exec(document.getText())?.[1] ?? "?"));
      await until("a browser beside the article", () => vscode.window.tabGroups.all.length > 1 || undefined);
      assert.equal(new URL(await preview()).port, new URL(address).port);
    });

    it("tells in the Problems panel what Hugo minds, until it is mended", async () => {
      const address = await preview();
      const line = document
        .getText()
        .split("\n")
        .findIndex((each) => each.startsWith("slug: "));
      const sound = document.lineAt(line).text;
      await write(line, "slug: [1, 2");
      const [problem] = await until("a problem of Hugo", () =>
        hugoProblems().length > 0 ? hugoProblems() : undefined,
      );
      assert.equal(problem?.range.start.line, line);
      assert.match(problem?.message ?? "", /YAML/);
      await write(line, sound);
      await until("no problem", () => hugoProblems().length === 0 || undefined);
      assert.equal((await fetch(address)).status, 200);
    });

    it("stops, and tries again what could not be built", async () => {
      const address = await preview();
      await vscode.commands.executeCommand("curatedContent.stopHugo");
      await until("no server", () =>
        fetch(address).then(
          () => undefined,
          () => true,
        ),
      );

      const line = document
        .getText()
        .split("\n")
        .findIndex((each) => each.startsWith("slug: "));
      const sound = document.lineAt(line).text;
      await write(line, "slug: [1, 2");
      void vscode.commands.executeCommand("curatedContent.previewWithHugo");
      await until("a problem of Hugo", () => (hugoProblems().length > 0 ? hugoProblems() : undefined));
      await write(line, sound);
      await until("no problem", () => hugoProblems().length === 0 || undefined);
      await preview();
    });

    async function preview(): Promise<string> {
      await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
      const address = await vscode.commands.executeCommand<string>("curatedContent.previewWithHugo");
      assert.ok(address, "The command tells no address.");
      return address;
    }

    async function write(line: number, text: string): Promise<void> {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, document.lineAt(line).range, text);
      await vscode.workspace.applyEdit(edit);
      await document.save();
    }

    function hugoProblems(): readonly vscode.Diagnostic[] {
      return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "Hugo");
    }
  },
);
