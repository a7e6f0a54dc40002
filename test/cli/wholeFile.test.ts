import assert from "node:assert/strict";
import { existsSync, lstatSync, readdirSync, symlinkSync } from "node:fs";
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

  it("is the one that a link leads to; a link that leads nowhere is replaced", () => {
    folder.write("kept/a.json", "");
    symlinkSync("kept/a.json", folder.at("link.json"));
    symlinkSync("none.json", folder.at("dangling.json"));
    symlinkSync("loop.json", folder.at("loop.json"));
    writeWholeFile(folder.at("link.json"), "{}\n");
    writeWholeFile(folder.at("dangling.json"), "{}\n");
    assert.throws(() => writeWholeFile(folder.at("loop.json"), ""), { code: "ELOOP" });
    assert.ok(lstatSync(folder.at("link.json")).isSymbolicLink() && lstatSync(folder.at("dangling.json")).isFile());
    assert.equal(folder.read("kept/a.json").toString(), "{}\n");
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
