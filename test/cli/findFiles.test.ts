import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { relative } from "node:path";
import { findFiles } from "../../server/src/cli/selecting/findFiles.ts";
import { useFolder } from "./cli.ts";

describe("cli findFiles", () => {
  const folder = useFolder();

  beforeEach(() => {
    const files = ["b.md", "a.md", "image.png", "x/c.md", "x/y/d.md", ".hidden/e.md", "x/.f.md", "node_modules/g.md"];
    for (const file of [...files, "[draft].md", "with space/h.md"]) folder.write(file, "");
  });

  it("takes the Markdown files below a folder, without hidden ones and node_modules", async () => {
    assert.deepEqual(await found("."), ["[draft].md", "a.md", "b.md", "with space/h.md", "x/c.md", "x/y/d.md"]);
    assert.deepEqual(await found("x/"), ["x/c.md", "x/y/d.md"]);
  });

  it("takes a hidden folder and any file that is named itself", async () => {
    assert.deepEqual(await found(".hidden", "image.png"), [".hidden/e.md", "image.png"]);
  });

  it("names each file once, sorted", async () => {
    assert.deepEqual(await found("x/c.md", "b.md", folder.at("b.md"), "x/../b.md", "*.md"), [
      "[draft].md",
      "a.md",
      "b.md",
      "x/c.md",
    ]);
  });

  it("takes the files and folders that a glob matches", async () => {
    assert.deepEqual(await found("**/{c,d}.md"), ["x/c.md", "x/y/d.md"]);
    assert.deepEqual(await found("w*"), ["with space/h.md"]);
    assert.deepEqual(await found(`${folder.path}/x/*.md`), ["x/c.md"]);
    assert.deepEqual(await found(".hid*n/*"), []);
    assert.deepEqual(await found("./?.md"), ["a.md", "b.md"]);
  });

  it("takes a file for itself whose name looks like a glob", async () => {
    assert.deepEqual(await found("[draft].md"), ["[draft].md"]);
  });

  it("does not follow links in folders, but those that are named", async () => {
    symlinkSync("..", folder.at("x/loop"));
    symlinkSync("../a.md", folder.at("x/link.md"));
    assert.deepEqual(await found("x"), ["x/c.md", "x/y/d.md"]);
    assert.deepEqual(await found("x/link.md", "x/loop/x/y"), ["x/link.md", "x/loop/x/y/d.md"]);
  });

  it("says of each path what is wrong with it", async () => {
    mkdirSync(folder.at("empty.md"));
    const { files, mistakes } = await findFiles(["", "a.md/b.md", "nowhere/*.md", "empty.md"], folder.path);
    assert.deepEqual(files, []);
    assert.deepEqual(mistakes, [
      '"": no such file or folder',
      "a.md/b.md: no such file or folder",
      "nowhere/*.md: no Markdown file matches this glob",
      "empty.md: no Markdown file in this folder",
    ]);
  });

  describe("where files say what to leave out", () => {
    it("leaves out what .gitignore and .curatedignore say, the later and the inner first", async () => {
      folder.write(".gitignore", "\uFEFF# drafts\r\n/b.md\r\ny/\r\nwith*\r\n");
      folder.write(".curatedignore", "!b.md\na.md\n");
      assert.deepEqual(await found("."), ["[draft].md", "b.md", "x/c.md"]);
      folder.write("x/.curatedignore", "!y/\n*.md\n!d.md\n");
      assert.deepEqual(await found("."), ["[draft].md", "b.md", "x/y/d.md"]);
      assert.deepEqual(await found("*.md"), ["[draft].md", "b.md"]);
      assert.deepEqual(await found("x/**/*.md"), ["x/y/d.md"]);
    });

    it("minds those of the folders above, up to the repository's or its own", async () => {
      folder.write("x/.gitignore", "d.md\n");
      folder.write(".gitignore", "c.md\n");
      assert.deepEqual(await found("x"), []);
      assert.deepEqual(await found("x/y"), []);
      mkdirSync(folder.at("x/y/.git"));
      assert.deepEqual(await found("x/y"), ["x/y/d.md"]);
      const { files } = await findFiles([folder.at("x")], folder.at("with space"));
      assert.deepEqual(files, [folder.at("x/c.md")], "without a repository those above are someone else's");
    });

    it("takes what is named itself, unless it is never to be checked", async () => {
      folder.write(".gitignore", "x/\na.md\n");
      folder.write(".curatedignore", "/b.md\n");
      assert.deepEqual(await found("x", "a.md"), ["a.md", "x/c.md", "x/y/d.md"]);
      const { files, notes, mistakes } = await findFiles(["b.md", "b.md", "a.md"], folder.path);
      assert.deepEqual(
        { files, notes, mistakes },
        { files: [folder.at("a.md")], notes: ["b.md: not checked, because of .curatedignore"], mistakes: [] },
      );
    });

    it("reads no folder for rules", async () => {
      mkdirSync(folder.at(".gitignore"));
      assert.deepEqual(await found("x"), ["x/c.md", "x/y/d.md"]);
    });
  });

  async function found(...paths: readonly string[]): Promise<readonly string[]> {
    const { files } = await findFiles(paths, folder.path);
    return files.map((file) => relative(folder.path, file));
  }
});
