/** Topics of another vocabulary: from the file that is chosen to the line that is undone. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { until } from "../host/workbench.mjs";
import { keepPictures, theWindow } from "./window.mjs";

const TURTLE = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/> .
:nih a skos:ConceptScheme ; skos:prefLabel "NIH"@en .
:sleep a skos:Concept ; skos:inScheme :nih ; skos:prefLabel "Sleep"@en , "Schlaf"@de ; skos:altLabel "Rest"@en .
:food a skos:Concept ; skos:inScheme :nih ; skos:prefLabel "Food"@en .
`;

describe("Topics of another vocabulary", function () {
  this.timeout(120_000);
  keepPictures();

  /** @type {import("../host/workbench.mjs").Workbench} */
  let workbench;
  /** @type {string} */
  let source;

  before(() => {
    const { folder } = theWindow();
    ({ workbench } = theWindow());
    source = path.join(path.dirname(folder), "new-topics.ttl");
  });

  after(async () => {
    await workbench.discard();
    fs.rmSync(source);
  });

  /** Runs the command and answers its question for a file. */
  const importFile = async () => {
    await workbench.command("Curated Content: Import Topics…");
    const field = workbench.page.locator(".quick-input-widget:visible .monaco-inputbox input").first();
    await until("the file is asked for", async () => (await field.inputValue()).endsWith("/"));
    const rows = await workbench.quickInput(`${path.dirname(source)}/`);
    const row = rows.filter({ hasText: path.basename(source) }).first();
    // A click that comes too early is not taken.
    await until("the file is taken", async () => {
      await row.click({ timeout: 4000 });
      await row.waitFor({ state: "hidden", timeout: 4000 });
      return true;
    });
  };

  it("are shown before anything is written, and taken in but for those that are unticked", async () => {
    fs.writeFileSync(source, TURTLE);
    await importFile();
    // It has labels in two languages.
    await workbench.page.locator(".quick-input-widget:visible .monaco-list-row", { hasText: "en" }).first().click();
    const rows = workbench.page.locator(".quick-input-widget:visible .quick-input-list .monaco-list-row");
    await rows.filter({ hasText: "NIH: Sleep" }).first().waitFor({ timeout: 30_000 });
    await workbench.screenshot("import-of-topics");
    await rows.filter({ hasText: "NIH: Food" }).first().click();
    await workbench.page.locator(".quick-input-widget:visible").getByText("OK", { exact: true }).click();
    await workbench.waitForEditor("topics.yaml");
    const lines = await workbench.visibleText();
    await until("the topic is there", async () => {
      await workbench.press("Control+End");
      return /- label: NIH\n\s*topics:\n\s*- label: Sleep\n\s*altLabels: \[Rest\]/.test(await workbench.visibleText());
    });
    assert.doesNotMatch(await workbench.visibleText(), /Food/, lines);
    await workbench.screenshot("imported-topics");
    await until("one undo takes it back", async () => {
      await workbench.press("Control+Z");
      await workbench.press("Control+End");
      return !/- label: NIH/.test(await workbench.visibleText());
    });
  });

  it("are told of where their file is broken", async () => {
    fs.writeFileSync(source, TURTLE.replace("skos:altLabel", "foaf:nick"));
    await importFile();
    const told = workbench.page.locator(".notification-list-item", { hasText: 'Undefined prefix "foaf:"' }).first();
    await told.waitFor({ timeout: 30_000 });
    await workbench.screenshot("broken-import");
    await told.locator(".monaco-button", { hasText: "Go to Line" }).first().click();
    await workbench.waitForEditor("new-topics.ttl");
  });
});
