/** What an author does, asked of the real VS Code. The same file runs in the Node and in the web worker host. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  closeAll,
  completionsAt,
  diagnosticsOf,
  hoverAt,
  open,
  quickFixesAt,
  rangeOf,
  replace,
  until,
} from "./editing.ts";

const news = "content/communities/chronic-care-management/curated-news";

/** The demo article of test/sites/broken/FAULTS.md, with a fault on each of these lines. */
const brokenArticle = `${news}/ea15bcd2-9e0c-565c-8cec-7e0b4bb38723.md`;
const faultyLines = [12, 16, 21, 22, 24, 48, 57, 58];

/** An article of the site in `gatherings/`, whose archetype is nothing but configuration: a schema, compiled when it is met. */
const event = "gatherings/content/chapters/harbour/events/2025-06-01-swap.md";

const soundArticle = `${news}/cbdea52f-dbb9-50a9-87ee-64b87b2ac951.md`;

describe("Curated Content in VS Code", () => {
  afterEach(closeAll);

  it("wakes up by itself when a Markdown file is opened", async () => {
    const extension = vscode.extensions.getExtension("curated-content.curated-content");
    assert.ok(extension, "The extension is not installed.");
    await open(soundArticle);
    await until("the extension is active", () => extension.isActive || undefined);
  });

  it("reports each fault of an article on its line, with a code that links to its page", async () => {
    const document = await open(brokenArticle);
    const diagnostics = await someDiagnostics(document);
    const lines = new Set(diagnostics.map(({ range }) => range.start.line + 1));
    assert.deepEqual(
      faultyLines.filter((line) => !lines.has(line)),
      [],
    );
    for (const { code, message } of diagnostics) {
      assert.ok(typeof code === "object" && typeof code.value === "string", `${message} has no code with a link.`);
      assert.match(code.value, /^[a-z]+(-[a-z]+)*$/);
      assert.match(code.target.toString(), /^https:/);
    }
  });

  it("says nothing about a sound article and nothing about a README", async () => {
    const sound = await open(soundArticle);
    const readme = await open("README.md");
    await someDiagnostics(await open(brokenArticle));
    assert.deepEqual(diagnosticsOf(sound), []);
    assert.deepEqual(diagnosticsOf(readme), []);
    assert.equal(await hoverAt(readme, new vscode.Position(0, 3)), "");
  });

  it("checks, completes and explains the site's own list of topics", async () => {
    const document = await open("data/topics.yaml");
    await replace(document, "schemes:", "schemes:\n  - labl: Heart");
    // Topics that no article uses may have shown before.
    await until("the fault shows", () =>
      diagnosticsOf(document).find(({ range }) => document.getText(range) === "labl"),
    );
    assert.ok((await completionsAt(document, rangeOf(document, "labl").end)).includes("label"));
    assert.match(await hoverAt(document, rangeOf(document, "definition").start), /What the topic means/);
  });

  it("checks, completes and explains an article as its site's configuration and schema say", async () => {
    const document = await open(event);
    await replace(document, "kind: swap", "kind: swop");
    await replace(document, "chapter: Harbour", "chapter: Harbor");
    const found = await someDiagnostics(document, 2);
    assert.deepEqual(found.map(({ code }) => typeof code === "object" && code.value).sort(), [
      "derived-value",
      "invalid-value",
    ]);
    assert.ok((await completionsAt(document, rangeOf(document, "kind: swop").end)).includes("workshop"));
    assert.match(await hoverAt(document, rangeOf(document, "kind: swop").start), /What visitors do there/);
  });

  it("looks into the body of an article and at its image", async () => {
    const document = await open(soundArticle);
    await replace(document, "  - 600\n", "  - 601\n");
    await replace(document, "\n<p>When", "\n<p onclick='alert()'>When");
    await until("both are marked, and nothing else", () => {
      const marked = diagnosticsOf(document).map(({ range }) => document.lineAt(range.start).text.slice(0, 12));
      return marked.sort().join() === "  - 601,<p onclick='";
    });
  });

  it("completes the topics that are not listed yet", async () => {
    const document = await open(soundArticle);
    const [listed = ""] = /'[\w ]+: [^']+'/.exec(textAfter(document, "communityTopics:")) ?? [];
    const position = await replace(document, "contentCategories:", "- \ncontentCategories:");
    const item = position.with(position.line - 1, 2);
    const texts = await until("topics are offered", async () => {
      const offered = (await completionsAt(document, item)).filter((text) => /\w: \w/.test(text));
      return offered.length > 0 ? offered : undefined;
    });
    assert.ok(
      texts.some((text) => text.includes("Medigy: Telehealth")),
      texts.join("\n"),
    );
    assert.ok(!texts.includes(listed), `${listed} is listed already.`);
  });

  it("completes the missing keys in an empty line", async () => {
    const document = await open(soundArticle);
    await replace(document, `\n${lineWith(document, "slug: ")}\n`, "\n\n");
    const emptyLine = rangeOf(document, "\n\nsource:").start.translate(1).with({ character: 0 });
    const texts = await until("keys are offered", async () => {
      const offered = await completionsAt(document, emptyLine);
      return offered.some((text) => text.startsWith("slug:")) ? offered : undefined;
    });
    assert.ok(!texts.some((text) => text.startsWith("title:")), "`title` is there already.");
  });

  it("explains a key and says what its value should be", async () => {
    const document = await open(brokenArticle);
    const position = rangeOf(document, "\nslug: ").end.with({ character: 1 });
    const hover = await until("a hover shows", async () => (await hoverAt(document, position)) || undefined);
    assert.match(hover, /healthwire-shared-ledgers-give-chronic-care-teams-one-medication-list/);
  });

  it("repairs a mistyped topic by quick fix", async () => {
    const document = await open(brokenArticle);
    await someDiagnostics(document);
    const mistyped = rangeOf(document, "Healthcare IT News: Blockchian");
    const fix = await until("a quick fix is offered", async () => {
      const fixes = await quickFixesAt(document, mistyped);
      return fixes.find(({ title }) => title.includes("Healthcare IT News: Blockchain"));
    });
    assert.equal(fix.isPreferred, true);
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.equal(document.lineAt(mistyped.start).text, "- 'Healthcare IT News: Blockchain'");
    await until("the line is sound", () => {
      const left = diagnosticsOf(document).filter(({ range }) => range.start.line === mistyped.start.line);
      return left.length === 0 || undefined;
    });
  });

  it("restarts its server and goes on", async () => {
    const document = await open(brokenArticle);
    await someDiagnostics(document);
    await vscode.commands.executeCommand("curatedContent.restartServer");
    await replace(document, "sub: brief", "sub: long");
    const { line } = rangeOf(document, "sub: long").start;
    await until("the new fault is found", () => diagnosticsOf(document).find(({ range }) => range.start.line === line));
    assert.ok(diagnosticsOf(document).length > faultyLines.length);
  });

  it("repairs on save when asked to", async () => {
    const document = await open(brokenArticle);
    await someDiagnostics(document);
    const settings = vscode.workspace.getConfiguration("editor", document.uri);
    const target = vscode.ConfigurationTarget.Workspace;
    await settings.update("codeActionsOnSave", { "source.fixAll.curatedContent": "explicit" }, target);
    try {
      // The window may learn of the setting a little after this host: then the next save repairs.
      await until("a save repairs", async () => {
        const isSound = document.getText().includes("sub: brief");
        await replace(document, isSound ? "sub: brief" : "sub: long", isSound ? "sub: long" : "sub: brief");
        await document.save();
        return /^mastHead: /m.test(document.getText()) || undefined;
      });
    } finally {
      await settings.update("codeActionsOnSave", undefined, target);
    }
    const text = document.getText();
    assert.match(text, /^searchCategory: News$/m);
    assert.match(text, /^slug: healthwire-shared-ledgers-give-chronic-care-teams-one-medication-list$/m);
    assert.equal(document.isDirty, false);
  });
});

/** The diagnostics of a document once it has some, or as many as there must be: all of one version come at once. */
function someDiagnostics(document: vscode.TextDocument, atLeast = 1): Promise<vscode.Diagnostic[]> {
  return until("diagnostics show", () => {
    const diagnostics = diagnosticsOf(document);
    return diagnostics.length >= atLeast ? diagnostics : undefined;
  });
}

function textAfter(document: vscode.TextDocument, text: string): string {
  return document.getText().slice(document.offsetAt(rangeOf(document, text).end));
}

function lineWith(document: vscode.TextDocument, text: string): string {
  return document.lineAt(rangeOf(document, text).start).text;
}
