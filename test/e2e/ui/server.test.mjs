/** The language server as its user meets it: its output, and a restart. */
import assert from "node:assert/strict";
import * as path from "node:path";
import * as ui from "../host/editorFeatures.mjs";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

describe("The language server", function () {
  this.timeout(120_000);
  keepPictures();

  /** @type {import("../host/workbench.mjs").Workbench} */
  let workbench;

  /** What the output that is shown says of sites, each with its time. */
  const told = async () => {
    const lines = await workbench.page.locator(".part.panel .view-lines .view-line").allTextContents();
    return lines.map((line) => line.replaceAll("\u00a0", " ")).filter((line) => line.includes("4 communities"));
  };

  before(async () => {
    ({ workbench } = theWindow());
    await workbench.openFile(path.basename(theWindow().brokenArticle));
  });

  after(() => workbench.command("View: Hide Panel"));

  it("writes to an output that is shown by a command", async () => {
    await workbench.command("Curated Content: Show Output");
    await until("its output shows", async () => (await told()).length > 0);
    await workbench.screenshot("show-output");
  });

  it("goes on after a restart", async () => {
    const before = await told();
    await workbench.command("Curated Content: Restart Server");
    await until("it says anew what it has read", async () => (await told()).some((line) => !before.includes(line)));
    assert.match(await ui.languageStatus(workbench), /news/i);
    await workbench.screenshot("restarted-server");
  });
});
