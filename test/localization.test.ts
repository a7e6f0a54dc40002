import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { rawTexts } from "./rawTexts.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

type Bundle = { readonly [key: string]: string };

function read(path: string): Bundle {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

/** The bundles in English; those of other languages lie beside them. That they are whole is tested with what is generated. */
const SOURCES = ["package.nls", "l10n/bundle.l10n"];
const LANGUAGES = ["de"];

const translations = LANGUAGES.flatMap((language) =>
  SOURCES.map((source) => ({ path: `${source}.${language}.json`, source: read(`${source}.json`) })),
);

describe("Texts of the extension", () => {
  it("are all given to l10n.t", () => {
    const sources = ["client/src", "client/preview", "client/report"].flatMap((folder) =>
      typeScriptIn(join(root, folder)),
    );
    assert.ok(sources.length > 0);
    const raw = sources.flatMap((file) => rawTexts(relative(root, file), readFileSync(file, "utf8")));
    assert.deepEqual(
      raw.filter((text) => !CLASSES.some((name) => text.endsWith(`: ${name}`))),
      [],
    );
  });

  const unseen = [
    'vscode.window.showErrorMessage("Sorry")',
    `vscode.window.showInformationMessage(\`\${count} files\`)`,
    'vscode.window.showQuickPick(items, { placeHolder: isOne ? "Which?" : t })',
    'item.title = "Open"',
    'const words = { one: "All is well" }',
    `pick.items = [{ label: \`$(add) \${topic} new\` }]`,
  ];
  for (const line of unseen) {
    it(`would be found in ${line}`, () => assert.equal(rawTexts("a.ts", line).length, 1));
  }

  const sound = [
    'vscode.window.showErrorMessage(l10n.t("Sorry, {0}", name))',
    'output.error("That went wrong")',
    'throw new Error("Nobody can get here")',
    `item.label = \`$(add) \${topic}\``,
    'import { a } from "./some folder/a.ts"',
    'create("p", { className: "featured missing" })',
    'setContext("curatedContent.hasSite", kind === "site")',
  ];
  for (const line of sound) {
    it(`are not found in ${line}`, () => assert.deepEqual(rawTexts("a.ts", line), []));
  }

  it("are all there in each language", () => {
    const missing = translations.flatMap(({ path, source }) => {
      const translated = read(path);
      return Object.keys(source).flatMap((key) => (key in translated ? [] : [`${path}: ${key}`]));
    });
    assert.deepEqual(missing, []);
  });

  it("have their gaps filled in translations, each as often as it must be", () => {
    const wrong = translations.flatMap(({ path, source }) =>
      Object.entries(read(path)).flatMap(([key, text]) =>
        String(gapsIn(text)) === String(gapsIn(source[key] ?? "")) ? [] : [`${path}: ${key}`],
      ),
    );
    assert.deepEqual(wrong, []);
  });

  it("keep code, commands and addresses in translations", () => {
    const kept = (text = "") => (text.match(/`[^`]+`|\]\([^)]+\)|\$\([\w-]+\)|…$/g) ?? []).sort();
    const wrong = translations.flatMap(({ path, source }) =>
      Object.entries(read(path)).flatMap(([key, text]) =>
        String(kept(text)) === String(kept(source[key])) ? [] : [`${path}: ${key}`],
      ),
    );
    assert.deepEqual(wrong, []);
  });
});

/** Pairs of class names, which look like words. */
const CLASSES = ["link title", "action quiet"];

function typeScriptIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function gapsIn(text: string): readonly string[] {
  return [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();
}
