/** What an author of articles sees. Each test leaves a screenshot. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as ui from "../host/editorFeatures.mjs";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

/** @typedef {import("../host/workbench.mjs").Workbench} Workbench */

describe("An article", function () {
  this.timeout(120_000);
  keepPictures();

  /** @type {Workbench} */
  let workbench;
  /** @type {string} the demo article */
  let article;

  before(() => {
    ({ workbench, brokenArticle: article } = theWindow());
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
    // Hints in the text may still move it away from under the mouse.
    const explains = async () =>
      /healthwire-shared-ledgers-give-chronic-care-teams/.test(await ui.hover(workbench, "slug"));
    assert.ok(await until("the hover explains the key", explains));
    await workbench.screenshot("hover");
  });

  it("says in the language status what it is", async () => {
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
    const saved = fs.readFileSync(article, "utf8");
    assert.match(saved, /^mastHead: /m);
    assert.match(saved, /^searchCategory: News$/m);
    assert.match(saved, /^- 'Healthcare IT News: Blockchain'$/m);
  });

  it("writes to its output channel", async () => {
    const output = await ui.output(workbench, "Curated Content");
    assert.match(output, /4 communities/);
    assert.doesNotMatch(output, /\[(?:error|warning)\]/);
    await workbench.screenshot("output");
    await workbench.command("View: Hide Panel");
  });

  async function squiggles() {
    return (await ui.countSquiggles(workbench, "error")) + (await ui.countSquiggles(workbench, "warning"));
  }
});

describe("An article that is being written", function () {
  this.timeout(120_000);
  keepPictures();

  /** A sound article of the sample site, of which two lines are taken away for an author to write again. */
  const name = "cbdea52f-dbb9-50a9-87ee-64b87b2ac951.md";

  /** @type {Workbench} */
  let workbench;
  /** @type {string} */
  let file;

  before(() => {
    const { brokenArticle } = theWindow();
    ({ workbench } = theWindow());
    file = path.join(path.dirname(brokenArticle), name);
    const article = fs.readFileSync(file, "utf8");
    fs.writeFileSync(file, article.replace(/^slug: .*\n/m, "").replace(/^ {2}valid: .*\n/m, ""));
  });

  beforeEach(() => workbench.openFile(name));

  // Whatever a test did, or failed to do, the next one begins with the file as it is on the disk.
  afterEach(() => workbench.discard());

  it("suggests keys as soon as a letter is typed in the front matter", async () => {
    await newLineAfter(/^searchCategory: /);
    await workbench.type("s");
    const labels = await ui.suggestions(workbench);
    assert.ok(labels.includes("slug"), labels.join("\n"));
    assert.ok(!labels.includes("searchCategory"), "A key that is there already is suggested.");
    await workbench.screenshot("suggestions-while-typing");
  });

  it("offers the values of a key as soon as the key is accepted", async () => {
    await newLineAfter(/^ {2}- 400$/);
    await workbench.type("v");
    await ui.acceptSuggestion(workbench, "valid");
    const labels = await until("the values show", async () => {
      const shown = await ui.suggestions(workbench);
      return shown.includes("true") && shown;
    });
    assert.ok(labels.includes("false"), labels.join("\n"));
    await workbench.screenshot("values-of-a-key");
    await ui.acceptSuggestion(workbench, "true");
    await workbench.waitForText(/^ {2}valid: true$/m);
  });

  it("suggests nothing while prose is written", async () => {
    await newLineAfter(/^---$/);
    await workbench.type("s");
    assert.equal(await ui.haveSuggestionsPoppedUp(workbench), false);
    await workbench.type("lug title news ");
    assert.equal(await ui.haveSuggestionsPoppedUp(workbench), false);
    await workbench.screenshot("prose");
  });

  /** Opens a new line below the last line of the draft that matches; VS Code indents it like the one above. */
  async function newLineAfter(/** @type {RegExp} */ pattern) {
    await workbench.moveToEndOf(file, pattern);
    await workbench.press("Enter");
  }
});
