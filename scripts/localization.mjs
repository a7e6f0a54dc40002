// What people read of the extension, taken out of its sources: VS Code shows it in their language where there is a translation.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseSync } from "oxc-parser";

/** Languages besides English, as VS Code names them. */
const LANGUAGES = ["de"];

/**
 * The bundles of texts, and the manifest with keys in the place of its texts.
 *
 * @param {string} root the folder of the project
 * @param {Record<string, any>} manifest is left as it is
 * @returns {Promise<{ manifest: Record<string, any>, files: [string, string][] }>} files by their paths below the root
 */
export async function localize(root, manifest) {
  const before = await readTexts(`${root}package.nls.json`);
  const { keyed, texts } = withKeys(manifest, before);
  const messages = await messagesIn(`${root}client/src`);
  // What was said of a text that is another now is no translation of it.
  const kept = Object.keys(texts).filter((key) => before[key] === texts[key]);
  const files = [
    ...(await bundles("package.nls", texts, kept)),
    ...(await bundles("l10n/bundle.l10n", Object.fromEntries(messages.map((text) => [text, text])), messages)),
  ];
  return { manifest: keyed, files };

  async function bundles(path, source, translatable) {
    const made = [[`${path}.json`, print(source)]];
    for (const language of LANGUAGES) {
      const translated = await readTexts(`${root}${path}.${language}.json`);
      const known = translatable.filter((key) => key in translated);
      made.push([`${path}.${language}.json`, print(Object.fromEntries(known.map((key) => [key, translated[key]])))]);
    }
    return made;
  }
}

/** The texts of a bundle; none where it is not there yet. */
async function readTexts(path) {
  return JSON.parse(await readFile(path, "utf8").catch(() => "{}"));
}

function print(data) {
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Every text that the sources give to `l10n.t`, sorted. */
async function messagesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".ts"));
  const found = new Set();
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name);
    const { program, errors } = parseSync(file, await readFile(file, "utf8"));
    if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
    visit(program, (node) => {
      if (!isTranslation(node)) return;
      const [first] = node.arguments;
      if (typeof first?.value !== "string") throw new Error(`${file}: l10n.t wants a text as it is, in quotes.`);
      found.add(first.value);
    });
  }
  return [...found].sort();
}

function visit(node, look) {
  if (typeof node !== "object" || node === null) return;
  if (typeof node.type === "string") look(node);
  for (const child of Object.values(node)) visit(child, look);
}

/** Whether a node calls `l10n.t` or `vscode.l10n.t`. */
function isTranslation({ type, callee }) {
  if (type !== "CallExpression" || callee.type !== "MemberExpression" || callee.property.name !== "t") return false;
  const { object } = callee;
  return (object.type === "MemberExpression" ? object.property.name : object.name) === "l10n";
}

/** What in a manifest is read by people. */
const READ = new Set([
  ...["title", "shortTitle", "label", "contents", "altText", "description", "markdownDescription"],
  ...["enumDescriptions", "markdownEnumDescriptions", "patternErrorMessage", "markdownDeprecationMessage"],
]);

/** These speak with the voice of the server, which has one language. */
const OF_THE_SERVER = "configuration.rules.properties";

/**
 * Puts keys in the place of the texts of a manifest. A text that has a key already keeps it.
 *
 * @param {Record<string, string>} known the texts by their keys, as they are
 */
function withKeys(manifest, known) {
  const used = new Set([...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
  /** @type {Record<string, string>} */
  const texts = {};
  const keyFor = (text, path) => {
    const given = /^%(.+)%$/.exec(text)?.[1];
    if (given !== undefined && known[given] === undefined) throw new Error(`package.nls.json has no ${given}.`);
    let key = given ?? path;
    for (let number = 2; given === undefined && (key in texts || used.has(key)); number++) key = `${path}.${number}`;
    texts[key] = given === undefined ? text : known[given];
    return `%${key}%`;
  };
  const replace = (value, path, isRead) => {
    if (path === OF_THE_SERVER) return value;
    // The name of the product is the same in all languages.
    if (typeof value === "string") return isRead && value !== manifest.displayName ? keyFor(value, path) : value;
    if (Array.isArray(value))
      return value.map((item, index) => replace(item, `${path}.${nameOf(item, index)}`, isRead));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, child]) => {
        const isText = READ.has(name) || (name === "name" && path.startsWith("views."));
        return [name, replace(child, stepTo(path, name), isText)];
      }),
    );
  };
  const { capabilities, contributes } = manifest;
  return {
    keyed: {
      ...manifest,
      capabilities: replace(capabilities, "capabilities", false),
      contributes: replace(contributes, "", false),
    },
    texts,
  };
}

/** Keys are short: what all have in common is not said. */
function stepTo(path, name) {
  if (path === "configuration" && name === "properties") return path;
  return `${path === "" ? "" : `${path}.`}${name.replace(/^curatedContent\./, "")}`;
}

/** By what an item of a list is known wherever it stands. */
function nameOf(item, index) {
  const name = item?.command ?? item?.id ?? item?.view ?? String(index + 1);
  return name.replace(/^curatedContent\./, "");
}
