/** The page of the content report as a file of its own, in a real browser: keys, tables, and texts that would be code. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { launchBrowser } from "../host/browser.mjs";
import { artifactsDir, root } from "../host/project.mjs";

const ATTACKS = [
  "</script><script>window.hit = 1</script>",
  "<img src=x onerror='window.hit = 1'>",
  "javascript:window.hit=1",
];

describe("The page of a content report", function () {
  this.timeout(120_000);

  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {import("playwright-core").Page} */
  let page;
  /** @type {string} */
  let folder;
  /** @type {string[]} */
  const asked = [];

  before(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "curated report "));
    const site = path.join(folder, "site");
    fs.cpSync(path.join(root, "test/sites/broken"), site, { recursive: true });
    const articles = fs
      .readdirSync(site, { recursive: true, encoding: "utf8" })
      .filter((name) => /news\/.*\.md$/.test(name) && !name.endsWith("_index.md"));
    for (const [index, name] of articles.entries()) {
      const file = path.join(site, name);
      const attack = ATTACKS[index % ATTACKS.length];
      fs.writeFileSync(
        file,
        fs
          .readFileSync(file, "utf8")
          .replace(/^title: .*$/m, () => `title: ${JSON.stringify(attack)}`)
          .replace(/^communityTopics:\n/m, () => `communityTopics:\n- ${JSON.stringify(`X: ${attack}`)}\n`),
      );
    }
    const out = path.join(folder, "report.html");
    execFileSync(process.execPath, [
      path.join(root, "dist/cli.js"),
      "report",
      site,
      "--date",
      "2026-06-15",
      "--out",
      out,
    ]);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (error) => asked.push(`error: ${error.message}`));
    await page.goto(pathToFileURL(out).href);
    await page.locator(".card.rules .target").first().waitFor();
  });

  after(async () => {
    await browser?.close();
    fs.rmSync(folder, { recursive: true });
  });

  it("runs no code of the site's, and asks nobody for anything", async () => {
    for (const card of ["rules", "topics", "communities", "changes"]) {
      const target = page.locator(`.card.${card} .target`).first();
      if ((await target.count()) > 0) await target.click();
    }
    await page.locator("aside.list li").first().waitFor();
    assert.equal(await page.evaluate("window.hit"), undefined);
    assert.equal(await page.locator("img, iframe, a[href]").count(), 0);
    assert.deepEqual(asked.slice(1), []);
  });

  it("leads from bar to bar by arrow keys, to the list by Enter, and back by Escape", async () => {
    const bars = page.locator(".card.rules .target");
    const labels = await bars.evaluateAll((all) => all.map((each) => each.getAttribute("aria-label")));
    await page.locator(".card.rules .target[tabindex='0']").focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await page.keyboard.press("Home");
    const first = await focused();
    assert.equal(first, labels[0]);
    await page.keyboard.press("ArrowDown");
    const second = await focused();
    assert.equal(second, labels[1]);
    await page.keyboard.press("Enter");
    await page.locator("aside.list").waitFor();
    await page.screenshot({ path: path.join(artifactsDir, "report-list.png") });
    const count = Number(/: (\d+)$/.exec(second ?? "")?.[1]);
    assert.equal(await page.locator("aside.list li").count(), count);
    await page.keyboard.press("Escape");
    await page.locator("aside.list").waitFor({ state: "hidden" });
    assert.equal(await focused(), second);
  });

  it("is a table, too, with the same figures", async () => {
    const card = page.locator(".card.rules");
    const labels = await card
      .locator(".target")
      .evaluateAll((all) => all.map((each) => each.getAttribute("aria-label")));
    await card.getByRole("button", { name: "Table: Problems by rule" }).click();
    const rows = await card
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent).join(": ")));
    assert.deepEqual(rows, labels);
    await card.locator("tbody button").first().click();
    await page.locator("aside.list li").first().waitFor();
    await page.locator("aside.list .close").click();
  });
});
