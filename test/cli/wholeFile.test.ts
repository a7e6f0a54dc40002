import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { writeWholeFile } from "../../server/src/cli/wholeFile.ts";
import { failure, run, useFolder } from "./cli.ts";

describe("cli, a file of the program's own", () => {
  const folder = useFolder();

  it("is written into folders that need not be there, and leaves nothing beside it", () => {
    writeWholeFile(folder.at("a/b/c.json"), "{}\n");
    writeWholeFile(folder.at("a/b/c.json"), "[]\n");
    assert.equal(folder.read("a/b/c.json").toString(), "[]\n");
    assert.deepEqual(readdirSync(folder.at("a/b")), ["c.json"]);
  });

  it("is not written where there is a file in the place of a folder, or a folder in its own", () => {
    folder.write("a", "");
    folder.write("b/c", "");
    assert.throws(() => writeWholeFile(folder.at("a/c.json"), ""), { code: "EEXIST" });
    assert.throws(() => writeWholeFile(folder.at("b"), ""), { code: "EISDIR" });
    assert.deepEqual(readdirSync(folder.path), ["a", "b"]);
  });

  it("is said not to be writable where the system has no room for folders", function () {
    if (!existsSync("/proc/self")) this.skip();
    folder.addSite("medigy");
    for (const options of [
      ["--format", "json:/proc/none/of/a.json"],
      ["--update-baseline", "--baseline", "/proc/none/of/a.json"],
      ["--shard", "1/1", "--shard-file", "/proc/none/of/a.json"],
    ]) {
      const line = failure(run(folder.path, "check", ...options, "medigy"));
      assert.match(line, /^\/proc\/none\/of(?:\/a\.json)?: no such file or folder$/);
    }
  });
});
