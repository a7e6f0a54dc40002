/** What the menus of the tree of a site lead to: the editor beside, the files, the site's own lists. */
import assert from "node:assert/strict";
import * as ui from "../host/editorFeatures.mjs";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

describe("The menus of the tree", function () {
  this.timeout(120_000);
  keepPictures(() => window);

  /** @type {import("../host/workbench.mjs").Workbench} a window of its own, so that only what is opened here is open */
  let window;

  const article = "02e2350b-c800-580d-930b-26d4bfecf789.md";

  before(async () => {
    const { folder, openAnother } = theWindow();
    window = await openAnother(folder);
    await window.openFile("README.md");
    await chooseCommunity();
  });

  after(() => window?.page.close());

  it("lead from a community to its entry in the site's list", async () => {
    const entry = await ui.menuEntry(window, "Go to Entry in the Site's List");
    await window.screenshot("menu-of-a-community");
    await ui.takeEntry(entry);
    await window.waitForEditor("communities.yaml");
    const status = window.page.locator("#status\\.editor\\.selection");
    await until("the entry is selected", async () => /Ln \d+, .*selected/.test((await status.textContent()) ?? ""));
    await window.screenshot("entry-of-a-community");
  });

  it("open an article beside the editor", async () => {
    await chooseArticle();
    const entry = await ui.menuEntry(window, "Open to the Side");
    await window.screenshot("menu-of-an-article");
    await ui.takeEntry(entry);
    await window.waitForEditor(article);
    const groups = window.page.locator(".editor-group-container:visible");
    await until("there are two groups of editors", async () => (await groups.count()) === 2);
    await window.screenshot("article-beside");
  });

  it("show the file of an article among the files", async () => {
    await chooseArticle();
    await ui.takeEntry(await ui.menuEntry(window, "Reveal in Explorer View"));
    const row = window.page.locator('.explorer-folders-view .monaco-list-row.selected[aria-selected="true"]');
    await until("its file is chosen among the files", async () => {
      const labels = await row.evaluateAll((rows) => rows.map((one) => one.getAttribute("aria-label") ?? ""));
      return labels.length === 1 && labels[0]?.startsWith(article);
    });
    await window.screenshot("article-among-the-files");
  });

  async function chooseCommunity() {
    await ui.focusSiteTree(window);
    const isThere = async () => (await ui.siteTree(window)).some((row) => row.includes("community,"));
    await until("communities show", isThere, 60_000);
    await ui.chooseInTree(window, /^Privacy & Security.*, community/);
  }

  async function chooseArticle() {
    await chooseCommunity();
    await ui.expandInTree(window, /^Privacy & Security.*, community/);
    await ui.expandInTree(window, /^news, archetype/);
    assert.ok((await ui.siteTree(window)).some((row) => /, article/.test(row)));
    await ui.chooseInTree(window, /^Ransomware Drill: .*, article/);
  }
});
