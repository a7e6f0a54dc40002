/** The extension in the browser, as on vscode.dev: its host and its server are web workers. Elsewhere the host is Node. */
import assert from "node:assert/strict";
import * as path from "node:path";
import { launchBrowser } from "../host/browser.mjs";
import * as ui from "../host/editorFeatures.mjs";
import { artifactsDir, packageFile } from "../host/project.mjs";
import { startServer, testSettings } from "../host/server.mjs";
import { unpackVsix } from "../host/vsix.mjs";
import { addDevelopmentOptions, serveFolder } from "../host/webExtension.mjs";
import { until, VIEWPORT, Workbench } from "../host/workbench.mjs";
import { createWorkspace } from "../host/workspace.mjs";
import { keepPictures } from "./window.mjs";

describe("In the browser", function () {
  this.timeout(120_000);
  keepPictures(() => window);

  /** @type {Workbench} */
  let window;
  /** @type {import("../host/server.mjs").EmbeddedServer} */
  let server;
  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serveFolder>>} */
  let web;

  before(async () => {
    const version = process.env.CURATED_CONTENT_VSCODE;
    server = await startServer({ settings: testSettings, ...(version ? { version } : {}) });
    const extension = path.join(server.home, "extension");
    unpackVsix(process.env.CURATED_CONTENT_VSIX ?? packageFile, extension);
    web = await serveFolder(extension);
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: VIEWPORT, bypassCSP: true });
    await addDevelopmentOptions(page, { extensions: [web.uri("")] });
    const { folder, brokenArticle } = createWorkspace(path.join(server.home, "medigy"));
    const address = server.address(folder, [["openFile", server.uri(brokenArticle)]]);
    window = await Workbench.openIn(page, address, path.join(artifactsDir, "ui"));
    await window.waitForEditor(path.basename(brokenArticle));
  });

  after(async () => {
    await browser?.close();
    await web?.stop();
    await server?.stop();
  });

  it("shows faults as squiggles", async () => {
    await until("a squiggle shows", async () => (await ui.countSquiggles(window, "warning")) > 0);
  });

  it("shows the page of an article beside it, with its image, as it is typed", async () => {
    await window.command("Curated Content: Preview Page to the Side");
    const preview = window.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    const title = preview.locator(".article h1").first();
    await title.waitFor({ timeout: 30_000 });
    assert.match(await title.innerText(), /Shared Ledgers/);
    await until("the image shows", () =>
      preview.locator(".featured img").evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth > 0),
    );
    await window.screenshot("browser-preview");
  });
});
