/** What VS Code shows of an extension's language features. All of it waits, see `workbench.mjs`. */
import { until } from "./workbench.mjs";

/** @typedef {import("./workbench.mjs").Workbench} Workbench */

const SUGGESTIONS = ".suggest-widget.visible .monaco-list-row";
const QUICK_FIXES = ".action-widget .monaco-list-row.action";
const HOVERS = ".monaco-resizable-hover:visible, .monaco-hover:visible";

/** How many squiggles of a kind the visible lines have. */
export function countSquiggles(/** @type {Workbench} */ workbench, /** @type {"error" | "warning" | "info"} */ kind) {
  return workbench.editor.locator(`.squiggly-${kind}`).count();
}

/** The rows of the Problems panel, as a screen reader would say them. */
export async function problems(/** @type {Workbench} */ workbench) {
  const panel = workbench.page.locator(".markers-panel");
  if (!(await panel.isVisible())) await workbench.command("Problems: Focus on Problems View");
  await panel.waitFor();
  return panel
    .locator(".monaco-list-row")
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));
}

/** The suggestions that popped up by themselves. Nothing is pressed to get them. */
export async function suggestions(/** @type {Workbench} */ workbench) {
  const labels = workbench.page.locator(`${SUGGESTIONS} .label-name`);
  return until("suggestions pop up", async () => {
    const texts = await labels.allTextContents();
    return texts.length > 0 && texts;
  });
}

/** Whether suggestions pop up within a time in which they would have done so long ago. */
export async function haveSuggestionsPoppedUp(/** @type {Workbench} */ workbench) {
  const row = workbench.page.locator(SUGGESTIONS).first();
  return row.waitFor({ timeout: 2000 }).then(
    () => true,
    () => false,
  );
}

export async function acceptSuggestion(/** @type {Workbench} */ workbench, /** @type {string} */ label) {
  const page = workbench.page;
  await until(`${label} is chosen`, async () => {
    const chosen = await page.locator(`${SUGGESTIONS}.focused .label-name`).textContent({ timeout: 2000 });
    if (chosen === label) return true;
    await workbench.press("ArrowDown");
    return false;
  });
  await workbench.press("Enter");
}

/** Opens the quick fixes at the cursor by Ctrl+. and gives their titles. */
export async function quickFixes(/** @type {Workbench} */ workbench) {
  const rows = workbench.page.locator(QUICK_FIXES);
  return until("quick fixes open", async () => {
    const titles = await rows.evaluateAll((elements) => elements.map((row) => row.textContent?.trim() ?? ""));
    if (titles.length > 0) return titles;
    await workbench.press("Control+.");
    await rows.first().waitFor({ timeout: 3000 });
    return undefined;
  });
}

/** Takes an open quick fix by keys: some versions lay a block over the page that keeps clicks away. */
export async function applyQuickFix(/** @type {Workbench} */ workbench, /** @type {string} */ title) {
  await until(`${title} is chosen`, async () => {
    const chosen = await workbench.page.locator(`${QUICK_FIXES}.focused`).textContent({ timeout: 2000 });
    if (chosen?.trim() === title) return true;
    await workbench.press("ArrowDown");
    return false;
  });
  await workbench.press("Enter");
  await until("the quick fixes close", async () => (await workbench.page.locator(QUICK_FIXES).count()) === 0);
}

/** What shows when the mouse rests on the first place where `text` is coloured as one word. */
export async function hover(/** @type {Workbench} */ workbench, /** @type {string} */ text) {
  const word = workbench.editor.locator(".view-line span span", { hasText: text }).first();
  return showHover(workbench, word);
}

/** What the language status shows: the item behind the `{}` in the status bar. */
export async function languageStatus(/** @type {Workbench} */ workbench) {
  return showHover(workbench, workbench.page.locator("#status\\.languageStatus"));
}

/**
 * @param {Workbench} workbench
 * @param {import("playwright-core").Locator} target
 */
async function showHover({ page }, target) {
  const shown = page.locator(HOVERS).first();
  return until("a hover shows", async () => {
    // Another hover may cover the target, and stays as long as the mouse is on it.
    await page.mouse.move(1, 1);
    await shown.waitFor({ state: "hidden", timeout: 3000 });
    const box = await target.boundingBox({ timeout: 2000 });
    if (!box) return undefined;
    await page.mouse.move(box.x + 8, box.y - 30);
    await page.mouse.move(box.x + Math.min(10, box.width / 2), box.y + box.height / 2, { steps: 4 });
    await shown.waitFor({ timeout: 3000 });
    return (await shown.textContent())?.trim();
  });
}

/** The visible text of an output channel. */
export async function output(/** @type {Workbench} */ workbench, /** @type {string} */ channel) {
  await workbench.command("Output: Show Output Channels...");
  // Another channel may start with the same words.
  const name = workbench.page.getByText(channel, { exact: true });
  const row = workbench.page.locator(".quick-input-list .monaco-list-row").filter({ has: name }).first();
  await row.waitFor();
  await row.click();
  return until(`${channel} has written something`, async () => {
    const lines = await workbench.page.locator(".part.panel .view-lines .view-line").allTextContents();
    return lines.join("\n").replaceAll("\u00a0", " ").trim();
  });
}

const SITE_TREE = ".tree-explorer-viewlet-tree-view .monaco-list-row";

/** A tree keeps its focused row when the focus goes elsewhere. */
const FOCUSED_IN_SITE_TREE = ".tree-explorer-viewlet-tree-view:focus-within .monaco-list-row.focused";

/** Puts the focus into the tree of the site. VS Code has a command for that once it has found room for the view. */
export async function focusSiteTree(/** @type {Workbench} */ workbench) {
  const title = "Focus on Curated Content View";
  await until(
    "the tree has the focus",
    async () => {
      if ((await workbench.page.locator(FOCUSED_IN_SITE_TREE).count()) > 0) return true;
      const row = (await workbench.quickInput(`>${title}`)).filter({ hasText: title }).first();
      const isThere = await row.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      await workbench.press(isThere ? "Enter" : "Escape");
      // The focus arrives in its own time, and so do the rows.
      for (let step = 0; isThere && step < 10; step++) {
        await workbench.press("ArrowDown");
        const row = workbench.page.locator(FOCUSED_IN_SITE_TREE).first();
        const hasFocus = await row.waitFor({ timeout: 500 }).then(
          () => true,
          () => false,
        );
        if (hasFocus) return true;
      }
      return false;
    },
    60_000,
  );
}

/** The rows of the tree of the site, as a screen reader would say them. */
export function siteTree(/** @type {Workbench} */ workbench) {
  return workbench.page
    .locator(SITE_TREE)
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));
}

/** Goes by keys to the first row of the focused tree that matches. */
export async function chooseInTree(/** @type {Workbench} */ workbench, /** @type {RegExp} */ pattern) {
  await workbench.press("Home");
  await until(`${pattern} is chosen`, async () => {
    const chosen = workbench.page.locator(".monaco-list-row.focused:visible");
    const labels = await chosen.evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));
    if (labels.some((label) => pattern.test(label))) return true;
    await workbench.press("ArrowDown");
    return false;
  });
}

/** Opens the first node of the focused tree that matches. */
export async function expandInTree(/** @type {Workbench} */ workbench, /** @type {RegExp} */ pattern) {
  await chooseInTree(workbench, pattern);
  await until(`${pattern} is open`, async () => {
    const row = workbench.page.locator('.monaco-list-row.focused[aria-expanded="true"]:visible');
    if ((await row.count()) > 0) return true;
    await workbench.press("ArrowRight");
    return false;
  });
}

/** Opens the menu of the row that is focused in the tree of the site, by the mouse, and gives its entry with a title. */
export async function menuEntry(/** @type {Workbench} */ { page }, /** @type {string} */ title) {
  const entry = page.locator(".monaco-menu .action-label").getByText(title, { exact: true }).first();
  const row = page.locator(`${SITE_TREE}.focused`).first();
  await until(`the menu has ${title}`, async () => {
    await row.click({ button: "right", timeout: 2000 });
    const isThere = await entry.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (!isThere) await page.keyboard.press("Escape");
    return isThere;
  });
  return entry;
}

/** Takes an entry of an open menu, which is deaf for a moment to whoever opened it by the mouse. */
export async function takeEntry(/** @type {import("playwright-core").Locator} */ entry) {
  await until("the menu goes", async () => {
    if ((await entry.count()) === 0) return true;
    await entry.click({ timeout: 2000 });
    return entry.waitFor({ state: "hidden", timeout: 2000 }).then(
      () => true,
      () => false,
    );
  });
}

/** Answers a question in the middle of the window by the button with a text, and gives the question. */
export async function answer(/** @type {Workbench} */ workbench, /** @type {string} */ button) {
  const dialog = workbench.page.locator(".monaco-dialog-box");
  await dialog.waitFor({ timeout: 20_000 });
  // A question without further words is its own detail.
  const question = await dialog.locator(".dialog-message, .dialog-message-detail").first().textContent();
  await dialog.locator(".monaco-button", { hasText: button }).first().click();
  await until("the question goes", async () => (await dialog.count()) === 0);
  return question?.trim() ?? "";
}

/** Waits for what VS Code says in the corner of the window. */
export async function notice(/** @type {Workbench} */ workbench, /** @type {RegExp} */ pattern) {
  const shown = workbench.page.locator(".notifications-toasts .notification-list-item", { hasText: pattern }).first();
  await shown.waitFor({ timeout: 40_000 });
  return shown;
}

/** Closes the settings, which newer versions show in front of all else. */
export async function closeSettings(/** @type {Workbench} */ workbench) {
  const settings = workbench.page.locator(".settings-editor");
  await workbench.press("Escape");
  const isClosed = await settings.waitFor({ state: "detached", timeout: 3000 }).then(
    () => true,
    () => false,
  );
  if (!isClosed) await workbench.command("View: Close Editor");
  await until("the settings are closed", async () => (await settings.count()) === 0);
}
