/** New articles: asked for step by step, with a way back, and written. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as ui from "../host/editorFeatures.mjs";
import * as ask from "../host/questions.mjs";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

const NEW_ARTICLE = "Curated Content: New Article…";
const SOURCE = "https://secure-care.example/incidents/locks";

describe("A new article", function () {
  this.timeout(120_000);
  keepPictures();

  /** @type {import("../host/workbench.mjs").Workbench} */
  let workbench;
  /** @type {string} */
  let folder;
  /** @type {string} */
  let section;
  /** @type {string[]} */
  let before_;
  /** @type {string} */
  let topics;

  const files = () => fs.readdirSync(section);
  const added = () => files().filter((name) => !before_.includes(name));

  before(() => {
    ({ workbench, folder } = theWindow());
    section = path.join(folder, "content/communities/privacy-security/curated-news");
    before_ = files();
    topics = fs.readFileSync(path.join(folder, "data/topics.yaml"), "utf8");
  });

  afterEach(async () => {
    await until("no question is left", async () => {
      if (!(await ask.isAsking(workbench))) return true;
      await workbench.press("Escape");
      return false;
    });
  });

  after(async () => {
    await workbench.command("View: Close Editor");
    for (const name of added()) fs.rmSync(path.join(section, name));
    fs.writeFileSync(path.join(folder, "data/topics.yaml"), topics);
  });

  it("asks step by step, and whoever goes back finds what they answered", async () => {
    await workbench.command(NEW_ARTICLE);
    await ask.question(workbench, /New Article \(1\/5\).*For which community\?/);
    await workbench.screenshot("new-article-community");
    await ask.choose(workbench, "Privacy & Security");
    await ask.question(workbench, /\(2\/5\).*The address of the page/);
    await ask.write(workbench, "secure-care.example");
    await workbench.press("Enter");
    await ask.question(workbench, /A web address such as/);
    await workbench.screenshot("new-article-source-refused");
    await ask.write(workbench, SOURCE);
    await ask.confirm(workbench, /The address of the page/);
    await ask.question(workbench, /\(3\/5\).*Its title/);
    await ask.goBack(workbench);
    await ask.question(workbench, /\(2\/5\)/);
    assert.equal(await ask.written(workbench), SOURCE);
    await ask.confirm(workbench, /The address of the page/);
    await ask.write(workbench, "Locks: What a Hospital Learned");
    await ask.confirm(workbench, /Its title/);

    await ask.question(workbench, /\(4\/5\).*Topics, the most/);
    const offered = await ask.choices(workbench);
    assert.ok(
      offered.some((label) => label.includes("Cybersecurity")),
      offered.join("\n"),
    );
    await workbench.screenshot("new-article-topics");
    await ask.write(workbench, "gartner: cyb");
    await workbench.screenshot("new-article-topic-with-scheme");
    await ask.choose(workbench, "Cybersecurity");
    await ask.write(workbench, "Locksm");
    await workbench.screenshot("new-article-topics-offered");
    await ask.write(workbench, "Gartner: Locksmithing");
    await ask.choose(workbench, "Gartner: Locksmithing");
    await workbench.screenshot("new-article-topic-added");
    await ask.confirm(workbench, /Topics, the most/);

    await ask.question(workbench, /\(5\/5\).*Its image/);
    await workbench.screenshot("new-article-image");
    await ask.choose(workbench, "No image yet");
    const [name = ""] = await until("the article is there", async () => added().length > 0 && added());
    await workbench.waitForEditor(name);
    await workbench.waitForText(/^author:\n- ''$/m);
    await workbench.screenshot("new-article-written");
    const text = fs.readFileSync(path.join(section, name), "utf8");
    assert.match(text, /^communityTopics:\n- '.*: Cybersecurity.*'\n- 'Gartner: Locksmithing'\n/m);
    await workbench.focusEditor();
    await workbench.type("Ada");
    await workbench.waitForText(/^- 'Ada'$/m);
    await until("the vocabulary has the topic", async () =>
      fs.readFileSync(path.join(folder, "data/topics.yaml"), "utf8").includes("label: Locksmithing"),
    );
  });

  it("is not written twice: the one that is there is opened", async () => {
    await workbench.save();
    await workbench.command(NEW_ARTICLE);
    await ask.question(workbench, /For which community\?/);
    await ask.choose(workbench, "Privacy & Security");
    await ask.question(workbench, /The address of the page/);
    await ask.write(workbench, `${SOURCE}/?utm_source=mail`);
    await ask.confirm(workbench, /The address of the page/);
    await ask.question(workbench, /There is such an article already/);
    await workbench.screenshot("new-article-there-already");
    await ask.choose(workbench, "Open “Locks: What a Hospital Learned”");
    const [name = ""] = added();
    await workbench.waitForEditor(name);
    assert.equal(added().length, 1);
  });

  it("takes an image that is picked, and is taken back by one undo", async () => {
    await workbench.command(NEW_ARTICLE);
    await ask.question(workbench, /For which community\?/);
    await ask.choose(workbench, "Privacy & Security");
    await ask.question(workbench, /The address of the page/);
    await ask.write(workbench, `${SOURCE}/again`);
    await ask.confirm(workbench, /The address of the page/);
    await ask.question(workbench, /Its title/);
    await ask.write(workbench, "Locks Again");
    await ask.confirm(workbench, /Its title/);
    await ask.confirm(workbench, /Topics, the most/);
    await ask.question(workbench, /Its image/);
    const before = files();
    await ask.choose(workbench, "Pick a file");
    await ask.question(workbench, /Image of the article/);
    await workbench.screenshot("new-article-image-picked");
    const picture = path.join(section, "02e2350b-c800-580d-930b-26d4bfecf789-featuredImage.jpg");
    await ask.nameFile(workbench, "Image of the article", picture);
    const names = await until("article and image are there", async () => {
      const found = files().filter((name) => !before.includes(name));
      return found.length === 2 && found;
    });
    const [name = "", image] = names.toSorted((a, b) => a.length - b.length);
    assert.equal(image, name.replace(/\.md$/, "-featuredImage.jpg"));
    await workbench.waitForEditor(name);
    assert.match(
      fs.readFileSync(path.join(section, name), "utf8"),
      / {2}format: JPEG\n[\s\S]* {2}size:\n {2}- 640\n {2}- 260\n/,
    );
    await until("both are gone", async () => {
      if (files().length === before.length) return true;
      await workbench.focusEditor();
      await workbench.press("Control+Z");
      await new Promise((done) => setTimeout(done, 1000));
      return false;
    });
  });

  it("is offered among new files and for folders", async () => {
    await workbench.command("Create: New File...");
    const offered = await until("new files are offered", async () => {
      const labels = await ask.choices(workbench);
      return labels.some((label) => label.includes("Curated Article") || label.includes("New Article")) && labels;
    });
    assert.ok(offered.length > 1);
    await workbench.screenshot("new-article-among-new-files");
    await workbench.press("Escape");
    // Its folder may be out of sight, below those that are open.
    await workbench.command("File: Focus on Files Explorer");
    await workbench.press("End");
    await workbench.page
      .locator(".explorer-folders-view .monaco-list-row", { hasText: "womens-childrens-health" })
      .first()
      .click({ button: "right" });
    const entry = workbench.page.locator(".monaco-menu .action-label", { hasText: "New Article…" }).first();
    await entry.waitFor();
    await workbench.screenshot("new-article-for-a-folder");
    await entry.click();
    await ask.question(workbench, /New Article \(1\/4\).*The address of the page/);
    await workbench.press("Escape");
    await ui.focusSiteTree(workbench);
    await ui.chooseInTree(workbench, /^Chronic Care Management.*, community/);
    const row = workbench.page.locator(".tree-explorer-viewlet-tree-view .monaco-list-row.focused");
    await row.locator('.action-label[aria-label^="New Article"]').first().click();
    await ask.question(workbench, /New Article \(1\/4\).*The address of the page/);
    await workbench.screenshot("new-article-in-the-tree");
  });
});
