/** What an author sees of the preview with Hugo: the page beside the article, and Hugo's problems in the panel. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as ui from "../host/editorFeatures.mjs";
import { hasHugo } from "../host/hugo.mjs";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

const name = "b2f14c73-ae8d-5f15-a8a3-cb6a744e6831";

(hasHugo ? describe : describe.skip)("Preview with Hugo", function () {
  this.timeout(120_000);
  keepPictures();

  /** @type {import("../host/workbench.mjs").Workbench} */
  let workbench;
  /** @type {string} */
  let file;
  /** @type {string} */
  let sound;
  /** @type {string} of the article's page */
  let address;

  before(async () => {
    const { brokenArticle } = theWindow();
    ({ workbench } = theWindow());
    file = path.join(path.dirname(brokenArticle), `${name}.md`);
    sound = fs.readFileSync(file, "utf8");
    await workbench.openFile(`${name}.md`);
  });

  after(async () => {
    fs.writeFileSync(file, sound);
    await workbench.command("View: Close All Editors");
  });

  it("shows the article beside its text", async () => {
    await workbench.command("Curated Content: Preview with Hugo");
    const title = /^title: '?(.+?)'?$/m.exec(sound)?.[1] ?? "?";
    await until("the page shows", async () => {
      const frame = workbench.page
        .frames()
        .find((each) => /^http:\/\/localhost:\d+\/.*\/curated-news\//.test(each.url()));
      address = frame?.url() ?? "";
      return (await frame?.locator("h1").first().textContent())?.includes(title);
    });
    await workbench.screenshot("preview-with-hugo");
  });

  it("shows what Hugo minds in the Problems panel, until it is mended", async () => {
    fs.writeFileSync(file, sound.replace(/^slug: .*$/m, "slug: [1, 2"));
    await until("Hugo's problem shows", async () => (await ui.problems(workbench)).some((row) => /Hugo/.test(row)));
    await workbench.screenshot("problem-of-hugo");
    fs.writeFileSync(file, sound);
    await until("it goes", async () => !(await ui.problems(workbench)).some((row) => /Hugo/.test(row)));
  });

  it("stops when it is told to", async () => {
    const answers = () =>
      fetch(address).then(
        () => true,
        () => false,
      );
    assert.ok(await answers());
    await workbench.command("Curated Content: Stop Hugo");
    await until("nobody answers", async () => !(await answers()));
    await workbench.screenshot("stopped-hugo");
  });
});
