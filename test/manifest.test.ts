import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Entry {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

interface Command {
  readonly command: string;
  readonly enablement?: string;
  readonly icon?: string;
}

const { contributes } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const commands: readonly Command[] = contributes.commands;
const menus: { readonly [menu: string]: readonly Entry[] } = contributes.menus;

/** What says that something of ours is open. */
const IS_OURS = /curatedContent\.(?:hasSite|isArticle|site\b|hugoRuns)/;

/** Who looks for a fault may want to read what there is. */
const EVERYWHERE = ["curatedContent.showOutput"];

describe("What the extension adds to VS Code", () => {
  it("is not seen where nothing is curated", () => {
    const palette = new Map((menus.commandPalette ?? []).map(({ command, when = "" }) => [command, when]));
    const wrong = commands
      .filter(({ command }) => !EVERYWHERE.includes(command))
      .filter(
        ({ command, enablement = "" }) =>
          palette.get(command) !== "false" && !IS_OURS.test(`${palette.get(command)} ${enablement}`),
      )
      .map(({ command }) => command);
    assert.deepEqual(wrong, []);
    const others = Object.entries(menus).flatMap(([menu, entries]) => (menu === "commandPalette" ? [] : entries));
    const keys: readonly Entry[] = contributes.keybindings;
    const views: readonly Entry[] = Object.values<Entry[]>(contributes.views).flat();
    for (const entry of [...others, ...keys, ...views]) assert.match(entry.when ?? "", IS_OURS, JSON.stringify(entry));
  });

  it("has an icon wherever only that is shown", () => {
    const shown = Object.values(menus)
      .flat()
      .filter(({ group = "" }) => /^(?:navigation|inline)/.test(group));
    assert.ok(shown.length > 0);
    for (const { command, group } of shown) {
      // The menu of the Explorer shows words.
      if (group === "navigation@7") continue;
      assert.match(commands.find((one) => one.command === command)?.icon ?? "", /^\$\([\w-]+\)$/, command);
    }
  });

  it("names commands of its own that are there, in menus, keys and texts", () => {
    const texts = readFileSync(join(root, "package.nls.json"), "utf8");
    const named = [
      ...Object.values(menus).flatMap((entries) => entries.map(({ command }) => command)),
      ...contributes.keybindings.map(({ command }: Entry) => command),
      ...[...texts.matchAll(/command:(curatedContent\.\w+)\)/g)].map(([, command]) => command),
    ];
    const known = commands.map(({ command }) => command);
    assert.deepEqual(
      named.filter((command) => !known.includes(command)),
      [],
    );
  });

  it("has small pictures", () => {
    const files: readonly string[] = contributes.walkthroughs.flatMap(
      ({ steps }: { steps: readonly { readonly media: { readonly svg: string } }[] }) =>
        steps.map(({ media }) => media.svg),
    );
    assert.ok(files.length > 0);
    const bytes = files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
    assert.ok(bytes < 60_000, String(bytes));
    // VS Code lets no style sheet into them.
    for (const file of files)
      assert.doesNotMatch(readFileSync(join(root, file), "utf8"), /<style|style=|<script|href=/);
  });
});
