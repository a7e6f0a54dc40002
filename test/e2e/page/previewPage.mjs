/**
 * The preview page in a browser of its own, without VS Code: its real script, style sheet and policy. Whatever it asks
 * the network for is answered here, and remembered.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { root } from "../host/project.mjs";

export const ORIGIN = "https://preview.test";

/** What a person is asked to see. */
const FILES = { "/dist/preview.js": "text/javascript", "/dist/preview.css": "text/css" };

/** @typedef {(webview: object, dist: string, remoteImages: string) => string} PageDocument */

/** @type {Promise<{ pageDocument: PageDocument }> | undefined} */
let loaded;

/** @returns {Promise<{ pageDocument: PageDocument }>} */
async function loadPageDocument() {
  const outfile = path.join(root, "out/e2e/page/pageDocument.mjs");
  await esbuild.build({
    entryPoints: [path.join(root, "client/src/preview/pageDocument.ts")],
    alias: { vscode: path.join(root, "test/e2e/page/vscode.mjs") },
    bundle: true,
    format: "esm",
    outfile,
    logLevel: "warning",
  });
  return import(pathToFileURL(outfile).href);
}

/**
 * @typedef {object} PreviewPage
 * @property {import("playwright-core").Page} page
 * @property {string[]} asked  all that was asked of the network but the page itself
 * @property {string[]} ran  what ran that should not, and where the page went
 * @property {string[]} violations  what only the policy held back
 * @property {(message: object) => Promise<void>} send  a message as the extension sends it
 * @property {() => Promise<any[]>} received  the messages to the extension
 */

/**
 * @param {import("playwright-core").Browser} browser
 * @param {{ remoteImages?: "blocked" | "loaded", files?: Record<string, { type: string, body: Buffer | string }>, classes?: string,
 *   viewport?: { width: number, height: number }, styles?: string, policy?: "its own" | "none" }} [options]
 *   `files` are those of the workspace, by their paths
 * @returns {Promise<PreviewPage>}
 */
export async function openPreview(browser, options = {}) {
  const {
    remoteImages = "blocked",
    files = {},
    classes = "vscode-light",
    viewport,
    styles = "",
    policy = "its own",
  } = options;
  loaded ??= loadPageDocument();
  const { pageDocument } = await loaded;
  const webview = { cspSource: ORIGIN, asWebviewUri: (/** @type {string} */ uri) => uri };
  const withPolicy = pageDocument(webview, `${ORIGIN}/dist`, remoteImages).replace(
    "<body>",
    `<body class="${classes}">`,
  );
  const html =
    policy === "its own" ? withPolicy : withPolicy.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  const context = await browser.newContext({ viewport: viewport ?? { width: 900, height: 900 }, deviceScaleFactor: 1 });
  const page = await context.newPage();
  /** @type {string[]} */
  const asked = [];
  /** @type {string[]} */
  const ran = [];
  /** @type {string[]} */
  const violations = [];
  await context.route("**/*", async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const type = FILES[/** @type {keyof typeof FILES} */ (pathname)];
    if (origin === ORIGIN && pathname === "/") return route.fulfill({ contentType: "text/html", body: html });
    if (origin === ORIGIN && type) {
      const body = fs.readFileSync(path.join(root, pathname), "utf8");
      return route.fulfill({ contentType: type, body: pathname.endsWith(".css") ? `${styles}${body}` : body });
    }
    asked.push(route.request().url());
    const file = origin === ORIGIN ? files[decodeURIComponent(pathname)] : undefined;
    if (file === undefined) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({ contentType: file.type, body: file.body });
  });
  await page.exposeFunction("pwned", (/** @type {string} */ what) => void ran.push(what));
  await page.exposeFunction("violated", (/** @type {string} */ what) => void violations.push(what));
  await page.addInitScript(() => {
    const scope = /** @type {any} */ (window);
    scope.sent = [];
    scope.acquireVsCodeApi = () => ({
      postMessage: (/** @type {unknown} */ message) => scope.sent.push(message),
      getState: () => scope.remembered,
      setState: (/** @type {unknown} */ state) => {
        scope.remembered = state;
      },
    });
    for (const name of ["alert", "confirm", "prompt", "print", "open"]) scope[name] = () => scope.pwned(name);
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      scope.violated(`${violatedDirective} ${blockedURI}`),
    );
  });
  page.on("dialog", async (dialog) => {
    ran.push(`dialog ${dialog.type()}`);
    await dialog.dismiss();
  });
  page.on("popup", (popup) => ran.push(`popup ${popup.url()}`));
  await page.goto(ORIGIN);
  await page.waitForFunction(() => /** @type {any} */ (window).sent.length > 0);
  page.on("framenavigated", (frame) => {
    // A frame that the policy kept empty went nowhere.
    if (!/^(?:chrome-error:|about:)/.test(frame.url())) ran.push(`navigation ${frame.url()}`);
  });
  return {
    page,
    asked,
    ran,
    violations,
    send: (message) => page.evaluate((data) => window.postMessage(data, "*"), message),
    received: () => page.evaluate(() => /** @type {any} */ (window).sent),
  };
}

const GOLDMARK = {
  definitionList: true,
  footnote: true,
  hardWraps: false,
  linkify: true,
  strikethrough: true,
  table: true,
  taskList: true,
  typographer: true,
};

/**
 * What the extension says of an article, for a text without faults.
 *
 * @param {Record<string, unknown>} [facts]
 */
export function factsOf(facts = {}) {
  const part = (/** @type {string} */ role, /** @type {string} */ key, /** @type {string} */ text, more = {}) => {
    const line = facts.line ?? 4;
    const range = { start: { line, character: 2 }, end: { line, character: 2 + text.length } };
    return { role, key, text, range, isMissing: false, problems: [], ...more };
  };
  return {
    uri: "file:///site/article.md",
    parts: [
      part("mastHead", "mastHead", "Chronic Care Management (CCM) CoP"),
      ...[
        "Home",
        "Communities",
        "Chronic Care Management (CCM)",
        "Curated News",
        "Weekly Phone Check-Ins Cut Readmissions",
      ].map((name, index) => part("crumb", `breadcrumbs.${index}`, name)),
      ...["/", "/communities/", "/communities/ccm/", "/communities/ccm/curated-news", "#"].map((link, index) =>
        part("crumbLink", `breadcrumbLinks.${index}`, link),
      ),
      part("title", "title", "Weekly Phone Check-Ins Cut Readmissions"),
      part("author", "author.0", "Tobias Grün"),
      part("author", "author.1", "Amara Nwosu"),
      part("brand", "link.brand", "care-journal.example", { target: "https://care-journal.example/a" }),
      part("link", "link.href", "https://care-journal.example/a", { target: "https://care-journal.example/a" }),
      part("date", "date", "2021-03-04T07:30:00Z"),
      part("lastMod", "lastMod", "2021-03-09T11:02:45Z"),
      part("topic", "communityTopics.0", "Medigy: Chronic Care Management (CCM)"),
      part("topic", "communityTopics.1", "Medigy: Telehealth"),
      part("image", "featuredImage.href", "calls.png", { size: [640, 360] }),
      part("imageAlt", "featuredImage.alt", "A nurse on the phone"),
      part(
        "description",
        "description",
        "A diabetes clinic that rang its patients once a week saw fewer of them return.",
      ),
    ],
    permalink: "/communities/ccm/curated-news/weekly-phone-check-ins/",
    site: { title: "Medigy Communities", baseUrl: "https://example.org/" },
    image: null,
    bodyLine: 70,
    bodyProblems: [],
    otherProblems: [],
    markup: { rawHtml: "shown", options: GOLDMARK },
    imageFolders: [`${ORIGIN}/site`, `${ORIGIN}/static`],
    assetRoots: 1,
    styles: [],
    remoteImages: "blocked",
    ...facts,
  };
}

/** The message that shows an article with a body, as the first of all. */
export function firstUpdate(/** @type {string} */ text, /** @type {Record<string, unknown>} */ facts = {}) {
  return { type: "update", facts: factsOf(facts), body: { length: 0, start: 0, end: 0, text } };
}
