/** Articles that are prepared in an OpenProject: the token, the new article, and what has changed since. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as http from "node:http";
import * as path from "node:path";
import * as ui from "../host/editorFeatures.mjs";
import * as ask from "../host/questions.mjs";
import * as changes from "../host/refactorings.mjs";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

/** @typedef {import("../host/workbench.mjs").Workbench} Workbench */

const SET_TOKEN = "Curated Content: Set OpenProject Token…";
const TOKEN = "an API token";

const WORK_PACKAGE = {
  _type: "WorkPackage",
  id: 99127,
  subject: "Badges: a Report",
  description: { format: "markdown", raw: "Badges are lost.", html: "<p>Badges are lost.</p>" },
  customField3: "https://secure-care.example/badges",
  customField4: "Gartner: Cybersecurity",
  _links: { author: { title: "Dana Lee" }, schema: { href: "/api/v3/work_packages/schemas/2-7" } },
};

const SCHEMA = { _type: "Schema", customField3: { name: "Source URL" }, customField4: { name: "Medigy topics" } };

/** What an OpenProject with one work package answers to whoever has the token; by path. */
const ANSWERS = new Map([
  [`/api/v3/work_packages/${WORK_PACKAGE.id}`, WORK_PACKAGE],
  ["/api/v3/work_packages/schemas/2-7", SCHEMA],
]);

/** Serves an OpenProject on a free port of this machine. */
async function serveOpenProject() {
  const authorization = `Basic ${Buffer.from(`apikey:${TOKEN}`).toString("base64")}`;
  const server = http.createServer((request, response) => {
    const isLetIn = request.headers.authorization === authorization;
    const found = ANSWERS.get(request.url ?? "");
    const resource = isLetIn && found !== undefined ? found : { _type: "Error", message: "You need to log in." };
    response
      .writeHead(isLetIn ? (found === undefined ? 404 : 200) : 401, { "content-type": "application/hal+json" })
      .end(JSON.stringify(resource));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}`, server };
}

describe("A work package", function () {
  this.timeout(180_000);
  keepPictures(() => window);

  /** @type {Workbench} a window whose user has named an OpenProject */
  let window;
  /** @type {Awaited<ReturnType<typeof serveOpenProject>>} */
  let openProject;
  /** @type {string} */
  let section;
  /** @type {string} a saved work package */
  let saved;
  /** @type {readonly string[]} */
  let sound;

  const added = () => fs.readdirSync(section).filter((name) => !sound.includes(name));
  const article = () => path.join(section, added()[0] ?? "?");

  before(async () => {
    const { folder, configure, openAnother } = theWindow();
    section = path.join(folder, "content/communities/privacy-security/curated-news");
    sound = fs.readdirSync(section);
    saved = path.join(path.dirname(folder), "work-package.json");
    openProject = await serveOpenProject();
    // A repair on save would agree to all changes.
    configure({ "curatedContent.openProject.url": openProject.url, "editor.codeActionsOnSave": {} });
    window = await openAnother(folder);
  });

  after(async () => {
    theWindow().configure({});
    await window?.page.close();
    openProject?.server.closeAllConnections();
    openProject?.server.close();
    for (const name of added()) fs.rmSync(path.join(section, name));
    fs.rmSync(saved, { force: true });
  });

  it("is read of an OpenProject, which is to be named first", async () => {
    const { workbench } = theWindow();
    await workbench.command(SET_TOKEN);
    const told = await ui.notice(workbench, /Say first where your OpenProject is\./);
    await workbench.screenshot("token-without-openproject");
    await told.locator(".monaco-button", { hasText: "Open Settings" }).first().click();
    const setting = workbench.page.locator('.settings-editor [data-key="curatedContent.openProject.url"]').first();
    await setting.waitFor({ timeout: 20_000 });
    await workbench.screenshot("setting-of-the-openproject");
    await ui.closeSettings(workbench);
  });

  it("is not shown without a token, which is asked for and not shown either", async () => {
    await begin("Curated Content: New Article from Work Package…");
    const told = await ui.notice(window, /OpenProject does not take your token.*You need to log in/);
    await window.screenshot("work-package-without-token");
    await told.locator(".monaco-button", { hasText: "Set Token…" }).first().click();
    await ask.question(window, /Token for http:/);
    await ask.write(window, TOKEN);
    const field = window.page.locator(".quick-input-widget:visible .monaco-inputbox input").first();
    assert.equal(await field.getAttribute("type"), "password");
    await window.screenshot("token");
    await ask.confirm(window, /Token for/);
  });

  it("becomes an article, whose author is asked what it leaves open", async () => {
    await begin("Curated Content: New Article from Work Package…");
    await ask.question(window, /For which community\?/);
    await ask.choose(window, "Privacy & Security");
    await ask.question(window, /The address of the page/);
    assert.equal(await ask.written(window), WORK_PACKAGE.customField3);
    await ask.confirm(window, /The address of the page/);
    await ask.question(window, /Its title/);
    assert.equal(await ask.written(window), WORK_PACKAGE.subject);
    await window.screenshot("work-package-title");
    await ask.confirm(window, /Its title/);
    await ask.confirm(window, /Its description/);
    await ask.confirm(window, /Topics, the most/);
    await ask.question(window, /Its image/);
    await ask.choose(window, "No image yet");
    await until("the article is there", async () => added().length === 1);
    await window.waitForEditor(path.basename(article()));
    await window.screenshot("article-of-a-work-package");
    const lines = fs.readFileSync(article(), "utf8").split("\n");
    for (const line of ["id: 99127", "title: 'Badges: a Report'", "description: Badges are lost.", "- Dana Lee"])
      assert.ok(lines.includes(line), `${line} is not in\n${lines.join("\n")}`);
  });

  it("refreshes its article by what has changed and was agreed to, and by nothing else", async () => {
    const before = fs.readFileSync(article(), "utf8");
    const later = { subject: "Badges: a Second Report", description: { raw: "Nothing an article takes again." } };
    fs.writeFileSync(saved, JSON.stringify({ ...WORK_PACKAGE, ...later, _embedded: { schema: SCHEMA } }));
    await window.command("Curated Content: Refresh from Work Package…");
    await ask.question(window, /Refresh from Work Package/);
    await ask.choose(window, "Read it from a file…");
    await ask.nameFile(window, "Refresh from Work Package", saved);
    const name = path.basename(article());
    const rows = await changes.previewedChanges(window);
    assert.equal(rows.length, 6, rows.join("\n"));
    await changes.tickChange(window, name, "ticked");
    await changes.tickChange(window, "aliases:", "unticked");
    await window.screenshot("refresh-from-work-package");
    await changes.applyChanges(window);
    await window.waitForEditor(name);
    await until("the article is refreshed", async () => {
      await window.save();
      return /^title: 'Badges: a Second Report'$/m.test(fs.readFileSync(article(), "utf8"));
    });
    const expected = before
      .replaceAll("Badges: a Report", "Badges: a Second Report")
      .replace("slug: secure-care-badges-a-report", "slug: secure-care-badges-a-second-report");
    assert.equal(fs.readFileSync(article(), "utf8"), expected);
    await window.screenshot("refreshed-from-work-package");
  });

  /** Runs a command and names the work package by its number. */
  async function begin(/** @type {string} */ command) {
    await window.command(command);
    await ask.question(window, /from Work Package/);
    await ask.choose(window, `Read it from ${openProject.url}`);
    await ask.question(window, /The number of the work package/);
    await ask.write(window, "#99127");
    await ask.confirm(window, /The number of the work package/);
  }
});
