import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Outcome, run } from "./cli.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

// Each file of the folder `golden` is a command, as it is typed in the folder that its first line names, and what comes
// of it. `UPDATE_GOLDEN=1` writes them anew: look at what has changed before you commit it.
describe("cli golden files", () => {
  const folder = join(root, "test/cli/golden");
  for (const name of readdirSync(folder)) {
    it(name, () => {
      const path = join(folder, name);
      const text = readFileSync(path, "utf8");
      const [, cwd = "", command = ""] = /^(\S+)\$ curated-content (.+)\n/.exec(text) ?? [];
      const args = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
      const outcome = run(join(root, cwd), ...args);
      const expected = `${cwd}$ curated-content ${command}\n${shown(outcome)}`;
      if (process.env.UPDATE_GOLDEN) writeFileSync(path, expected);
      assert.equal(text, expected);
    });
  }
});

function shown({ code, stdout, stderr }: Outcome): string {
  const parts = { "standard output": stdout, "standard error": stderr };
  const texts = Object.entries(parts).map(([name, text]) => `--- ${name}\n${neutral(text)}`);
  return `--- exit code\n${code}\n${texts.join("")}`;
}

/** Without what differs from machine to machine or with each new rule. */
function neutral(text: string): string {
  return text
    .replaceAll(root, "/project/")
    .replaceAll(`"semanticVersion": "${version}"`, '"semanticVersion": "1.2.3"')
    .replace(/^( *)"rules": \[\n.*?^\1\]/ms, '$1"rules": []')
    .replace(/"ruleIndex": \d+/g, '"ruleIndex": 0');
}
