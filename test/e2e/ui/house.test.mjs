/** Where the extension is found: the activity bar, the walkthrough, in German, and nowhere where nothing is curated. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as ui from "../host/editorFeatures.mjs";
import * as ask from "../host/questions.mjs";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

/** @typedef {import("../host/workbench.mjs").Workbench} Workbench */

const ICON = '.activitybar .action-label[aria-label^="Curated Content"]';

/** What the palette offers of ours, without the keys. */
async function offered(/** @type {Workbench} */ workbench) {
  await workbench.quickInput(">Curated Content:");
  const labels = await until("the palette has answered", async () => {
    const shown = await ask.choices(workbench);
    return shown.length > 0 && shown;
  });
  await workbench.press("Escape");
  return labels.filter((label) => label.startsWith("Curated Content:"));
}

/** Opens the walkthrough of this name. */
async function openWalkthrough(/** @type {Workbench} */ workbench, /** @type {string} */ name) {
  await workbench.command("Welcome: Open Walkthrough...");
  await ask.choose(workbench, name);
  const shown = workbench.page
    .locator(".gettingStartedContainer .getting-started-detail-right, .gettingStarted")
    .first();
  await shown.waitFor({ timeout: 20_000 });
  return workbench.page.locator(".getting-started-step .step-title");
}

describe("The house", function () {
  this.timeout(180_000);
  keepPictures();

  /** @type {Workbench} */
  let workbench;

  before(() => {
    ({ workbench } = theWindow());
  });

  it("has a place in the activity bar", async () => {
    await workbench.page.locator(ICON).first().waitFor();
    await ui.focusSiteTree(workbench);
    await workbench.screenshot("house-activity-bar");
  });

  it("has a walkthrough with pictures", async () => {
    const steps = await openWalkthrough(workbench, "Curate Articles");
    await until("its steps show", async () => (await steps.count()) === 5);
    // There is room for pictures beside wide columns only.
    await workbench.command("View: Toggle Primary Side Bar Visibility");
    const second = workbench.page.locator(".getting-started-step", { hasText: "See what is wrong" }).first();
    await second.click();
    await workbench.page
      .frameLocator("iframe.webview.ready")
      .frameLocator("iframe#active-frame")
      .locator("svg")
      .waitFor();
    await workbench.screenshot("house-walkthrough");
    await workbench.command("View: Toggle Primary Side Bar Visibility");
    await workbench.command("View: Close Editor");
  });

  it("speaks German where VS Code does", async () => {
    const { folder, brokenArticle, openAnother } = theWindow();
    const german = await openAnother(folder, "de");
    try {
      await german.openFile(path.basename(brokenArticle));
      await until("its status is German", async () => / in |Fehler|bereit/.test(await ui.languageStatus(german)));
      const labels = await offered(german);
      assert.ok(
        labels.some((label) => label.includes("Arbeitsbereich prüfen")),
        labels.join("\n"),
      );
      assert.ok(!labels.some((label) => /Check|Preview|Restart/.test(label)), labels.join("\n"));
      await ui.focusSiteTree(german);
      const rows = await until("communities show", async () => {
        const shown = await ui.siteTree(german);
        return shown.some((row) => row.includes("Community, ")) && shown;
      });
      assert.ok(
        rows.some((row) =>
          /, Community, \d+ Artikel, (?:noch nicht geprüft|keine Probleme|\d+ (?:Fehler|Warnung))/.test(row),
        ),
        rows.join("\n"),
      );
      assert.ok(
        rows.some((row) => row.startsWith("Themen")),
        rows.join("\n"),
      );
      await german.screenshot("house-german-tree");
      await german.command("Curated Content: Neuer Artikel");
      await ask.question(german, /Neuer Artikel \(1\/\d\)/);
      await german.screenshot("house-german-new-article");
      await german.press("Escape");
      await openWalkthrough(german, "Artikel kuratieren");
      await german.screenshot("house-german-walkthrough");
    } finally {
      await german.page.close();
    }
  });

  it("is not there where nothing is curated", async () => {
    const { folder, openAnother } = theWindow();
    const plain = path.join(path.dirname(folder), "plain");
    fs.mkdirSync(plain, { recursive: true });
    fs.writeFileSync(path.join(plain, "notes.md"), "# Notes\n\nNothing is curated here.\n");
    const other = await openAnother(plain);
    try {
      await other.openFile("notes.md");
      // With the first Markdown file the extension is awake.
      await until("the status is there", () => ui.languageStatus(other));
      assert.deepEqual(
        (await offered(other)).filter((label) => !label.includes("Show Output")),
        [],
      );
      assert.equal(await other.page.locator(ICON).count(), 0);
      await other.screenshot("house-nothing-curated");
    } finally {
      await other.page.close();
    }
  });
});
