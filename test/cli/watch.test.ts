import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, renameSync } from "node:fs";
import { cli, failure, run, siteFile, useFolder } from "./cli.ts";

const NEWS = "content/communities/remote-patient-monitoring/curated-news";
const AN_ERROR = `${NEWS}/f178654d-7997-5a79-bfc9-c1a7032a7eff.md`;
const WAITING = "curated-content: waiting for changes\n";

describe("cli check --watch", () => {
  const folder = useFolder();
  let child: ChildProcess | undefined;
  let [stdout, stderr] = ["", ""];

  function start(...args: readonly string[]): void {
    [stdout, stderr] = ["", ""];
    child = spawn(process.execPath, [cli, "check", "--watch", ...args], { cwd: folder.at("medigy") });
    child.stdout?.on("data", (data) => {
      stdout += data;
    });
    child.stderr?.on("data", (data) => {
      stderr += data;
    });
  }

  async function until(holds: () => boolean): Promise<void> {
    const end = Date.now() + 60_000;
    while (!holds()) {
      assert.ok(Date.now() < end, `${stdout}${stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  const report = () => folder.read("medigy/report.json").toString();

  beforeEach(() => folder.addSite("medigy"));
  afterEach(() => child?.kill("SIGKILL"));

  it("reports what is wrong, and again whenever something has changed", async () => {
    start("--format", "text", "--format", "json:report.json", "content");
    await until(() => stderr.includes(WAITING));
    assert.equal(stdout, "");
    const text = folder.read(`medigy/${AN_ERROR}`);
    folder.write(`medigy/${AN_ERROR}`, "---\n");
    await until(() => /yaml-syntax/.test(stdout) && stderr.length > WAITING.length);
    assert.match(report(), /yaml-syntax/);
    // As editors do that write in one step.
    folder.write("medigy/.new", text);
    renameSync(folder.at("medigy/.new"), folder.at(`medigy/${AN_ERROR}`));
    await until(() => report().endsWith("]\n") && !report().includes("yaml-syntax"));
  });

  it("notices new folders, and what the site's own files say", async () => {
    start("content");
    await until(() => stderr.includes(WAITING));
    mkdirSync(folder.at("medigy/content/communities/new/curated-news"), { recursive: true });
    folder.write("medigy/content/communities/new/curated-news/a.md", "---\narchetype: news\n---\n");
    await until(() => /unknown-community/.test(stdout));
    folder.write("medigy/curated-content.yaml", "contnt: content\n");
    await until(() => /misspelled-key/.test(stdout));
  });

  it("ends where what is asked for is wrong", () => {
    assert.equal(
      failure(run(siteFile("medigy", ""), "check", "--watch", "nowhere")),
      "nowhere: no such file or folder",
    );
    assert.match(failure(run(folder.path, "check", "--watch", "--fix", ".")), /'--watch' cannot be used with.*'--fix'/);
  });
});
