/** As much of VS Code as the document of the preview page is made with. */
export const l10n = { t: (/** @type {string} */ message) => message };
export const env = { language: "en" };
export const Uri = { joinPath: (/** @type {string} */ folder, /** @type {string} */ name) => `${folder}/${name}` };
