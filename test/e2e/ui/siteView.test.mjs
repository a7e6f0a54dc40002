/** What the tree of a site shows, in its own place in the activity bar, by keyboard alone, in dark and in light. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as ui from "../host/editorFeatures.mjs";
import * as changes from "../host/refactorings.mjs";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

describe("The tree of the site", function () {
  this.timeout(120_000);
  keepPictures();

  /** @type {import("../host/workbench.mjs").Workbench} */
  let workbench;

  const article = "60d1ac09-8eaa-5d57-83f7-47bb52532b5e.md";
  /** @type {string} */
  let file;
  /** @type {string} */
  let sound;

  before(() => {
    const { brokenArticle } = theWindow();
    ({ workbench } = theWindow());
    file = path.join(path.dirname(brokenArticle), article);
    sound = fs.readFileSync(file, "utf8");
    fs.writeFileSync(
      file,
      sound.replace(/^mastHead:/m, "masthead:").replace(/^searchCategory:.*$/m, "searchCategory: Novels"),
    );
  });

  after(async () => {
    fs.writeFileSync(file, sound);
    await workbench.command("View: Close Editor");
  });

  it("shows communities, and says what their counts mean", async () => {
    await ui.focusSiteTree(workbench);
    const rows = await until("communities show", async () => {
      const shown = await ui.siteTree(workbench);
      return shown.some((row) => row.includes("community")) && shown;
    });
    assert.ok(
      rows.some((row) => /^Chronic Care Management.*, community, \d+ articles/.test(row)),
      rows.join("\n"),
    );
    await workbench.screenshot("site-tree");
  });

  it("counts problems once all articles are checked", async () => {
    await workbench.command("Curated Content: Check Workspace");
    const rows = await until("the problems are counted", async () => {
      const shown = await ui.siteTree(workbench);
      return shown.some((row) => /community, \d+ articles, no problems$/.test(row)) && shown;
    });
    assert.ok(
      rows.some((row) => /^Chronic Care Management.*, \d+ (?:error|warning)s?(?:, \d+ warnings?)?$/.test(row)),
      rows.join("\n"),
    );
    await workbench.screenshot("site-tree-checked");
  });

  it("leads by keys to an article and opens it", async () => {
    await ui.focusSiteTree(workbench);
    await ui.expandInTree(workbench, /^Chronic Care Management/);
    await ui.expandInTree(workbench, /^news, archetype/);
    await workbench.screenshot("site-tree-articles");
    // Other tests may have left faults in other articles.
    await ui.chooseInTree(workbench, /^Diabetes Clinic .*, article, \d+ (?:error|warning)/);
    await workbench.press("Enter");
    await workbench.waitForEditor(article);
    await workbench.command("Preferences: Toggle between Light/Dark Themes");
    await workbench.screenshot("site-tree-light");
    await workbench.command("Preferences: Toggle between Light/Dark Themes");
  });

  it("shows what a repair of the workspace changes before it is made", async () => {
    await workbench.command("Curated Content: Fix Workspace…");
    assert.match(await ui.answer(workbench, "Preview Changes"), /^\d+ files? can be repaired\.$/);
    const rows = await changes.previewedChanges(workbench);
    assert.ok(
      rows.some((row) => row.includes(article)),
      rows.join("\n"),
    );
    await workbench.screenshot("fix-workspace-preview");
    await changes.discardChanges(workbench);
    assert.match(fs.readFileSync(file, "utf8"), /^masthead:/m);
  });
});
