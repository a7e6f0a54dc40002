import assert from "node:assert/strict";
import { cpSync, mkdirSync, rmSync, unlinkSync } from "node:fs";
import { run, siteFile, useFolder } from "./cli.ts";

/** So many that they are checked by several threads, where the machine has them. */
const COPIES = Array.from({ length: 16 }, (_, index) => `copy-${String(index).padStart(2, "0")}`);

describe("cli check of many files", () => {
  const folder = useFolder();

  beforeEach(() => {
    for (const [index, copy] of COPIES.entries()) {
      cpSync(siteFile(index % 2 === 0 ? "broken" : "medigy", ""), folder.at(copy), { recursive: true });
    }
  });

  function reported(...paths: readonly string[]) {
    const { stdout, stderr, code } = run(folder.path, "check", "--format", "json", ...paths);
    return { files: JSON.parse(stdout) as readonly { readonly filePath: string }[], stderr, code };
  }

  it("says of them what it says of few", () => {
    // What a site does not list is learned from its articles.
    unlinkSync(folder.at(`${COPIES[3]}/data/topics.yaml`));
    folder.write(`${COPIES[4]}/curated-content.yaml`, "rules:\n  no-such-rule: off\n");
    // Pages must not share what tells them apart: each of two is told of the other.
    const news = folder.at(`${COPIES[5]}/content/communities/remote-patient-monitoring/curated-news`);
    cpSync(`${news}/f178654d-7997-5a79-bfc9-c1a7032a7eff.md`, `${news}/twin.md`);
    folder.write(`${COPIES[6]}/content/binary.md`, Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]));
    const { files, code } = reported(".");
    assert.ok(files.length > 200);
    assert.equal(code, 1);
    assert.match(JSON.stringify(files), /duplicate-id/);
    const halves = [COPIES.slice(0, 8), COPIES.slice(8)].map((copies) => reported(...copies).files);
    assert.deepEqual(files, halves.flat());
  });

  it("says nothing of the articles behind a site's file that cannot be read, and says so once", () => {
    const topics = `${COPIES[8]}/data/topics.yaml`;
    rmSync(folder.at(topics));
    mkdirSync(folder.at(topics));
    const { files, stderr, code } = reported(".");
    assert.equal(stderr, `${topics}: a folder, not a file\n`);
    assert.equal(code, 2);
    assert.deepEqual(files, reported(...COPIES.slice(0, 8)).files);
  });
});
