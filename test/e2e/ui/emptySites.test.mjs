/** What the tree says where it has nothing to show, and what its one button does then. */
import * as fs from "node:fs";
import * as path from "node:path";
import * as ask from "../host/questions.mjs";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

/** @typedef {import("../host/workbench.mjs").Workbench} Workbench */

describe("A site without articles", function () {
  this.timeout(120_000);
  keepPictures(() => window);

  /** @type {Workbench | undefined} */
  let window;
  /** @type {string} */
  let folder;

  beforeEach(() => {
    folder = path.join(path.dirname(theWindow().folder), "empty");
    fs.mkdirSync(path.join(folder, "data"), { recursive: true });
    fs.writeFileSync(
      path.join(folder, "data/topics.yaml"),
      "schemes:\n  - label: NIH\n    topics:\n      - label: Sleep\n",
    );
  });

  afterEach(async () => {
    await window?.page.close();
    window = undefined;
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it("says so, and leads to the first one, and to its community", async () => {
    window = await theWindow().openAnother(folder);
    const welcome = await openTree(window, /This site has no curated articles yet\./);
    await window.screenshot("welcome-without-articles");
    await welcome.getByText("New Article…", { exact: true }).click();
    await ask.question(window, /New Article \(1\/5\).*Its community, by the name of its folder/);
    await ask.write(window, "sleep/well");
    await window.press("Enter");
    await ask.question(window, /A name such as[^|]*$/);
    await ask.write(window, "sleep");
    await window.screenshot("welcome-new-article");
    await ask.confirm(window, /Its community/);
    await ask.question(window, /The address of the page/);
    await ask.write(window, "https://sleep.example/well");
    await ask.confirm(window, /The address of the page/);
    await ask.question(window, /Its title/);
    await ask.write(window, "Sleep Well");
    await ask.confirm(window, /Its title/);
    await ask.confirm(window, /Topics, the most/);
    await ask.question(window, /Its image/);
    await ask.choose(window, "No image yet");
    const section = path.join(folder, "content/communities/sleep/curated-news");
    const [name = ""] = await until("the article is there", async () => {
      const names = fs.readdirSync(section);
      return names.length > 0 && names;
    });
    await window.waitForEditor(name);
    await window.screenshot("welcome-first-article");
  });

  it("says that it is turned off, and leads to the setting", async () => {
    fs.mkdirSync(path.join(folder, ".vscode"));
    fs.writeFileSync(path.join(folder, ".vscode/settings.json"), JSON.stringify({ "curatedContent.enable": false }));
    window = await theWindow().openAnother(folder);
    const welcome = await openTree(window, /Curated Content is turned off here\./);
    await window.screenshot("welcome-turned-off");
    await welcome.getByText("Open Settings", { exact: true }).click();
    await window.page
      .locator('.settings-editor [data-key="curatedContent.enable"]')
      .first()
      .waitFor({ timeout: 20_000 });
    await window.screenshot("welcome-setting");
  });

  /** Opens the tree by its icon and gives what it says. */
  async function openTree(/** @type {Workbench} */ { page }, /** @type {RegExp} */ pattern) {
    const welcome = page.locator(".welcome-view-content", { hasText: pattern }).first();
    await until(
      `the tree says ${pattern}`,
      async () => {
        if (await welcome.isVisible()) return true;
        await page.locator('.activitybar .action-label[aria-label^="Curated Content"]').first().click();
        return welcome.waitFor({ timeout: 3000 }).then(
          () => true,
          () => false,
        );
      },
      60_000,
    );
    return welcome;
  }
});
