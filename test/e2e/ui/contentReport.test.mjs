/** The content report: from the command to the article behind a bar. */
import assert from "node:assert/strict";
import * as path from "node:path";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

describe("The content report", function () {
  this.timeout(180_000);
  keepPictures();

  /** @type {import("../host/workbench.mjs").Workbench} */
  let workbench;
  /** @type {import("playwright-core").FrameLocator} */
  let page;

  before(() => {
    ({ workbench } = theWindow());
    page = workbench.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  });

  after(async () => {
    await workbench.command("View: Close All Editors");
    await workbench.openFile(path.basename(theWindow().brokenArticle));
  });

  it("counts what is in the site", async () => {
    await until(
      "the command shows",
      async () => {
        await workbench.press("Escape");
        await workbench.command("Curated Content: Content Report");
        await page.locator("h1").waitFor({ timeout: 20_000 });
        return true;
      },
      60_000,
    );
    await page.locator(".card.rules .target").first().waitFor();
    assert.match(await page.locator(".totals").innerText(), /Articles\s+18/);
    await workbench.screenshot("content-report-dark");
    await workbench.command("Preferences: Toggle between Light/Dark Themes");
    await workbench.screenshot("content-report-light");
    await workbench.command("Preferences: Toggle between Light/Dark Themes");
  });

  it("opens the list behind a bar, and from there an article at its line, by keys alone", async () => {
    const bar = page.locator(".card.topics .target[tabindex='0']").first();
    await bar.focus();
    await bar.press("Enter");
    const list = page.locator("aside.list");
    await list.waitFor();
    await workbench.screenshot("content-report-list");
    const title = await list.locator("li button").first().innerText();
    await list.locator("li button").first().press("Enter");
    await until("the article is open", async () =>
      /\.md$/.test((await workbench.page.locator(".tab.active").first().getAttribute("data-resource-name")) ?? ""),
    );
    assert.notEqual(title, "");
  });
});
