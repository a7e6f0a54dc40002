/** What the keeper of a site sees in `curated-content.yaml`, and what authors see of it. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as ui from "../host/editorFeatures.mjs";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

describe("The configuration of a site", function () {
  this.timeout(120_000);
  keepPictures();

  const name = "curated-content.yaml";
  const article = "60d1ac09-8eaa-5d57-83f7-47bb52532b5e.md";

  /** @type {import("../host/workbench.mjs").Workbench} */
  let workbench;
  /** @type {string} */
  let file;

  before(async () => {
    const { folder, brokenArticle } = theWindow();
    ({ workbench } = theWindow());
    file = path.join(folder, name);
    fs.writeFileSync(file, "# What this site expects of its articles.\n\n");
    const articleFile = path.join(path.dirname(brokenArticle), article);
    const text = fs.readFileSync(articleFile, "utf8");
    fs.writeFileSync(articleFile, text.replace(/^contentCategories:/m, "- 'Medigy: Knitting'\n$&"));
    await workbench.openFile(article);
    await until("the unknown topic is told", async () => (await ui.problems(workbench)).some(isUnknownTopic));
    await workbench.openFile(name);
  });

  after(() => workbench.discard());

  it("suggests keys, rules and severities while it is typed", async () => {
    await workbench.moveTo(2);
    await workbench.type("ru");
    await ui.acceptSuggestion(workbench, "rules");
    await workbench.waitForText(/^rules:\n {2}$/m);
    assert.ok((await ui.suggestions(workbench)).includes("body-empty"));
    await workbench.screenshot("configuration-rules");
    await workbench.type("unk");
    await ui.acceptSuggestion(workbench, "unknown-topic");
    const severities = await ui.suggestions(workbench);
    assert.deepEqual([...severities].sort(), ["error", "hint", "information", "off", "warning"]);
    await workbench.screenshot("configuration-severities");
    await ui.acceptSuggestion(workbench, "off");
    await workbench.waitForText(/^ {2}unknown-topic: off$/m);
  });

  it("explains a rule when the mouse rests on it", async () => {
    assert.match(await ui.hover(workbench, "unknown-topic"), /topic/);
    await workbench.screenshot("configuration-hover");
  });

  it("counts for the open articles once it is saved", async () => {
    await workbench.save();
    await until("the unknown topic is told no more", async () => !(await ui.problems(workbench)).some(isUnknownTopic));
  });

  it("has a mistyped rule repaired by Ctrl+.", async () => {
    await workbench.moveToEndOf(file, /unknown-topic: off/);
    const position = workbench.page.locator("#status\\.editor\\.selection", { hasText: "Ln 4," });
    await until("a line is begun", async () => {
      await workbench.press("Enter");
      return position.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    });
    await workbench.type("unknown-kye: off");
    await until("it is squiggled", async () => (await ui.countSquiggles(workbench, "warning")) > 0);
    await workbench.moveTo(4, 5);
    const titles = await ui.quickFixes(workbench);
    await workbench.screenshot("configuration-quick-fix");
    const title = titles.find((text) => text.includes("unknown-key"));
    assert.ok(title, titles.join("\n"));
    await ui.applyQuickFix(workbench, title);
    await workbench.waitForText(/^ {2}unknown-key: off$/m);
    await until("the squiggle goes", async () => (await ui.countSquiggles(workbench, "warning")) === 0);
  });

  function isUnknownTopic(/** @type {string} */ row) {
    return row.includes("Medigy: Knitting");
  }
});
