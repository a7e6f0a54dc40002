/**
 * A VS Code window in the browser, used as a person would use it. Every helper waits for something to be seen, none
 * sleeps, and what VS Code may drop while it is busy (a key, a click) is done again until its effect shows.
 * Whatever knows the workbench's DOM is in this file and in `editorFeatures.mjs`.
 */
import * as fs from "node:fs";
import * as path from "node:path";

/**
 * Polls until `probe` gives something. A probe that throws has not succeeded yet.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T | undefined | false>} probe
 * @param {number} [patience] in milliseconds
 * @returns {Promise<T>}
 */
export async function until(what, probe, patience = 20_000) {
  const end = Date.now() + patience;
  let last = "";
  for (;;) {
    try {
      const value = await probe();
      if (value) return value;
      last = "";
    } catch (error) {
      last = ` (${/** @type {Error} */ (error).message.split("\n")[0]})`;
    }
    if (Date.now() > end) throw new Error(`Timed out: ${what}${last}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** In the title bar, where the mouse makes nothing appear. */
const RESTING_PLACE = /** @type {const} */ ([300, 15]);

export const VIEWPORT = { width: 1280, height: 800 };

export class Workbench {
  /**
   * @param {import("playwright-core").Page} page
   * @param {string} artifacts  where screenshots go
   */
  constructor(page, artifacts) {
    this.page = page;
    this.artifacts = artifacts;
  }

  /**
   * @param {import("playwright-core").Browser} browser
   * @param {string} address
   * @param {string} artifacts
   * @param {string} [language]  of extensions; without its language pack VS Code itself stays English
   */
  static async open(browser, address, artifacts, language) {
    const page = await browser.newPage({ viewport: VIEWPORT });
    if (language) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
    return Workbench.openIn(page, address, artifacts);
  }

  /**
   * The same in a page that is there already.
   *
   * @param {import("playwright-core").Page} page
   * @param {string} address
   * @param {string} artifacts
   */
  static async openIn(page, address, artifacts) {
    // Shorter than any poll, so that no poll sits in one call.
    page.setDefaultTimeout(5000);
    await page.goto(address, { waitUntil: "commit", timeout: 60_000 });
    await page.waitForSelector(".monaco-workbench .part.statusbar .statusbar-item", { timeout: 60_000 });
    return new Workbench(page, artifacts);
  }

  /** Keeps a picture of the window. */
  async screenshot(/** @type {string} */ name) {
    fs.mkdirSync(this.artifacts, { recursive: true });
    await this.page.screenshot({ path: path.join(this.artifacts, `${name}.png`) });
  }

  async press(/** @type {string} */ key) {
    await this.page.keyboard.press(key);
  }

  /** Types as fast as a quick typist. */
  async type(/** @type {string} */ text) {
    await this.page.keyboard.type(text, { delay: 60 });
  }

  // Quick input: F1 and not Ctrl+Shift+P, which belongs to the browser.

  /** Fills the quick input and gives its rows. */
  async quickInput(/** @type {string} */ text) {
    await this.page.mouse.move(...RESTING_PLACE);
    const field = this.page.locator(".quick-input-widget:visible .monaco-inputbox input").first();
    await until("the quick input opens", async () => {
      if ((await field.count()) === 0) {
        await this.press("F1");
        await field.waitFor({ timeout: 2000 });
      }
      await field.fill(text, { timeout: 2000 });
      return (await field.inputValue()) === text;
    });
    return this.page.locator(".quick-input-widget:visible .quick-input-list .monaco-list-row");
  }

  /** Runs a command by the title that the palette shows, category included. */
  async command(/** @type {string} */ title) {
    await until(
      `the palette has ${title}`,
      async () => {
        const rows = await this.quickInput(`>${title}`);
        // Another command may start with the same words.
        const isThere = await rows
          .filter({ has: this.page.locator(".label-name").getByText(title, { exact: true }) })
          .first()
          .click({ timeout: 4000 })
          .then(
            () => true,
            () => false,
          );
        if (isThere) return true;
        // What an extension offers comes once it is awake, and into a palette that is opened then. A page that takes the focus closes it.
        await this.press("Escape");
        return undefined;
      },
      // An extension may have to wake up first.
      60_000,
    );
    await until("the command is taken", async () => {
      const values = await this.page
        .locator(".quick-input-widget:visible .monaco-inputbox input")
        .evaluateAll((fields) => fields.map((field) => /** @type {HTMLInputElement} */ (field).value));
      return !values.includes(`>${title}`);
    });
  }

  /** Opens a file of the folder, by its name or the end of its path, and waits for its text. */
  async openFile(/** @type {string} */ file) {
    const name = path.basename(file);
    const row = (await this.quickInput(name)).filter({ hasText: name }).first();
    await row.waitFor({ timeout: 15_000 });
    await row.click();
    await this.waitForEditor(name);
  }

  // The editor.

  /** The editor that has the focus or had it last. */
  get editor() {
    return this.page.locator(".editor-group-container.active .editor-instance .monaco-editor").first();
  }

  async waitForEditor(/** @type {string} */ name) {
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor({ timeout: 30_000 });
    await this.page
      .locator(`.editor-instance .monaco-editor[data-uri$="/${name}"] .view-line`)
      .first()
      .waitFor({ timeout: 30_000 });
  }

  async focusEditor() {
    await until("the editor has the focus", async () => {
      if (await this.editor.evaluate((editor) => editor.classList.contains("focused"))) return true;
      await this.command("View: Focus Active Editor Group");
      return false;
    });
  }

  /** Puts the cursor at a line and a column, both from 1. */
  async moveTo(/** @type {number} */ line, column = 1) {
    await this.quickInput(`:${line}:${column}`);
    await this.press("Enter");
    await until("the cursor is there", async () => {
      const status = await this.page.locator("#status\\.editor\\.selection").textContent();
      return status?.includes(`Ln ${line}, Col ${column}`);
    });
    await this.focusEditor();
  }

  /** Puts the cursor behind the last line that matches, of a file that is shown as it is on the disk. */
  async moveToEndOf(/** @type {string} */ file, /** @type {RegExp} */ pattern) {
    const lines = fs.readFileSync(file, "utf8").split("\n");
    const index = lines.findLastIndex((line) => pattern.test(line));
    await this.moveTo(index + 1, (lines[index] ?? "").length + 1);
  }

  /** The text on the screen: only lines that can be seen are in the DOM. */
  async visibleText() {
    return this.editor.evaluate((editor) => {
      const top = (/** @type {Element} */ line) => Number.parseFloat(/** @type {HTMLElement} */ (line).style.top);
      const lines = [...editor.querySelectorAll(".view-lines .view-line")].sort((a, b) => top(a) - top(b));
      return lines.map((line) => (line.textContent ?? "").replaceAll("\u00a0", " ")).join("\n");
    });
  }

  async waitForText(/** @type {RegExp} */ pattern) {
    await until(`the text shows ${pattern}`, async () => pattern.test(await this.visibleText()));
  }

  /** Takes back what was done last, until the text shows again what it showed. */
  async undo(/** @type {RegExp} */ pattern) {
    await this.focusEditor();
    await until(`undoing shows ${pattern}`, async () => {
      if (pattern.test(await this.visibleText())) return true;
      await this.press("Control+Z");
      return false;
    });
  }

  async save() {
    await until("the file is saved", async () => {
      if ((await this.page.locator(".tab.active.dirty").count()) === 0) return true;
      await this.press("Control+S");
      return false;
    });
  }

  /** Puts the file back as it is on the disk and closes it. */
  async discard() {
    await this.press("Escape");
    await this.command("File: Revert File");
    await this.command("View: Close Editor");
  }
}
