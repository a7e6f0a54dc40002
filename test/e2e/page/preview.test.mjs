/** What the preview page shows and does: in a real browser, told what the extension tells it. */
import assert from "node:assert/strict";
import * as path from "node:path";
import { launchBrowser } from "../host/browser.mjs";
import { artifactsDir } from "../host/project.mjs";
import { until } from "../host/workbench.mjs";
import { factsOf, firstUpdate, ORIGIN, openPreview } from "./previewPage.mjs";

/** A problem at a place of its own. */
const PROBLEM = {
  range: { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } },
  ruleId: "a-rule",
  severity: "warning",
  message: "The slug is another.",
};

/** The smallest image there is. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** @type {readonly (readonly [name: string, text: string, expected: string])[]} */
const BODIES = [
  ["text around HTML", "<p>a</p> b <i>c</i> <b>d</b>\n", "<p>a</p> b <i>c</i> <b>d</b>"],
  ["HTML in one line", "<p>a&nbsp;b</p><p>c</p>", "<p>a&nbsp;b</p><p>c</p>"],
  ["Markdown", "# A *b*\n", "<h1>A <em>b</em></h1>"],
  ["HTML around Markdown", "<div class=x>\n\n*a*\n\n</div>\n", '<div class="x">\n<p><em>a</em></p>\n</div>'],
  ["quotes, dashes and dots", `"a" -- b...\n`, "<p>“a” – b…</p>"],
  ["what looks like a sign", "(c) a\n", "<p>(c) a</p>"],
  ["addresses", "https://a.test and a.test\n", '<p><a href="https://a.test">https://a.test</a> and a.test</p>'],
  ["a struck text", "~~a~~\n", "<p><s>a</s></p>"],
  ["a table", "|a|\n|-|\n|b|\n", "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"],
  [
    "tasks",
    "- [x] a\n- [ ] b\n",
    '<ul><li class="task"><input type="checkbox" disabled="" checked="">a</li><li class="task"><input type="checkbox" disabled="">b</li></ul>',
  ],
  ["a definition", "a\n: b\n", "<dl><dt>a</dt><dd>b</dd></dl>"],
  ["a shortcode", `{{< a b="c" >}}\n`, '<p><code class="shortcode">{{&lt; a b="c" &gt;}}</code></p>'],
  ["code", "```js\n<b>\n```\n", '<pre><code class="language-js">&lt;b&gt;\n</code></pre>'],
  ["a comment", "a\n\n<!-- b -->\n\nc\n", "<p>a</p><p>c</p>"],
];

describe("The preview page", function () {
  this.timeout(60_000);

  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {import("./previewPage.mjs").PreviewPage} */
  let preview;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());
  afterEach(() => preview?.page.context().close());

  /** Opens the page with an article, its body given. */
  async function show(/** @type {string} */ text, /** @type {Record<string, unknown>} */ facts = {}, options = {}) {
    preview = await openPreview(browser, options);
    await preview.send(firstUpdate(text, facts));
    await preview.page.locator(".article h1").first().waitFor();
    return preview;
  }
  const body = async () => {
    const html = await preview.page.locator(".body").innerHTML();
    return html.replace(/ data-line="\d+"/g, "").trim();
  };
  const all = async (/** @type {string} */ type) =>
    (await preview.received()).filter((message) => message.type === type);
  const received = (/** @type {string} */ type) => until(`${type} comes`, async () => (await all(type)).at(-1));
  const choose = (/** @type {string} */ value) =>
    preview.page.locator(`#curated-content-toolbar button[data-value=${value}]`).click();
  /** The parts of an article, some of them otherwise. */
  const partsWith = (/** @type {readonly string[]} */ roles, /** @type {object} */ more) =>
    factsOf().parts.map((part) => (roles.includes(part.role) ? { ...part, ...more } : part));

  it("shows the article as readers see it", async () => {
    const { page } = await show("<p>Text</p>\n");
    assert.equal(
      await page.locator(".masthead").innerText(),
      "Medigy Communities\n\nChronic Care Management (CCM) CoP",
    );
    assert.equal(
      await page.locator(".byline").first().innerText(),
      "Curated by Tobias Grün and Amara Nwosu · care-journal.example · March 4, 2021 · updated March 9, 2021",
    );
    assert.equal(await page.locator(".source").innerText(), "Read the full story at care-journal.example");
    assert.equal(await page.locator(".chips li").count(), 2);
    assert.equal(await page.locator(".breadcrumbs li").count(), 5);
    assert.equal(await page.locator(".problems").count(), 0);
    assert.deepEqual(preview.violations, []);
  });

  it("leads by click and by key to the place of what it shows, and by Ctrl and click to where that leads", async () => {
    const { page } = await show("Text\n");
    await page.locator("h1 .fact").click();
    assert.deepEqual((await received("reveal")).range.start, { line: 4, character: 2 });
    await page
      .locator(".byline .fact", { hasText: "care-journal" })
      .first()
      .click({ modifiers: ["Control"] });
    assert.equal((await received("open")).target, "https://care-journal.example/a");
    await page.locator(".chips .fact").first().focus();
    await page.keyboard.press("Enter");
    await until("the key leads there", async () => (await all("reveal")).length === 2);
  });

  it("leads by links to headings, by the ids that Hugo gives them", async () => {
    const links = ["#what-we-did-3-things_x--more", "#same-1", "#heading", "#größe"];
    const headings = ["What *We* Did: 3 `Things_x` & (more)", "Same", "Same", "???", "Größe"];
    const text = [
      ...links.map((link) => `[to ${link}](${link})`),
      ...headings.flatMap((heading) => [`## ${heading}`, ...Array(100).fill("Text")]),
    ].join("\n\n");
    const { page } = await show(text);
    const visible = () =>
      page.locator(".body h2").evaluateAll((all) =>
        all.findIndex((heading) => {
          const { top, bottom } = heading.getBoundingClientRect();
          return top > 0 && bottom < innerHeight;
        }),
      );
    for (const [index, place] of [0, 2, 3, 4].entries()) {
      await page.evaluate(() => scrollTo(0, 0));
      await page.locator(".body a").nth(index).click();
      await until(`${links[index]} leads to its heading`, async () => (await visible()) === place);
    }
    assert.deepEqual(await all("open"), []);
  });

  it("shows what is wrong where it is, and leads there", async () => {
    const inBody = { ...PROBLEM, range: { start: { line: 72, character: 0 }, end: { line: 72, character: 1 } } };
    const { page } = await show("a\n\nb\n\nc\n", {
      parts: partsWith(["title"], { problems: [{ ...PROBLEM, severity: "error", message: "It is `no` title." }] }),
      otherProblems: [PROBLEM],
      bodyProblems: [{ ...inBody, message: "b is bad." }],
    });
    assert.equal(await page.locator("h1 .fact.error").count(), 1);
    assert.equal(await page.locator(".opening .problem").innerText(), "It is no title.");
    assert.equal(await page.locator(".notices .problem").innerText(), "b is bad.");
    assert.equal(await page.locator(".body .flagged").innerText(), "b");
    await page.locator(".others .problem").click();
    assert.deepEqual((await received("reveal")).range, PROBLEM.range);
    await preview.send({ type: "update", facts: { bodyProblems: [] } });
    await until("the mark is gone", async () => (await page.locator(".body .flagged").count()) === 0);
  });

  it("shows what is missing as missing", async () => {
    const parts = partsWith(["title", "image", "description", "date"], { text: "", isMissing: true });
    const { page } = await show("", { parts: parts.filter(({ role }) => role !== "topic" && role !== "lastMod") });
    assert.equal(await page.locator("h1").innerText(), "No title");
    assert.match(await page.locator(".featured").innerText(), /No featured image/);
    assert.match(await page.locator(".byline").first().innerText(), /no date/);
    assert.equal(await page.locator(".chips").count(), 0);
    assert.equal(await page.locator(".body.empty").count(), 1);
  });

  for (const [name, text, expected] of BODIES) {
    it(`shows ${name}`, async () => {
      await show(text);
      const shown = await body();
      assert.equal(name === "code" ? shown : shown.replace(/>\n+</g, "><"), expected.replace(/>\n+</g, "><"));
    });
  }

  it("leaves HTML out where Hugo does, and says why", async () => {
    const markup = { ...factsOf().markup, rawHtml: "omitted" };
    const { page } = await show("<p>a</p>\n\n*b* <b>c</b>\n\n<!-- d -->\n", { markup });
    assert.equal(await body(), '<p class="omitted">HTML that Hugo leaves out</p><p><em>b</em> c</p>');
    assert.match(
      await page.locator(".notice.warning").innerText(),
      /^3 pieces of HTML .* markup\.goldmark\.renderer\.unsafe/,
    );
    await preview.send({ type: "update", facts: { markup: { ...markup, rawHtml: "unknown" } } });
    await until("HTML shows", async () => (await body()).includes("<b>c</b>"));
    assert.match(await page.locator(".notice.information").innerText(), /No Hugo configuration/);
  });

  it("heeds goldmark's switches", async () => {
    const { markup } = factsOf();
    const off = { typographer: false, strikethrough: false, table: false, taskList: false, linkify: false };
    const options = { ...markup.options, ...off, hardWraps: true };
    await show('"a"\nb ~~c~~\n\n|a|\n|-|\n\n- [x] https://d.test\n', { markup: { ...markup, options } });
    assert.equal(await body(), '<p>"a"<br>\nb ~~c~~</p><p>|a|<br>\n|-|</p><ul>\n<li>[x] https://d.test</li>\n</ul>');
  });

  it("makes only the blocks anew that change", async () => {
    const text = "# A\n\nb\n\nc\n\nd\n";
    const { page } = await show(text);
    await page.evaluate(() => {
      for (const node of document.querySelectorAll(".body > *")) Object.assign(node, { isOld: true });
    });
    await preview.send({ type: "update", facts: {}, body: { length: text.length, start: 5, end: 5, text: "new\n\n" } });
    await until("the new block shows", async () => (await page.locator(".body > *").count()) === 5);
    const blocks = await page.evaluate(() =>
      [...document.querySelectorAll(".body > *")].map((node) => `${node.textContent} ${"isOld" in node}`),
    );
    assert.deepEqual(blocks, ["A true", "new false", "b true", "c true", "d true"]);
  });

  it("makes only the blocks anew that change in an element that holds all", async () => {
    const text = `<div class="all">\n${Array.from({ length: 30 }, (_, index) => `<p>${index}</p>\n`).join("")}</div>\n`;
    const { page } = await show(text);
    await page.evaluate(() => {
      for (const node of document.querySelectorAll(".body p")) Object.assign(node, { isOld: true });
    });
    const at = text.indexOf("7</p>");
    await preview.send({ type: "update", facts: {}, body: { length: text.length, start: at, end: at + 1, text: "x" } });
    await page.locator(".body > .all > p", { hasText: "x" }).waitFor();
    const fresh = await page.evaluate(() =>
      [...document.querySelectorAll(".body > .all > p")]
        .filter((node) => !("isOld" in node))
        .map((node) => node.textContent),
    );
    assert.deepEqual(fresh, ["x"]);
    await page.locator(".body p", { hasText: "29" }).dblclick();
    assert.equal((await received("reveal")).range.start.line, 70 + 1 + 29);
  });

  it("asks for everything when it has lost count", async () => {
    await show("abc\n");
    const before = (await all("ready")).length;
    await preview.send({ type: "update", facts: {}, body: { length: 99, start: 0, end: 0, text: "x" } });
    await until("it asks", async () => (await all("ready")).length > before);
    await preview.send(firstUpdate("All of it\n"));
    await until("it has it", async () => (await body()) === "<p>All of it</p>");
    assert.equal((await all("ready")).length, before + 1);
  });

  it("shows images of the workspace, wherever they lie, and none of the web", async () => {
    const image = { type: "image/png", body: PNG };
    const files = { "/site/a.png": image, "/static/img/b.png": image };
    const text = "![a](a.png) ![b](/img/b.png) ![c](https://web.test/c.png) ![d](img/b.png)\n";
    const { page, asked } = await show(text, {}, { files });
    const widths = () =>
      page.evaluate(() => [...document.images].filter((one) => one.closest(".body")).map((one) => one.naturalWidth));
    await until("all show", async () => (await widths()).join() === "1,1,1");
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(ORIGIN)),
      [],
    );
    assert.equal(await page.locator(".blocked-image").innerText(), "Image on the web: c");
    await page.locator(".notice-action").click();
    await received("allowRemoteImages");
  });

  it("shows cards, search result and social card with what is cut there", async () => {
    const { page } = await show("a\n", { parts: partsWith(["title"], { text: "Long ".repeat(15).trim() }) });
    for (const [tab, heading] of [
      ["list", ".card h2"],
      ["search", ".search-title"],
      ["social", ".social-card h3"],
    ]) {
      await choose(tab ?? "");
      await page.locator(heading ?? "").waitFor();
      assert.equal(await page.locator(".article").isVisible(), false);
    }
    assert.match(await page.locator(".social-page .length.long").innerText(), /74 of about 70 characters[\s\S]*cut/);
    await page.locator(".social-page .length.long").click();
    await received("reveal");
    // Arrow keys go from tab to tab, and from the last to the first.
    await page.locator("#curated-content-toolbar button[data-value=social]").focus();
    await page.keyboard.press("ArrowRight");
    await page.locator(".article").waitFor();
  });

  it("is light, dark, narrow and wide as chosen, and remembers it", async () => {
    const { page } = await show("a\n", {}, { classes: "vscode-dark" });
    const paper = () => page.locator(".article").evaluate((article) => getComputedStyle(article).backgroundColor);
    await choose("light");
    assert.equal(await paper(), "rgb(255, 255, 255)");
    await choose("dark");
    assert.equal(await paper(), "rgb(24, 32, 38)");
    const wide = (await page.locator(".sheet").boundingBox())?.width ?? 0;
    await choose("narrow");
    const narrow = (await page.locator(".sheet").boundingBox())?.width ?? 0;
    assert.ok(narrow === 390 && wide > 800, `${narrow} and ${wide}`);
    await page.screenshot({ path: path.join(artifactsDir, "page/narrow-dark.png") });
    const remembered = await page.evaluate(() => /** @type {any} */ (window).remembered);
    assert.deepEqual(remembered, { tab: "page", scheme: "dark", width: "narrow", uri: "file:///site/article.md" });
  });

  it("goes to the line of the editor, and says its own when somebody scrolls, but not what it did itself", async () => {
    const text = Array.from({ length: 200 }, (_, index) => `Paragraph ${index}\n\n`).join("");
    const { page } = await show(text);
    const top = () => page.evaluate(() => scrollY);
    await preview.send({ type: "scroll", line: 70 + 200 });
    await until("it has gone there", async () => {
      const box = await page.locator(".body p", { hasText: "Paragraph 100" }).boundingBox();
      return box && box.y > 20 && box.y < 60;
    });
    assert.deepEqual(await all("scrolled"), []);
    await page.mouse.move(400, 400);
    await page.mouse.wheel(0, 600);
    await until("it says where it is", async () =>
      (await all("scrolled")).some(({ line }) => line > 275 && line < 320),
    );
    await preview.send({ type: "scroll", line: 0 });
    await until("it is at the top", async () => (await top()) === 0);
  });

  it("shows the fact on the line of the cursor", async () => {
    const { page } = await show("a\n", { line: 9 });
    await preview.send({ type: "cursor", line: 9 });
    await until("it shows", async () => (await page.locator("h1 .at-cursor").count()) === 1);
    await preview.send({ type: "cursor", line: 10 });
    await until("it is gone", async () => (await page.locator(".at-cursor").count()) === 0);
  });

  it("keeps the fact in sight that is edited, and does not say that it went there", async () => {
    const text = Array.from({ length: 60 }, (_, index) => `Paragraph ${index}\n\n`).join("");
    const { page } = await show(text, { line: 9 });
    const isSeen = async () => ((await page.locator("h1").boundingBox())?.y ?? -1) > 30;
    await preview.send({ type: "scroll", line: 130 });
    await until("the title is out of sight", async () => !(await isSeen()));
    await preview.send({ type: "cursor", line: 9 });
    await until("the title is in sight", isSeen);
    await preview.send({ type: "scroll", line: 60 });
    await preview.send({ type: "cursor", line: 9 });
    assert.equal(await isSeen(), true);
    assert.deepEqual(await all("scrolled"), []);
    await preview.send({ type: "scroll", line: 130 });
    await until("the text is followed again", async () => !(await isSeen()));
  });

  it("leads from a paragraph to its line, and from a link to where that leads", async () => {
    const { page } = await show("a\n\nb\n\n[c](/communities/) d[^1]\n\n[^1]: e\n");
    await page.locator(".body p", { hasText: "b" }).first().dblclick();
    assert.equal((await received("reveal")).range.start.line, 72);
    await page.locator(".body a", { hasText: "c" }).first().click();
    assert.equal((await received("open")).target, "/communities/");
    await page.locator(".body sup a").click();
    assert.equal((await all("open")).length, 1);
    assert.deepEqual(preview.ran, []);
  });

  it("wears the site's own style sheet, and keeps its own tabs", async () => {
    const css = "h1 { color: rgb(1, 2, 3) } * { font-size: 30px } button { display: none }";
    const files = { "/site/site.css": { type: "text/css", body: css } };
    const { page } = await show("a\n", { styles: [`${ORIGIN}/site/site.css`] }, { files });
    const colour = () => page.locator("h1").evaluate((heading) => getComputedStyle(heading).color);
    await until("it counts", async () => (await colour()) === "rgb(1, 2, 3)");
    assert.equal(await page.locator("#curated-content-toolbar button[data-value=list]").isVisible(), true);
    await preview.send({ type: "update", facts: { styles: [] } });
    await until("it is gone", async () => (await colour()) !== "rgb(1, 2, 3)");
  });

  it("says so where there is no article", async () => {
    const { page } = await show("a\n");
    await preview.send({ type: "nothing" });
    await page.locator(".nothing").waitFor();
    assert.equal(await page.locator(".article").isVisible(), false);
  });
});
