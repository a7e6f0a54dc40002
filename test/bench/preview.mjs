// Measures how long a key takes until the preview page shows it, in a long article. See README.md.
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { changeBetween } from "../../out/client/src/preview/changes.js";
import { launchBrowser } from "../e2e/host/browser.mjs";
import { factsOf, firstUpdate, openPreview } from "../e2e/page/previewPage.mjs";
import { ourServer } from "./contestants.mjs";
import { withServer } from "./lspClient.mjs";
import { OpenDocument } from "./openDocument.mjs";
import { article, projectRoot } from "./sample.mjs";
import { percentile } from "./statistics.mjs";

const { values: options } = parseArgs({ options: { edits: { type: "string", default: "100" } } });

const SENTENCE = "The nurses called every patient once a week & wrote down what they said, word for word. ";

/** Bodies of 200 KB, as people write them and as programs do. */
const BODIES = {
  Markdown: repeat(
    (index) =>
      `## Part ${index}\n\n${SENTENCE.repeat(3)}\n\n- *One* [thing](https://care.example/${index})\n- Another\n\n> ${SENTENCE}\n\n`,
  ),
  "HTML, an element a line": repeat((index) => `<h2>Part ${index}</h2>\n<p>${SENTENCE.repeat(4)}<em>x</em></p>\n`),
  "HTML, all in one line": repeat(
    (index) => `<p>${SENTENCE.repeat(4)}<a href="https://care.example/${index}">x</a></p>`,
  ),
  "HTML, all in one element": `<div>\n${repeat((index) => `<p>${SENTENCE.repeat(4)}<b>${index}</b></p>\n`)}</div>\n`,
  "HTML with images": repeat((index) => `<p>${SENTENCE.repeat(3)}<img src="a${index % 7}.png" alt="x"></p>\n`),
};

const frontMatter = article.slice(0, article.indexOf("\n---\n") + "\n---\n".length);
const browser = await launchBrowser();
console.log(
  `load ${loadavg()
    .map((value) => value.toFixed(2))
    .join(" ")} at the start`,
);
console.log("200 KB body: key → shown, ms p50 / p95 (server; page; CPU of the page)");
for (const [name, body] of Object.entries(BODIES)) {
  const times = await measure(body);
  const of = (/** @type {(time: Time) => number} */ part) =>
    [50, 95].map((percent) => percentile(times.map(part), percent).toFixed(1)).join(" / ");
  const wholeOf = ({ server, page }) => server + page;
  const whole = percentile(times.map(wholeOf), 95);
  const verdict = whole < 100 ? "ok" : "over";
  console.log(
    `${name}: ${of(wholeOf)} (${of((time) => time.server)}; ${of((time) => time.page)}; CPU ${of((time) => time.cpu)}) p95 < 100: ${verdict}`,
  );
}
await browser.close();

/**
 * @typedef {object} Time
 * @property {number} server  from the change until the answer
 * @property {number} cpu  what the page's thread works for it
 * @property {number} page  from the answer until it is painted, what the extension works out included
 */

/**
 * @param {string} body
 * @returns {Promise<Time[]>}
 */
async function measure(body) {
  /** @type {Time[]} */
  const times = [];
  const contestant = {
    ...ourServer({ serverPath: `${projectRoot}dist/server.js`, profileFolder: undefined }),
    text: frontMatter + body,
  };
  await withServer(contestant, async (client) => {
    const document = new OpenDocument(client, contestant.text);
    const ask = () => client.request("curatedContent/preview", { textDocument: { uri: document.uri } });
    await ask();
    const { page, send } = await openPreview(browser);
    await send(firstUpdate(body));
    await page.waitForFunction(() => document.querySelectorAll(".body p").length > 0, undefined, { timeout: 30_000 });
    await page.evaluate(installStopwatch);
    const devTools = await page.context().newCDPSession(page);
    // What the page's thread has worked, whatever else the machine does.
    await devTools.send("Performance.enable", { timeDomain: "threadTicks" });
    const worked = async () => {
      const { metrics } = await devTools.send("Performance.getMetrics");
      return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
    };
    let shown = body;
    const rounds = Number(options.edits);
    for (let round = -10; round < rounds; round++) {
      // Somewhere in a sentence, each time elsewhere.
      const at = shown.indexOf("patient", Math.floor(((round + 10) / (rounds + 10)) * shown.length * 0.95));
      const start = performance.now();
      document.edit(frontMatter.length + at, frontMatter.length + at, "x");
      const answer = await ask();
      const answered = performance.now();
      if (answer.body.start.line === 0) throw new Error("The server does not know where the body is.");
      const next = document.text.slice(frontMatter.length);
      const change = changeBetween(shown, next);
      shown = next;
      const prepared = performance.now() - answered;
      const before = await worked();
      const painted = await page.evaluate(
        (/** @type {object} */ message) => /** @type {any} */ (window).painted(message),
        { type: "update", facts: { bodyProblems: factsOf().bodyProblems }, body: change },
      );
      if (round >= 0) {
        times.push({ server: answered - start, page: prepared + painted, cpu: prepared + (await worked()) - before });
      }
    }
    if (!(await page.locator(".body").innerText()).includes("xpatient"))
      throw new Error("The page does not show the edits.");
    await page.context().close();
  });
  return times;
}

/** In the page: from a message until the browser has painted what came of it. */
function installStopwatch() {
  const done = new MessageChannel();
  /** @type {any} */ (window).painted = (/** @type {object} */ message) =>
    new Promise((resolve) => {
      const start = performance.now();
      done.port1.onmessage = () => resolve(performance.now() - start);
      addEventListener("message", () => requestAnimationFrame(() => done.port2.postMessage(0)), { once: true });
      postMessage(message, "*");
    });
}

function repeat(/** @type {(index: number) => string} */ part) {
  let text = "";
  for (let index = 0; text.length < 200 * 1024; index++) text += part(index);
  return text;
}
