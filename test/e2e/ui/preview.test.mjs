/** The page of an article beside its editor, as a person sees and uses it, in dark and in light. */
import assert from "node:assert/strict";
import * as path from "node:path";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

describe("The preview of an article", function () {
  this.timeout(180_000);
  keepPictures();

  /** @type {import("../host/workbench.mjs").Workbench} */
  let workbench;
  /** @type {import("playwright-core").FrameLocator} */
  let preview;
  const article = "70e20bb5-7059-54a3-9399-b2ed267b04c7.md";
  const other = "b2f14c73-ae8d-5f15-a8a3-cb6a744e6831.md";

  /** @type {string} */
  let file;

  before(async () => {
    ({ workbench } = theWindow());
    file = path.join(path.dirname(theWindow().brokenArticle), article);
    preview = workbench.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await workbench.openFile(article);
  });

  after(async () => {
    await workbench.command("View: Close All Editors");
    await workbench.openFile(path.basename(theWindow().brokenArticle));
  });

  const title = () => preview.locator(".article h1").first();
  const source = () => workbench.page.locator(`.editor-instance .monaco-editor[data-uri$="/${article}"]`).first();

  /** Without what appears under the mouse. */
  async function picture(/** @type {string} */ name) {
    await workbench.page.mouse.move(300, 15);
    await until(
      "no tooltip shows",
      async () => (await workbench.page.locator(".workbench-hover:visible").count()) === 0,
    );
    await workbench.screenshot(name);
  }

  it("opens beside the editor, with its image", async () => {
    await until(
      "the command shows",
      async () => {
        // The palette offers it once it is known that this is an article.
        await workbench.press("Escape");
        await workbench.command("Curated Content: Preview Page to the Side");
        await title().waitFor({ timeout: 5000 });
        return true;
      },
      60_000,
    );
    await until("the image shows", () =>
      preview.locator(".featured img").evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth > 0),
    );
    assert.match(await preview.locator(".masthead").innerText(), /Chronic Care Management \(CCM\) CoP/);
    assert.equal(await preview.locator(".problem").count(), 0);
    await picture("preview-dark");
    await workbench.command("Preferences: Toggle between Light/Dark Themes");
    await until("it is light", () => preview.locator("html").evaluate((html) => html.dataset.shade === "light"));
    await picture("preview-light");
  });

  it("shows what is typed, and what is wrong with it, where it is", async () => {
    await source().locator(".view-line").first().click();
    await workbench.moveToEndOf(file, /^mastHead:/);
    await workbench.type(" Club");
    await until("the page shows it", async () => /CoP Club/.test(await preview.locator(".masthead").innerText()));
    await preview.locator(".masthead .problem").waitFor();
    await picture("preview-problem-light");
    await preview.locator(".masthead .problem").click();
    await until("the editor has the focus", () => source().evaluate((editor) => editor.classList.contains("focused")));
    await workbench.undo(/mastHead: .* CoP$/m);
    await until("the page shows that", async () => (await preview.locator(".masthead .problem").count()) === 0);
  });

  it("leads from a fact to its key", async () => {
    await title().locator(".fact").click();
    await until("the cursor is there", async () => /^title: /m.test(await workbench.visibleText()));
    await preview.locator("h1 .at-cursor").waitFor();
  });

  it("shows lists, search results and social networks", async () => {
    for (const [tab, shown] of [
      ["List Card", ".card"],
      ["Search Result", ".search-result"],
      ["Social Card", ".social-card"],
    ]) {
      await preview.getByRole("tab", { name: tab ?? "" }).click();
      await preview.locator(shown ?? "").waitFor();
      await picture(`preview-${tab?.toLowerCase().replace(" ", "-")}-light`);
    }
    await preview.getByRole("tab", { name: "Page" }).click();
    await title().waitFor();
  });

  it("follows the editor to another article", async () => {
    const before = await title().innerText();
    await workbench.openFile(other);
    await until("the page is another", async () => (await title().innerText()) !== before);
    await workbench.command("Preferences: Toggle between Light/Dark Themes");
  });

  it("comes back with the window", async () => {
    // The address says which file to open first, and then nothing else comes back.
    const address = new URL(workbench.page.url());
    address.searchParams.delete("payload");
    await workbench.page.goto(address.href, { waitUntil: "commit" });
    await until(
      "it is back",
      async () => {
        await preview.getByRole("tab", { name: "Page" }).click();
        return (await title().innerText()) !== "";
      },
      60_000,
    );
    await picture("preview-restored-dark");
  });
});
