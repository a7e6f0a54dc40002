// Writes what follows from the rules and the command line: their pages in docs, and the rules' severity settings in package.json;
// and takes the texts for people out of package.json and the extension, for translations.
// `--check` writes nothing and fails when something is out of date. Both must be compiled (`npm run compile`).
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { commandLinePage } from "./commandLinePage.mjs";
import { localize } from "./localization.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { rules } = await import(`${root}out/server/src/service/rules/index.js`);
const { examplesOf } = await import(`${root}out/server/src/cli/ruleHelp.js`);
const { sharedRules } = await import(`${root}out/server/src/service/rules/siteFileRules.js`);

const { createProgram } = await import(`${root}out/server/src/cli/program.js`);
const terminal = { print: () => undefined, complain: () => undefined, cwd: root };

const localized = await localize(root, await manifest());

/** Path below the root → the content it should have; `undefined` for a file that should not be there. */
const files = new Map([
  ["package.json", `${JSON.stringify(localized.manifest, null, 2)}\n`],
  ...localized.files,
  ["docs/rules/README.md", index()],
  ["docs/command-line.md", commandLinePage(createProgram(terminal, () => undefined))],
  ...rules.map((rule) => [`docs/rules/${rule.id}.md`, page(rule)]),
]);
for (const name of await readdir(`${root}docs/rules`).catch(() => [])) {
  if (!files.has(`docs/rules/${name}`)) files.set(`docs/rules/${name}`, undefined);
}

const stale = [];
for (const [path, content] of files) {
  if ((await readFile(root + path, "utf8").catch(() => undefined)) !== content) stale.push(path);
}
if (process.argv.includes("--check")) {
  for (const path of stale) console.error(`${path} is out of date: run npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const folder of ["docs/rules", "l10n"]) await mkdir(root + folder, { recursive: true });
  for (const path of stale) {
    const content = files.get(path);
    await (content === undefined ? rm(root + path) : writeFile(root + path, content));
    console.log(`${content === undefined ? "removed" : "wrote"} ${path}`);
  }
}

/** The manifest with one severity setting for each rule. */
async function manifest() {
  const data = JSON.parse(await readFile(`${root}package.json`, "utf8"));
  const settings = [data.contributes.configuration].flat().find((part) => part.properties["curatedContent.rules"]);
  settings.properties["curatedContent.rules"].properties = Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      {
        type: "string",
        enum: ["off", "hint", "information", "warning", "error"],
        markdownDescription: `${rule.summary} Without this setting: ${rule.severity}. [About this rule](${data.homepage.replace("#readme", "")}/blob/main/docs/rules/${rule.id}.md).`,
      },
    ]),
  );
  return data;
}

function index() {
  const rows = rules.map(
    (rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${canFix(rule)} | ${rule.summary} |`,
  );
  return `# Rules

Generated from the rules by \`npm run generate\`.

| rule | severity | repairs itself | what holds |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}

function page(rule) {
  return `# ${rule.id}

${rule.summary}

${rule.why}

- Severity: ${rule.severity}${inSiteFiles(rule)}. Change it in \`curated-content.yaml\` (\`rules:\`) or by the setting \`curatedContent.rules\`.
- Repairs itself on \`check --fix\` and fix on save: ${canFix(rule)}.${rule.isSuppressible === false ? "\n- No comment suppresses it." : ""}

## Examples

${examplesOf(rule)}`;
}

/** In the site's own files the severity of a rule is fixed. */
function inSiteFiles({ id }) {
  const shared = sharedRules.find((rule) => rule.id === id);
  return shared === undefined ? "" : `; in the site's own files always ${shared.severity}`;
}

function canFix(rule) {
  return rule.examples.some(({ fixed }) => fixed !== undefined) ? "yes" : "no";
}
