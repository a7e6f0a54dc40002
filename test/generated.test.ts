import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { changed, diagnose } from "./fixture.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("generated files", () => {
  it("are those that the rules give", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/generate.mjs", "--check"], {
      cwd: root,
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
  });

  it("are where diagnostics link to", async () => {
    const { homepage } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    const [found] = await diagnose(changed("sub: brief", "sub: long"));
    const href = found?.href ?? "";
    const page = `${homepage.replace("#readme", "")}/blob/main/`;
    assert.ok(href.startsWith(page), href);
    assert.ok(existsSync(root + href.slice(page.length)), href);
  });
});
