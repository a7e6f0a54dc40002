import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { replaceFile } from "../../server/src/cli/fixing/replaceFile.ts";
import { removeUnfinished, unfinishedPath } from "../../server/src/cli/fixing/unfinishedFiles.ts";
import { useFolder } from "./cli.ts";

const [OLD, NEW] = [Buffer.from("old\r\n"), Buffer.from("new\r\n")];

describe("cli, a file that is replaced", () => {
  const folder = useFolder();

  beforeEach(() => folder.write("a.md", OLD));

  it("holds the new bytes, and nothing else is left in its folder", async () => {
    assert.equal(await replaceFile(folder.at("a.md"), NEW, OLD), undefined);
    assert.ok(folder.read("a.md").equals(NEW));
    assert.deepEqual(readdirSync(folder.path), ["a.md"]);
  });

  for (const mode of [0o600, 0o640, 0o755, 0o666]) {
    it(`keeps its mode, whatever new files get: ${mode.toString(8)}`, async () => {
      chmodSync(folder.at("a.md"), mode);
      await replaceFile(folder.at("a.md"), NEW, OLD);
      assert.equal(statSync(folder.at("a.md")).mode & 0o7777, mode);
    });
  }

  it("is the one that a link leads to, and the links stay", async () => {
    symlinkSync("a.md", folder.at("link.md"));
    symlinkSync("link.md", folder.at("further.md"));
    assert.equal(await replaceFile(folder.at("further.md"), NEW, OLD), undefined);
    assert.ok(lstatSync(folder.at("further.md")).isSymbolicLink() && lstatSync(folder.at("link.md")).isSymbolicLink());
    assert.ok(folder.read("a.md").equals(NEW));
  });

  it("leaves its other name, where it has two, with what it held", async () => {
    linkSync(folder.at("a.md"), folder.at("b.md"));
    await replaceFile(folder.at("a.md"), NEW, OLD);
    assert.ok(folder.read("a.md").equals(NEW) && folder.read("b.md").equals(OLD));
  });

  it("is left alone where it was changed meanwhile", async () => {
    folder.write("a.md", "another\n");
    assert.equal(await replaceFile(folder.at("a.md"), NEW, OLD), "changed");
    assert.equal(folder.read("a.md").toString(), "another\n");
    assert.deepEqual(readdirSync(folder.path), ["a.md"]);
  });

  it("is as it should be where somebody else has written the same meanwhile", async () => {
    folder.write("a.md", NEW);
    assert.equal(await replaceFile(folder.at("a.md"), NEW, OLD), undefined);
    assert.ok(folder.read("a.md").equals(NEW));
  });

  it("is left alone where nobody may write it, not even for an administrator", async () => {
    chmodSync(folder.at("a.md"), 0o444);
    assert.equal(await replaceFile(folder.at("a.md"), NEW, OLD), "read-only");
    assert.ok(folder.read("a.md").equals(OLD));
  });

  it("is not made where it has gone", async () => {
    await assert.rejects(replaceFile(folder.at("gone.md"), NEW, OLD), { code: "ENOENT" });
    assert.deepEqual(readdirSync(folder.path), ["a.md"]);
  });

  it("may have a name as long as names get", async () => {
    const name = `${"ö".repeat(126)}.md`;
    folder.write(name, OLD);
    assert.equal(await replaceFile(folder.at(name), NEW, OLD), undefined);
    assert.ok(folder.read(name).equals(NEW));
  });

  it("does not keep what a program that was ended left behind, but what is begun by one that runs", () => {
    const path = unfinishedPath(folder.at("a.md"));
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const [ended, running] = [pid, process.ppid].map((id) => path.replace(`-${process.pid}-`, `-${id}-`));
    assert.ok(ended !== undefined && running !== undefined);
    for (const each of [ended, running]) folder.write(each.slice(folder.path.length + 1), NEW);
    folder.write(".curated-content-notes.tmp", "mine\n");
    removeUnfinished(folder.path);
    const left = readdirSync(folder.path).toSorted();
    assert.deepEqual(left, [running.slice(folder.path.length + 1), ".curated-content-notes.tmp", "a.md"].toSorted());
    removeUnfinished(folder.at("gone"));
    assert.ok(readFileSync(folder.at("a.md")).equals(OLD));
  });
});
