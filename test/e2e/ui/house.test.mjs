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

/** What the palette offers of ours, without the keys; opened again until it is all that must be there. */
async function offered(
  /** @type {Workbench} */ workbench,
  /** @type {(labels: readonly string[]) => boolean} */ isAll = () => true,
) {
  return until(
    "the palette has our commands",
    async () => {
      await workbench.quickInput(">Curated Content:");
      const shown = await until("the palette has answered", async () => {
        const labels = await ask.choices(workbench);
        return labels.length > 0 && labels;
      });
      await workbench.press("Escape");
      const ours = shown.filter((label) => label.startsWith("Curated Content:"));
      return isAll(ours) && ours;
    },
    60_000,
  );
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

const PSEUDO = "qps-ploc";

/** Puts each text of the extension into brackets, as a language of its own; gives the files. */
function writePseudoLocale(/** @type {string} */ extension) {
  const bundles = [
    ["package.nls.json", "package.nls"],
    ["l10n/bundle.l10n.de.json", "l10n/bundle.l10n"],
  ];
  return bundles.map(([source = "", name = ""]) => {
    const texts = Object.entries(JSON.parse(fs.readFileSync(path.join(extension, source), "utf8")));
    // The package has no bundle of the texts in English: they are the keys.
    const bracketed = texts.map(([key, text]) => [key, `⟦${name === "package.nls" ? text : key}⟧`]);
    const file = path.join(extension, `${name}.${PSEUDO}.json`);
    fs.writeFileSync(file, JSON.stringify(Object.fromEntries(bracketed)));
    return file;
  });
}

/** What stands in no brackets. */
function untranslated(/** @type {string} */ text) {
  const rest = text.replace(/⟦[^⟦⟧]*⟧/g, "");
  return rest === text ? text : untranslated(rest);
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
    // There is room for pictures beside wide columns only.
    await workbench.command("View: Toggle Primary Side Bar Visibility");
    const steps = await openWalkthrough(workbench, "Curate Articles");
    await until("its steps show", async () => (await steps.count()) === 5);
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
      const labels = await offered(german, (all) => all.some((label) => label.includes("Arbeitsbereich prüfen")));
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
      await german.command("Curated Content: Neuer Artikel…");
      await ask.question(german, /Neuer Artikel \(1\/\d\)/);
      await german.screenshot("house-german-new-article");
      await german.press("Escape");
      await openWalkthrough(german, "Artikel kuratieren");
      await german.screenshot("house-german-walkthrough");
    } finally {
      await german.page.close();
    }
  });

  it("leaves no text in English where there is a translation of all", async () => {
    const { folder, brokenArticle, extension, openAnother } = theWindow();
    const made = writePseudoLocale(extension);
    const pseudo = await openAnother(folder, PSEUDO);
    try {
      await pseudo.openFile(path.basename(brokenArticle));
      const status = await until(
        "its status is translated",
        async () => {
          const shown = await ui.languageStatus(pseudo);
          return shown.includes("⟦") && shown;
        },
        60_000,
      );
      assert.doesNotMatch(untranslated(status), /problem|warning|error|ready|\bin\b/i, status);
      const labels = await offered(pseudo, (all) => all.length > 5);
      for (const label of labels) assert.match(label, /^Curated Content: ⟦/);
      await ui.focusSiteTree(pseudo);
      const rows = await until("communities show", async () => {
        const shown = await ui.siteTree(pseudo);
        return shown.some((row) => row.includes("⟦community⟧")) && shown;
      });
      for (const row of rows)
        assert.doesNotMatch(untranslated(row), /communit|topics|article|problem|warning|checked/, row);
      await pseudo.command("Curated Content: ⟦New Article…⟧");
      assert.doesNotMatch(untranslated(await ask.question(pseudo, /⟦New Article⟧/)), /[a-z]{2} [a-z]{2}/);
      await pseudo.press("Escape");
      await pseudo.command("Curated Content: ⟦Preview Page to the Side⟧");
      const page = pseudo.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
      const tabs = page.locator("button[role=tab]");
      await tabs.first().waitFor({ timeout: 20_000 });
      for (const text of await tabs.allTextContents()) assert.match(text, /^⟦.*⟧$/);
      await pseudo.screenshot("house-pseudo-locale");
    } finally {
      await pseudo.page.close();
      for (const file of made) fs.rmSync(file);
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
      await until("the status is there", () => ui.languageStatus(other), 60_000);
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
