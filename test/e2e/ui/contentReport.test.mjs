/** The content report: from the command to the article behind a bar. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as ask from "../host/questions.mjs";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

describe("The content report", function () {
  this.timeout(180_000);
  keepPictures();

  /** @type {import("../host/workbench.mjs").Workbench} */
  let workbench;
  /** @type {import("playwright-core").FrameLocator} */
  let page;

  before(async () => {
    ({ workbench } = theWindow());
    await workbench.command("View: Close All Editors");
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
    assert.match(await page.locator(".totals").innerText(), /Articles\s+18\b/);
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

  it("is saved as a page of its own", async () => {
    const file = path.join(path.dirname(theWindow().folder), "report.html");
    // One that is hidden keeps its page.
    await workbench.command("View: Close All Editors");
    await until("no report is open", async () => (await workbench.page.locator("iframe.webview").count()) === 0);
    await workbench.command("Curated Content: Content Report");
    await page.getByRole("button", { name: "Save as HTML" }).click({ timeout: 20_000 });
    await ask.question(workbench, /^Content Report/);
    await workbench.screenshot("content-report-save");
    await ask.nameFile(workbench, "Content Report", file);
    const html = await until("the page is saved", async () => fs.existsSync(file) && fs.readFileSync(file, "utf8"));
    assert.match(html, /^<!doctype html>/i);
    assert.match(html, /Chronic Care Management/);
    fs.rmSync(file);
  });
});
