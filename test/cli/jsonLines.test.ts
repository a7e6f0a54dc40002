import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync } from "node:fs";
import { createInterface } from "node:readline";
import { cli, run, siteFile, useFolder } from "./cli.ts";

interface Line {
  readonly filePath: string;
  readonly ruleId: string;
  readonly line: number;
  readonly column: number;
}

/** So many that they are checked by several threads, where the machine has them. */
const COPIES = Array.from({ length: 16 }, (_, index) => `copy-${String(index).padStart(2, "0")}`);

describe("cli check --format jsonl", () => {
  const folder = useFolder();

  it("says what json says, a problem a line, with the severity in a word", () => {
    const broken = siteFile("broken", "");
    const lines = linesOf(run(broken, "check", "--format", "jsonl", "content").stdout);
    assert.deepEqual(
      lines.map(({ severity: _, ...line }) => JSON.stringify(line)).toSorted(),
      messagesIn(run(broken, "check", "--format", "json", "content").stdout),
    );
    assert.deepEqual([...new Set(lines.map(({ severity }) => severity))].toSorted(), ["error", "warning"]);
  });

  it("says of many files each problem once, first what concerns one file alone, in their order", () => {
    for (const copy of COPIES) cpSync(siteFile("broken", ""), folder.at(copy), { recursive: true });
    for (const copy of COPIES.slice(3, 8)) {
      const news = folder.at(`${copy}/content/communities/remote-patient-monitoring/curated-news`);
      cpSync(`${news}/f178654d-7997-5a79-bfc9-c1a7032a7eff.md`, `${news}/twin.md`);
    }
    folder.write(`${COPIES[2]}/curated-content.yaml`, "rules:\n  no-such-rule: off\n");
    const first = run(folder.path, "check", "--format", "jsonl", ".").stdout;
    const lines = linesOf(first);
    assert.deepEqual(
      lines.map(({ severity: _, ...line }) => JSON.stringify(line)).toSorted(),
      messagesIn(run(folder.path, "check", "--format", "json", ".").stdout),
    );
    const shared = /^(?:duplicate-(?!key)|breadcrumb-target|community-page|shadowed-alias|unused-suppression)/;
    const start = lines.findIndex(({ ruleId, filePath }) => shared.test(ruleId) || filePath.endsWith(".yaml"));
    assert.ok(start > 0);
    for (const part of [lines.slice(0, start), lines.slice(start)]) {
      const paths = part.map(({ filePath }) => filePath);
      assert.deepEqual(paths, paths.toSorted());
    }
    assert.equal(run(folder.path, "check", "--format", "jsonl", ".").stdout, first);
    for (const _ of ["written", "read"]) {
      const cached = run(folder.path, "check", "--format", "jsonl", "--cache-location", "cache.json", ".");
      assert.equal(cached.stdout, first);
    }
  });

  it("is worked out no further when its reader has left, and that quietly", async () => {
    for (const copy of COPIES) cpSync(siteFile("broken", ""), folder.at(copy), { recursive: true });
    const args = ["check", "--format", "jsonl", "--cache-location", "cache.json", "."];
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder.path });
    let stderr = "";
    child.stderr.on("data", (data) => {
      stderr += data;
    });
    child.stdout.destroy();
    const [code] = await once(child, "close");
    assert.deepEqual({ code, stderr }, { code: 1, stderr: "" });
    const looked = folder.read("cache.json").toString().split("\n").length;
    run(folder.path, ...args);
    const all = folder.read("cache.json").toString().split("\n").length;
    assert.ok(looked < all, `${looked} of ${all}`);
  });

  it("is on its way before the check is over", async () => {
    for (const copy of COPIES) cpSync(siteFile("broken", ""), folder.at(copy), { recursive: true });
    const child = spawn(process.execPath, [cli, "check", "--format", "jsonl", "."], { cwd: folder.path });
    let isOver = false;
    child.on("exit", () => {
      isOver = true;
    });
    for await (const line of createInterface(child.stdout)) {
      assert.equal(isOver, false);
      assert.ok(line.startsWith("{"));
      break;
    }
    child.kill();
  });
});

function linesOf(stdout: string): readonly (Line & { readonly severity: string })[] {
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

/** The messages of a report in ESLint's shape, each with its file and in the order of keys of a line. */
function messagesIn(stdout: string): readonly string[] {
  const files = JSON.parse(stdout) as readonly { filePath: string; messages: readonly { severity: number }[] }[];
  return files
    .flatMap(({ filePath, messages }) =>
      messages.map(({ severity: _, ...message }) => JSON.stringify({ filePath, ...message })),
    )
    .toSorted();
}
