/** What VS Code shows of changes in several files, before it makes them. All of it waits, see `workbench.mjs`. */
import { until } from "./workbench.mjs";

/** @typedef {import("./workbench.mjs").Workbench} Workbench */

/** The rows of the preview of changes in several files, as a screen reader would say them. */
export function previewedChanges(/** @type {Workbench} */ workbench) {
  const rows = workbench.page.locator(".bulk-edit-panel .monaco-list-row");
  return until("changes are shown before they are made", async () => {
    const labels = await rows.evaluateAll((shown) => shown.map((row) => row.getAttribute("aria-label") ?? ""));
    return labels.length > 1 && labels;
  });
}

/** Ticks or unticks the first change, or file with changes, that is shown with a text. */
export async function tickChange(
  /** @type {Workbench} */ workbench,
  /** @type {string} */ text,
  /** @type {"ticked" | "unticked"} */ wanted,
) {
  const row = workbench.page.locator(".bulk-edit-panel .monaco-list-row", { hasText: text }).first();
  const box = row.locator(".edit-checkbox");
  await until(`${text} is ${wanted}`, async () => {
    const isTicked = await box.evaluate(
      (element) =>
        element.getAttribute("aria-checked") === "true" || (element instanceof HTMLInputElement && element.checked),
    );
    if (isTicked === (wanted === "ticked")) return true;
    await box.click();
    return false;
  });
}

export function applyChanges(/** @type {Workbench} */ workbench) {
  return endPreview(workbench, "Apply");
}

export function discardChanges(/** @type {Workbench} */ workbench) {
  return endPreview(workbench, "Discard");
}

async function endPreview(/** @type {Workbench} */ workbench, /** @type {"Apply" | "Discard"} */ how) {
  const button = workbench.page.locator(".bulk-edit-panel .monaco-button", { hasText: how }).first();
  await until("the preview goes", async () => {
    if ((await button.count()) === 0 || !(await button.isVisible())) return true;
    await button.click();
    return false;
  });
}

/** Gives the first file or folder of a name another one, as the Explorer has it. */
export async function rename(
  /** @type {Workbench} */ workbench,
  /** @type {string} */ name,
  /** @type {string} */ newName,
) {
  const explorer = workbench.page.locator(".explorer-folders-view");
  const field = explorer.locator(".monaco-inputbox input").first();
  await workbench.command("File: Focus on Files Explorer");
  await until(`${name} is to get another name`, async () => {
    await explorer.locator(".monaco-list-row").getByText(name, { exact: true }).first().click();
    await workbench.press("F2");
    await field.waitFor({ timeout: 3000 });
    return (await field.inputValue()) === name;
  });
  await field.fill(newName);
  await field.press("Enter");
  await until("the field goes", async () => (await field.count()) === 0);
}

/** Gives what the cursor is at another name, as the editor has it. */
export async function renameSymbol(/** @type {Workbench} */ workbench, /** @type {string} */ newName) {
  const field = workbench.page.locator(".rename-box input.rename-input");
  await until("a name is asked for", async () => {
    await workbench.press("F2");
    await field.waitFor({ timeout: 3000 });
    return true;
  });
  await field.fill(newName);
  await field.press("Enter");
  await until("the field goes", async () => !(await field.isVisible()));
}
