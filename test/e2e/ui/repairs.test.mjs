/** What an author sees of faults in dates, topics, the body and the image, and how they are put right. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as ui from "../host/editorFeatures.mjs";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

/** A sound article of the sample site, to which faults are added. */
const name = "b2f14c73-ae8d-5f15-a8a3-cb6a744e6831";

describe("An article with a date, a topic and a body at fault", function () {
  this.timeout(120_000);
  keepPictures();

  /** @type {import("../host/workbench.mjs").Workbench} */
  let workbench;
  /** @type {string} */
  let file;
  /** @type {string} */
  let sound;

  before(async () => {
    const { brokenArticle } = theWindow();
    ({ workbench } = theWindow());
    file = path.join(path.dirname(brokenArticle), `${name}.md`);
    sound = fs.readFileSync(file, "utf8");
    const faulty = sound
      .replace(/^date: .*/m, "date: 2022/01/18 16:45:10+01:00")
      .replace(/^contentCategories:/m, "- 'Medigy: Telehealth'\n$&")
      .concat('\n<p onclick="track()">Read on.</p>\n');
    fs.writeFileSync(file, faulty);
    await workbench.openFile(`${name}.md`);
  });

  after(() => workbench.discard());

  it("is quiet below a comment that disables the rule", async () => {
    await workbench.moveToEndOf(file, /^date: /);
    await until("the date is squiggled", async () => (await ui.countSquiggles(workbench, "error")) > 0);
    const titles = await ui.quickFixes(workbench);
    const disabling = titles.map((title) => title.startsWith("Disable "));
    assert.deepEqual(
      disabling,
      disabling.toSorted(),
      `Something is offered below what disables:\n${titles.join("\n")}`,
    );
    await workbench.screenshot("quick-fixes-of-a-date");
    await ui.applyQuickFix(workbench, "Disable `unparsable-date` for this line");
    await workbench.waitForText(/^# curated-content-disable-next-line unparsable-date\ndate: /m);
    await until("the squiggle goes", async () => (await ui.countSquiggles(workbench, "error")) === 0);
    await workbench.screenshot("disabled-for-a-line");
    await workbench.undo(/^contentCategories: .*\ndate: /m);
  });

  it("has its date repaired by Ctrl+.", async () => {
    await workbench.moveToEndOf(file, /^date: /);
    const [repair = ""] = await ui.quickFixes(workbench);
    await ui.applyQuickFix(workbench, repair);
    await workbench.waitForText(/^date: 2022-01-18 16:45:10\+01:00$/m);
  });

  it("shows an event handler in its body", async () => {
    await workbench.moveToEndOf(file, /onclick/);
    await until("`onclick` is squiggled", async () => (await ui.countSquiggles(workbench, "warning")) > 0);
    await workbench.screenshot("event-handler");
  });

  it("has all of it repaired on save, and the text of the topics follows the topics", async () => {
    await workbench.save();
    const saved = fs.readFileSync(file, "utf8");
    assert.match(saved, /^<p>Read on\.<\/p>$/m);
    assert.match(saved, /medigyTopics: '[^']*"Medigy:\s+Telehealth"\]'$/m);
  });

  it("follows its image when that is replaced", async () => {
    const image = path.join(path.dirname(file), `${name}-featuredImage.png`);
    const other = path.join(path.dirname(file), "ea15bcd2-9e0c-565c-8cec-7e0b4bb38723-featuredImage.png");
    const bytes = fs.readFileSync(image);
    await workbench.moveToEndOf(file, /^ {2}- 320$/);
    await until("no squiggle is left", async () => (await ui.countSquiggles(workbench, "warning")) === 0);
    fs.copyFileSync(other, image);
    await until("the size is squiggled", async () => (await ui.countSquiggles(workbench, "warning")) > 0);
    await workbench.screenshot("image-replaced");
    fs.writeFileSync(image, bytes);
    await until("the squiggle goes", async () => (await ui.countSquiggles(workbench, "warning")) === 0);
  });
});
