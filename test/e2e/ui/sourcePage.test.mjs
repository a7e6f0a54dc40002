/**
 * The page that a new article curates, read where its author wants that. Pages of this machine are never read, and tests read
 * none of the web: what is seen here is the refusal, and what is said where there is no network.
 */
import assert from "node:assert/strict";
import * as http from "node:http";
import * as ui from "../host/editorFeatures.mjs";
import * as ask from "../host/questions.mjs";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

describe("The page that a new article curates", function () {
  this.timeout(120_000);
  keepPictures(() => window);

  /** @type {import("../host/workbench.mjs").Workbench} a window whose user wants pages to be read */
  let window;
  /** @type {http.Server} */
  let server;
  let asked = 0;

  before(async () => {
    const { folder, configure, openAnother } = theWindow();
    server = http.createServer((_, response) => {
      asked++;
      response.writeHead(200, { "content-type": "text/html" }).end("<title>Keys</title>");
    });
    await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
    configure({ "curatedContent.newArticle.readSourcePage": true });
    window = await openAnother(folder);
  });

  afterEach(() =>
    until("no question is left", async () => {
      if (!(await ask.isAsking(window))) return true;
      await window.press("Escape");
      return false;
    }),
  );

  after(async () => {
    theWindow().configure({});
    await window?.page.close();
    server?.closeAllConnections();
    server?.close();
  });

  it("is not read of this machine, and its article is written all the same", async () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    await begin(`http://127.0.0.1:${port}/keys`);
    await ui.notice(window, /was not read: 127\.0\.0\.1 is not on the public internet\./);
    await ask.question(window, /Its title/);
    await window.screenshot("source-page-refused");
    assert.equal(await ask.written(window), "");
    assert.equal(asked, 0);
  });

  it("is not found where its host is none, and its author is told", async () => {
    await begin("http://keys.invalid/keys");
    // Where there is no network at all, the look-up of a name may last longer than anybody waits.
    await ui.notice(
      window,
      /was not read: (?:Its host cannot be found\. Is this machine online\?|Its server did not answer)/,
    );
    await ask.question(window, /Its title/);
    await window.screenshot("source-page-offline");
    await ask.goBack(window);
    await ask.question(window, /The address of the page/);
    assert.equal(await ask.written(window), "http://keys.invalid/keys");
  });

  async function begin(/** @type {string} */ source) {
    await window.command("Curated Content: New Article…");
    await ask.question(window, /For which community\?/);
    await ask.choose(window, "Privacy & Security");
    await ask.question(window, /The address of the page/);
    await ask.write(window, source);
    await ask.confirm(window, /The address of the page/);
  }
});
