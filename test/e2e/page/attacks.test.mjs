/** What somebody writes into a body runs nothing, loads nothing and leads nowhere: in a real browser, under the real policy. */
import assert from "node:assert/strict";
import { launchBrowser } from "../host/browser.mjs";
import { ATTACKS } from "./attacks.mjs";
import { firstUpdate, ORIGIN, openPreview } from "./previewPage.mjs";

describe("Attacks on the preview page", function () {
  this.timeout(120_000);

  /** @type {import("playwright-core").Browser} */
  let browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());

  describe("without the policy that would hold them, too", () => {
    /** @type {import("./previewPage.mjs").PreviewPage} */
    let preview;
    let length = 0;
    before(async () => {
      preview = await openPreview(browser, { viewport: { width: 500, height: 500 }, policy: "none" });
    });
    afterEach(async function () {
      if (!this.currentTest?.isFailed()) return;
      // What got through would be found by the next ones, too.
      await preview.page.context().close();
      preview = await openPreview(browser, { viewport: { width: 500, height: 500 }, policy: "none" });
      length = 0;
    });

    for (const [name, body] of Object.entries(ATTACKS)) {
      it(`withstands ${name}`, async () => {
        const text = `${body}\n\nThe end.\n`;
        await preview.send({ ...firstUpdate(text), body: { length, start: 0, end: length, text } });
        length = text.length;
        await provoke(preview.page);
        await assertUnharmed(preview);
      });
    }

    it("shows what is no attack", async () => {
      const text = "Some *text*\n";
      await preview.send({ ...firstUpdate(text), body: { length, start: 0, end: length, text } });
      length = text.length;
      assert.equal(await preview.page.locator(".body").innerHTML(), '<p data-line="0">Some <em>text</em></p>');
    });
  });

  for (const policy of /** @type {const} */ (["its own", "none"])) {
    it(`withstands all of them at once, in a body that changes, with policy: ${policy}`, async () => {
      const preview = await openPreview(browser, { policy });
      const all = Object.values(ATTACKS).filter((body) => !/<(?:plaintext|xmp|textarea|!--)|<script>[^<]*$/.test(body));
      const text = `${all.join("\n\n")}\n\nThe end.\n`;
      await preview.send(firstUpdate(text));
      await provoke(preview.page);
      for (let start = 0; start < text.length; start += Math.ceil(text.length / 40)) {
        await preview.send({
          type: "update",
          facts: {},
          body: { length: text.length, start, end: start + 1, text: "x" },
        });
        await preview.send({
          type: "update",
          facts: {},
          body: { length: text.length, start, end: start + 1, text: text[start] },
        });
      }
      await provoke(preview.page);
      await assertUnharmed(preview);
      await preview.page.context().close();
    });
  }

  it("withstands facts that are attacks", async () => {
    const preview = await openPreview(browser, { policy: "none" });
    const attack = `"><img src=x onerror=pwned('ran')><script>pwned('ran')</script>`;
    const { facts } = firstUpdate("x");
    const parts = facts.parts.map((part) => ({
      ...part,
      text: attack,
      target: "javascript:pwned('ran')",
      note: attack,
      problems: [{ range: part.range, ruleId: attack, severity: "error", message: attack }],
    }));
    const site = { title: attack, baseUrl: "javascript:pwned('ran')" };
    await preview.send({ ...firstUpdate("x"), facts: { ...facts, parts, site, permalink: attack } });
    for (const tab of ["page", "list", "search", "social"]) {
      await preview.page.locator(`#curated-content-toolbar button[data-value=${tab}]`).click();
      await provoke(preview.page);
    }
    await assertUnharmed(preview);
    await preview.page.context().close();
  });

  it("is held by the policy alone, were the sanitizer to fail", async () => {
    const preview = await openPreview(browser);
    await preview.send(firstUpdate("x"));
    const isPolicyAlone = (/** @type {string} */ body) => !/http-equiv="refresh" content="0; url=https/.test(body);
    for (const body of Object.values(ATTACKS).filter(isPolicyAlone)) {
      await preview.page.evaluate((html) => {
        const place = document.createElement("div");
        document.body.append(place);
        place.innerHTML = html;
        for (const form of place.querySelectorAll("form")) form.submit();
      }, body);
    }
    await settle(preview.page);
    assert.deepEqual(preview.ran, []);
    assert.deepEqual(foreign(preview.asked), []);
    assert.ok(preview.violations.length > 10, "The policy had nothing to do.");
    await preview.page.context().close();
  });

  it("loads images of the web where the user allows that, and nothing else", async () => {
    const files = { "/x.png": { type: "image/png", body: "" } };
    const preview = await openPreview(browser, { remoteImages: "loaded", files });
    await preview.send(
      firstUpdate(Object.values(ATTACKS).join("\n\n").replaceAll("<plaintext>", ""), { remoteImages: "loaded" }),
    );
    await preview.send(firstUpdate(ATTACKS["images on the web"] ?? "", { remoteImages: "loaded" }));
    await settle(preview.page);
    assert.deepEqual(preview.ran, []);
    assert.ok(foreign(preview.asked).length > 0, "No image was asked for.");
    assert.deepEqual(
      foreign(preview.asked).filter((url) => !/\/[a-z]\.png$/.test(url)),
      [],
    );
    await preview.page.context().close();
  });
});

/** Does to the page what a person may do who trusts it. */
async function provoke(/** @type {import("playwright-core").Page} */ page) {
  await settle(page);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll(".body *")) {
      for (const type of ["click", "auxclick", "mouseover", "focus", "blur", "dblclick", "submit", "pointerdown"]) {
        element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, ctrlKey: type === "click" }));
      }
      if (element instanceof HTMLElement) element.click();
    }
  });
  await settle(page);
}

/** Errors of images and the like come a moment later. */
async function settle(/** @type {import("playwright-core").Page} */ page) {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => setTimeout(done, 60));
  });
}

async function assertUnharmed(/** @type {import("./previewPage.mjs").PreviewPage} */ preview) {
  assert.deepEqual(preview.ran, []);
  assert.deepEqual(foreign(preview.asked), []);
  const page = await preview.page.evaluate(() => ({
    bad: [...document.querySelectorAll("body *")]
      .filter((element) => !element.closest("#curated-content-toolbar"))
      .filter((element) => element.localName !== "script" || element.closest(".sheet") !== null)
      .filter(
        (element) =>
          /^(?:script|style|iframe|frame|object|embed|form|base|meta|link|template|svg:.*|math|video|audio|source|dialog)$/.test(
            element.localName,
          ) ||
          [...element.attributes].some(({ name }) =>
            /^on|^(?:style|srcset|background|ping|formaction|action)$/.test(name),
          ),
      )
      .filter((element) => element.className !== "bar")
      .map((element) => element.outerHTML),
    schemes: [...document.querySelectorAll("a[href], img[src]")]
      .map(
        (element) =>
          new URL(element.getAttribute("href") ?? element.getAttribute("src") ?? "", document.baseURI).protocol,
      )
      .filter((scheme) => !["https:", "http:", "mailto:", "tel:"].includes(scheme)),
    isWhole: document.querySelector(".sheet .body") !== null && typeof document.getElementById === "function",
    base: document.baseURI,
  }));
  assert.deepEqual(page, { bad: [], schemes: [], isWhole: true, base: `${ORIGIN}/` });
  // What a click on a link tells the extension it may open, and it opens nothing else (places.ts).
  for (const message of await preview.received()) {
    if (message.type === "open")
      assert.doesNotMatch(message.target, /^\s*(?:javascript|data|vbscript|file|blob|command):/i);
  }
}

function foreign(/** @type {readonly string[]} */ urls) {
  return urls.filter((url) => new URL(url).origin !== ORIGIN);
}
