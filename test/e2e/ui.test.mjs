/**
 * What an author sees: the packaged extension, installed in the embedded VS Code and used through its window.
 * Each test leaves a screenshot. VS Code's own setting for suggestions while typing stays as it is.
 */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { launchBrowser } from "./host/browser.mjs";
import * as ui from "./host/editorFeatures.mjs";
import { artifactsDir, packageFile } from "./host/project.mjs";
import { startServer, testSettings } from "./host/server.mjs";
import { until, Workbench } from "./host/workbench.mjs";
import { createWorkspace } from "./host/workspace.mjs";

const settings = { ...testSettings, "editor.codeActionsOnSave": { "source.fixAll.curatedContent": "explicit" } };

/** A sound article of the sample site; the tests take two of its lines away for an author to write again. */
const halfWritten = "cbdea52f-dbb9-50a9-87ee-64b87b2ac951.md";

describe("Curated Content, seen through its window", function () {
  this.timeout(120_000);

  /** @type {import("./host/server.mjs").EmbeddedServer} */
  let server;
  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {Workbench} */
  let workbench;
  /** @type {{ folder: string, brokenArticle: string }} */
  let workspace;
  /** @type {string} the half-written article */
  let draft;

  before(async () => {
    const vsix = process.env.CURATED_CONTENT_VSIX ?? packageFile;
    const version = process.env.CURATED_CONTENT_VSCODE;
    server = await startServer({ settings, vsix, ...(version ? { version } : {}) });
    workspace = createWorkspace(path.join(server.home, "medigy"));
    draft = path.join(path.dirname(workspace.brokenArticle), halfWritten);
    const article = fs.readFileSync(draft, "utf8");
    fs.writeFileSync(draft, article.replace(/^slug: .*\n/m, "").replace(/^ {2}format: .*\n/m, ""));
    browser = await launchBrowser();
    const address = server.address(workspace.folder, [["openFile", server.uri(workspace.brokenArticle)]]);
    workbench = await Workbench.open(browser, address, path.join(artifactsDir, "ui"));
    await workbench.waitForEditor(path.basename(workspace.brokenArticle));
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench?.screenshot(`failed ${this.currentTest.title}`);
  });

  it("shows faults as squiggles and as rows in Problems", async () => {
    await until("a squiggle shows", async () => (await squiggles()) > 0);
    const rows = await until("rows show in Problems", async () => {
      const shown = await ui.problems(workbench);
      return shown.length > 1 && shown;
    });
    assert.ok(
      rows.some((row) => row.includes("masthead")),
      rows.join("\n"),
    );
    await workbench.screenshot("problems");
    await workbench.command("View: Hide Panel");
  });

  it("explains a key when the mouse rests on it", async () => {
    await workbench.moveTo(58);
    assert.match(await ui.hover(workbench, "slug"), /healthwire-shared-ledgers-give-chronic-care-teams/);
    await workbench.screenshot("hover");
  });

  it("says in the language status what the article is", async () => {
    const status = await ui.languageStatus(workbench);
    assert.match(status, /news/i);
    await workbench.screenshot("language-status");
  });

  it("repairs a mistyped topic by Ctrl+.", async () => {
    await workbench.moveTo(21, 12);
    const titles = await ui.quickFixes(workbench);
    const title = titles.find((text) => text.includes("Blockchain"));
    assert.ok(title, titles.join("\n"));
    await workbench.screenshot("quick-fix");
    await ui.applyQuickFix(workbench, title);
    await workbench.waitForText(/^- 'Healthcare IT News: Blockchain'$/m);
  });

  it("repairs the rest on save", async () => {
    await workbench.focusEditor();
    await workbench.save();
    await workbench.screenshot("fixed-on-save");
    const saved = fs.readFileSync(workspace.brokenArticle, "utf8");
    assert.match(saved, /^mastHead: /m);
    assert.match(saved, /^searchCategory: News$/m);
    assert.match(saved, /^- 'Healthcare IT News: Blockchain'$/m);
  });

  it("suggests keys as soon as a letter is typed in the front matter", async () => {
    await workbench.openFile(halfWritten);
    await newLineAfter(/^searchCategory: /);
    await workbench.type("s");
    const labels = await ui.suggestions(workbench);
    assert.ok(labels.includes("slug"), labels.join("\n"));
    assert.ok(!labels.includes("searchCategory"), "A key that is there already is suggested.");
    await workbench.screenshot("suggestions-while-typing");
    await workbench.discard();
  });

  it("offers the values of a key as soon as the key is accepted", async () => {
    await workbench.openFile(halfWritten);
    await newLineAfter(/^ {2}alt: /);
    await workbench.type("f");
    await ui.acceptSuggestion(workbench, "format");
    const labels = await until("the values show", async () => {
      const shown = await ui.suggestions(workbench);
      return shown.includes("PNG") && shown;
    });
    assert.ok(labels.includes("JPEG"), labels.join("\n"));
    await workbench.screenshot("values-of-a-key");
    await ui.acceptSuggestion(workbench, "PNG");
    await workbench.waitForText(/^ {2}format: PNG$/m);
    await workbench.discard();
  });

  it("suggests nothing while prose is written", async () => {
    await workbench.openFile(halfWritten);
    await newLineAfter(/^---$/);
    await workbench.type("s");
    assert.equal(await ui.haveSuggestionsPoppedUp(workbench), false);
    await workbench.type("lug title news ");
    assert.equal(await ui.haveSuggestionsPoppedUp(workbench), false);
    await workbench.screenshot("prose");
    await workbench.discard();
  });

  it("writes to its output channel", async () => {
    assert.notEqual(await ui.output(workbench, "Curated Content"), "");
    await workbench.screenshot("output");
  });

  async function squiggles() {
    return (await ui.countSquiggles(workbench, "error")) + (await ui.countSquiggles(workbench, "warning"));
  }

  /** Opens a new line below the last line of the draft that matches; VS Code indents it like the one above. */
  async function newLineAfter(/** @type {RegExp} */ pattern) {
    const lines = fs.readFileSync(draft, "utf8").split("\n");
    const index = lines.findLastIndex((line) => pattern.test(line));
    await workbench.moveTo(index + 1, (lines[index] ?? "").length + 1);
    await workbench.press("Enter");
  }
});
