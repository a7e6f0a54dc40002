/** The questions of a command that asks step by step, as a person sees and answers them. See `workbench.mjs`. */
import { until } from "./workbench.mjs";

/** @typedef {import("./workbench.mjs").Workbench} Workbench */

const WIDGET = ".quick-input-widget:visible";
const FIELD = `${WIDGET} .monaco-inputbox input`;
const ROWS = `${WIDGET} .quick-input-list .monaco-list-row`;

/** Waits for a question by a part of its title or of what its field says while it is empty. */
export async function question(/** @type {Workbench} */ workbench, /** @type {RegExp} */ pattern) {
  return until(
    `a question shows ${pattern}`,
    async () => {
      const shown = await shownQuestion(workbench);
      return pattern.test(shown) && shown;
    },
    // Who asks may have to read a site first.
    60_000,
  );
}

/** The question that is shown now; throws where there is none. */
async function shownQuestion(/** @type {Workbench} */ { page }) {
  const title = await page.locator(`${WIDGET} .quick-input-title`).first().textContent({ timeout: 1000 });
  const field = await page.locator(FIELD).first().getAttribute("placeholder", { timeout: 1000 });
  const prompt = await page.locator(`${WIDGET} .quick-input-message`).first().textContent({ timeout: 1000 });
  return `${title} | ${field} | ${prompt}`;
}

/** Fills the field of the question. */
export async function write(/** @type {Workbench} */ { page }, /** @type {string} */ text) {
  await until(`${text} stands in the field`, async () => {
    const field = page.locator(FIELD).first();
    await field.fill(text, { timeout: 2000 });
    return (await field.inputValue()) === text;
  });
}

/** What stands in the field of the question. */
export function written(/** @type {Workbench} */ { page }) {
  return page.locator(FIELD).first().inputValue();
}

/** What there is to choose from, as a screen reader would say it. */
export function choices(/** @type {Workbench} */ { page }) {
  return until("there is something to choose from", async () => {
    const labels = await page
      .locator(ROWS)
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));
    return labels.length > 0 && labels;
  });
}

/** Takes what there is to choose by its text; of several that may be picked, ticks it. */
export async function choose(/** @type {Workbench} */ { page }, /** @type {string | RegExp} */ text) {
  const row = page.locator(ROWS).filter({ hasText: text }).first();
  await row.waitFor({ timeout: 15_000 });
  await row.click();
}

export async function goBack(/** @type {Workbench} */ { page }) {
  await page.locator(`${WIDGET} .quick-input-titlebar .action-label[aria-label^="Back"]`).first().click();
}

/** Until the question goes; Enter is pressed again where it was dropped. */
export async function confirm(/** @type {Workbench} */ workbench, /** @type {RegExp} */ pattern) {
  await question(workbench, pattern);
  await until(`the question ${pattern} is answered`, async () => {
    const isThere = await workbench.page
      .locator(WIDGET)
      .first()
      .isVisible()
      .catch(() => false);
    if (!isThere) return true;
    // It may go at this moment, and then there is none to read.
    if (!pattern.test(await shownQuestion(workbench))) return true;
    await workbench.press("Enter");
    await new Promise((done) => setTimeout(done, 500));
    return false;
  });
}

/** Whether any question shows. */
export function isAsking(/** @type {Workbench} */ { page }) {
  return page.locator(WIDGET).first().isVisible();
}

/**
 * Names a file of this machine in VS Code's own dialog for files, as its title says it. The dialog begins with the path of a
 * folder or of a new file, and what is typed before that is lost.
 *
 * @param {Workbench} workbench
 * @param {string} title
 * @param {string} file
 */
export async function nameFile({ page }, title, file) {
  const dialog = page.locator(WIDGET).filter({ has: page.locator(".quick-input-title", { hasText: title }) });
  const field = dialog.locator(".monaco-inputbox input").first();
  await until(`${title} shows a path`, async () => (await field.inputValue({ timeout: 1000 })).startsWith("/"));
  await until(`${title} takes ${file}`, async () => {
    if ((await dialog.count()) === 0) return true;
    await field.fill(file, { timeout: 1000 });
    // Whatever the dialog still writes into its field by itself it writes soon.
    await new Promise((done) => setTimeout(done, 300));
    if ((await field.inputValue({ timeout: 1000 })) !== file) return false;
    await field.press("Enter", { timeout: 1000 });
    return dialog.waitFor({ state: "hidden", timeout: 3000 }).then(
      () => true,
      () => false,
    );
  });
}
