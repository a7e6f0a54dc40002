/** Changes of a whole site: topics that become one, and a folder of articles that gets another name. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as ui from "../host/editorFeatures.mjs";
import * as ask from "../host/questions.mjs";
import * as changes from "../host/refactorings.mjs";
import { until } from "../host/workbench.mjs";
import { createWorkspace } from "../host/workspace.mjs";
import { keepPictures, theWindow } from "./window.mjs";

describe("A change of a whole site", function () {
  this.timeout(120_000);
  keepPictures(() => window);

  /** @type {import("../host/workbench.mjs").Workbench} a window for a site of its own */
  let window;
  /** @type {string} */
  let folder;

  const topics = () => path.join(folder, "data/topics.yaml");
  const communities = () => path.join(folder, "content/communities");

  before(async () => {
    const { folder: other, openAnother } = theWindow();
    folder = path.join(path.dirname(other), "changed");
    createWorkspace(folder);
    window = await openAnother(folder);
  });

  after(async () => {
    await window?.page.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it("merges a topic into another one, in the vocabulary and in its articles", async () => {
    await window.openFile("topics.yaml");
    await window.moveToEndOf(topics(), /label: Edge Computing$/);
    assert.equal(articlesWith("Gartner: Edge Computing").length, 1);
    await window.command("Curated Content: Merge Topic into…");
    await ask.question(window, /Merge “Gartner: Edge Computing” into….*The topic that is used instead/);
    await ask.write(window, "Gartner: Internet of Things");
    await window.screenshot("merge-topic");
    await ask.choose(window, "Gartner: Internet of Things (IoT)");
    await untilSaved(
      "vocabulary and article are changed",
      () =>
        !/label: Edge Computing$/m.test(fs.readFileSync(topics(), "utf8")) &&
        articlesWith("Gartner: Edge Computing").length === 0,
    );
    assert.match(fs.readFileSync(topics(), "utf8"), /altLabels: \[.*Edge Computing.*\]/);
    await window.screenshot("merged-topic");
  });

  it("deprecates a topic in favour of another one, and leaves its articles alone", async () => {
    await window.openFile("topics.yaml");
    await window.moveToEndOf(topics(), /label: Supply Chain$/);
    await window.command("Curated Content: Deprecate Topic in Favour of…");
    await ask.question(window, /Deprecate “HIMSS: Supply Chain” in favour of…/);
    await ask.write(window, "HIMSS: Leadership");
    await ask.choose(window, "HIMSS: Leadership & Governance");
    await window.waitForText(/label: Supply Chain\n(?:.*\n){0,4}? *replacedBy: .*HIMSS: Leadership & Governance/);
    await window.screenshot("deprecated-topic");
    await window.save();
  });

  it("shows what follows from a folder's new name before it is made", async () => {
    const old = path.join(communities(), "womens-childrens-health");
    const articles = fs.readdirSync(path.join(old, "curated-news")).filter((name) => /^[0-9a-f-]{36}\.md$/.test(name));
    // The Explorer shows the folders around the file that is open.
    await window.openFile(articles[0] ?? "?");
    await changes.rename(window, "womens-childrens-health", "families");
    assert.match(await ui.answer(window, "Show Preview"), /'Curated Content' wants to make refactoring changes/);
    const rows = await changes.previewedChanges(window);
    assert.ok(
      rows.some((row) => row.includes("replacing womens-childrens-health with families")),
      rows.join("\n"),
    );
    assert.ok(fs.existsSync(old), "It has its new name before that was agreed to.");
    await window.screenshot("refactor-preview");
    await changes.applyChanges(window);
    const moved = path.join(communities(), "families/curated-news");
    await untilSaved("the articles follow", () =>
      articles.every((name) =>
        /^basePath: \/communities\/families\/curated-news\/$/m.test(fs.readFileSync(path.join(moved, name), "utf8")),
      ),
    );
    assert.ok(!fs.existsSync(old));
    await window.screenshot("renamed-folder");
  });

  it("renames a community's folder where its slug gets another name, once, after it was shown, and takes it back", async () => {
    const [old, now] = ["privacy-security", "data-safety"];
    const name = "02e2350b-c800-580d-930b-26d4bfecf789.md";
    const before = fs.readFileSync(path.join(communities(), old, "curated-news", name), "utf8");
    const list = path.join(folder, "data/communities.yaml");
    const listed = fs.readFileSync(list, "utf8");
    await window.openFile("communities.yaml");
    await window.moveToEndOf(list, /slug: privacy-security$/);
    await changes.renameSymbol(window, now);
    const rows = await changes.previewedChanges(window);
    assert.ok(
      rows.some((row) => row.includes(now)),
      rows.join("\n"),
    );
    await window.screenshot("slug-preview");
    await changes.applyChanges(window);
    const moved = path.join(communities(), now, "curated-news", name);
    await untilSaved(
      "the folder has its new name",
      () => fs.existsSync(moved) && fs.readFileSync(list, "utf8") !== listed,
    );
    assert.ok(!fs.existsSync(path.join(communities(), old)));
    assert.equal(fs.readFileSync(list, "utf8"), listed.replace(`slug: ${old}`, `slug: ${now}`));
    const after = before
      .replaceAll(`communities/${old}`, `communities/${now}`)
      .replaceAll(`medigy-${old}`, `medigy-${now}`);
    await untilSaved("its articles follow", () => fs.readFileSync(moved, "utf8") !== before);
    assert.equal(fs.readFileSync(moved, "utf8"), after);
    await window.screenshot("renamed-slug");
    await window.undo(/slug: privacy-security/);
    const back = path.join(communities(), old, "curated-news", name);
    await untilSaved("one undo takes it back", () => fs.existsSync(back) && fs.readFileSync(back, "utf8") === before);
    await untilSaved("the list, too", () => fs.readFileSync(list, "utf8") === listed);
    assert.ok(!fs.existsSync(path.join(communities(), now)));
  });

  /** Saves what is changed, also in files that VS Code opens only because of that, until something is true. */
  function untilSaved(/** @type {string} */ what, /** @type {() => boolean} */ isTrue) {
    return until(
      what,
      async () => {
        if (isTrue()) return true;
        if ((await window.page.locator(".tab.dirty").count()) > 0) await window.command("File: Save All");
        return false;
      },
      60_000,
    );
  }

  function articlesWith(/** @type {string} */ topic) {
    return fs
      .readdirSync(communities(), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .filter((name) => fs.readFileSync(path.join(communities(), name), "utf8").includes(`- '${topic}'`));
  }
});
