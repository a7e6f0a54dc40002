import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { formats } from "../../server/src/cli/reporters/formats.ts";
import { failure, run, useFolder } from "./cli.ts";

/** So many articles has the large site, unless somebody asks for more. */
const COUNT = Number(process.env.CURATED_CONTENT_SHARD_FILES ?? 400);

const NEWS = "content/communities/chronic-care-management/curated-news";
const siteWriter = new URL("../../../test/bench/site/writeSite.mjs", import.meta.url).href;

describe("cli check --shard and merge", () => {
  const folder = useFolder();

  const shardFile = (number: number, total: number) => `curated-content-shard-${number}-of-${total}.jsonl`;

  function checkShards(total: number, ...args: readonly string[]): void {
    for (let number = 1; number <= total; number++) {
      const outcome = run(folder.path, "check", "--shard", `${number}/${total}`, ...args);
      assert.deepEqual(outcome, { code: 0, stdout: "", stderr: "" });
    }
  }

  /** Asserts that a merge in a folder says what a check says there. */
  function assertSame(cwd: string, args: readonly string[]): void {
    const names = Object.keys(formats);
    const reports = (to: string) => names.flatMap((name) => ["--format", `${name}:${to}/${name}`]);
    const common = ["--max-warnings", "3", "--format", "text"];
    const whole = run(cwd, "check", ...common, ...reports("whole"), ...args);
    assert.notEqual(whole.stdout, "");
    assert.deepEqual(run(cwd, "merge", ...common, ...reports("merged"), "."), whole);
    const at = cwd.slice(folder.path.length + 1);
    for (const name of names) {
      const [one, other] = ["whole", "merged"].map((to) => folder.read(join(at, to, name)));
      assert.ok(one !== undefined && other?.equals(one), name);
    }
  }

  /** Asserts that shards, merged, say byte for byte what one check says, in all formats. */
  function assertWhole(total: number, ...args: readonly string[]): void {
    checkShards(total, ...args);
    assertSame(folder.path, args);
    for (let number = 1; number <= total; number++) unlinkSync(folder.at(shardFile(number, total)));
  }

  /** Gives the last of the articles of a site what must be a first one's alone. */
  function share(site: string): void {
    const names = readdirSync(folder.at(`${site}/${NEWS}`)).filter((name) => name.endsWith(".md"));
    const [first, last] = [names.at(0), names.at(-1)].map((name) => `${site}/${NEWS}/${name}`);
    assert.ok(first !== undefined && last !== undefined);
    const id = /^id: .*$/m.exec(folder.read(first).toString())?.[0] ?? "";
    folder.write(
      last,
      folder
        .read(last)
        .toString()
        .replace(/^id: .*$/m, id),
    );
  }

  for (const total of [1, 3]) {
    it(`say what one check says: ${total}`, () => {
      for (const site of ["broken", "medigy", "gatherings"] as const) folder.addSite(site);
      share("medigy");
      assert.match(run(folder.path, "check", "medigy").stdout, /duplicate-id/);
      assertWhole(total, "broken", "medigy", "gatherings");
    });
  }

  it("heed the severities of rules that were asked for, also where articles are looked at once more", () => {
    for (const site of ["broken", "medigy"] as const) folder.addSite(site);
    share("medigy");
    const rules = ["--rule", "duplicate-id=error", "--rule=breadcrumb-links=off"];
    assert.match(run(folder.path, "check", ...rules, "medigy").stdout, /error .* duplicate-id/);
    assertWhole(2, ...rules, "broken", "medigy");
    checkShards(2, ...rules, "medigy");
    assert.equal(run(folder.path, "check", "--shard", "2/2", "medigy").code, 0);
    assert.match(failure(run(folder.path, "merge", ".")), /of another check/);
  });

  it("may be more than there are files", () => {
    folder.addSite("broken");
    assertWhole(
      5,
      ...readdirSync(folder.at(`broken/${NEWS}`))
        .slice(0, 3)
        .map((name) => `broken/${NEWS}/${name}`),
    );
  });

  it("say what one check says where a site learns from its articles, and of files of a site that are named", () => {
    for (const site of ["broken", "medigy"] as const) folder.addSite(site);
    unlinkSync(folder.at("medigy/data/topics.yaml"));
    share("medigy");
    folder.write("broken/curated-content.yaml", "rules:\n  no-such-rule: off\n");
    assertWhole(3, "broken/content", "medigy", "broken/curated-content.yaml", "broken/data/topics.yaml");
  });

  it(`say what one check says of ${COUNT} files, also with a cache`, async function () {
    this.timeout(60_000 + COUNT * 100);
    const { writeSite } = await import(siteWriter);
    writeSite(folder.at("large"), COUNT);
    const communities = readdirSync(folder.at("large/content/communities"));
    const articles = communities.flatMap((slug) => {
      const news = `large/content/communities/${slug}/curated-news`;
      return readdirSync(folder.at(news)).map((name) => `${news}/${name}`);
    });
    // Every so many share an address, some across shards.
    for (const [index, path] of articles.entries()) {
      if (index % 37 !== 0) continue;
      const text = folder.read(path).toString();
      folder.write(
        path,
        text.replace(/^id: .*$/m, `id: ${index % 3}`).replace(/^slug: .*$/m, `slug: same-${index % 5}`),
      );
    }
    assertWhole(4, "large");
    assertWhole(3, "--cache-location", "kept.json", "large");
    assertWhole(3, "--cache-location", "kept.json", "large");
  });

  it("may come in any order, from any folders", () => {
    folder.addSite("broken");
    const whole = run(folder.path, "check", "broken");
    checkShards(3, "broken");
    mkdirSync(folder.at("artifacts/a/b"), { recursive: true });
    renameSync(folder.at(shardFile(2, 3)), folder.at(`artifacts/a/b/${shardFile(2, 3)}`));
    renameSync(folder.at(shardFile(3, 3)), folder.at("artifacts/third"));
    const first = shardFile(1, 3);
    assert.deepEqual(run(folder.path, "merge", "artifacts/third", first, "artifacts"), whole);
    assert.deepEqual(run(folder.path, "merge", "artifacts", first, "artifacts/third"), whole);
  });

  it("may come from another machine, where the site lay elsewhere", () => {
    folder.addSite("broken");
    folder.addSite("medigy");
    share("medigy");
    mkdirSync(folder.at("there"));
    for (const site of ["broken", "medigy"]) renameSync(folder.at(site), folder.at(`there/${site}`));
    for (const number of [1, 2]) run(folder.at("there"), "check", "--shard", `${number}/2`, "medigy", "broken");
    renameSync(folder.at("there"), folder.at("here"));
    assertSame(folder.at("here"), ["medigy", "broken"]);
  });

  it("write to the file that is named, in a folder that need not be there", () => {
    folder.addSite("medigy");
    run(folder.path, "check", "--shard", "1/1", "--shard-file", "out/all.shard", "medigy");
    assert.deepEqual(run(folder.path, "merge", "out/all.shard"), { code: 0, stdout: "", stderr: "" });
  });

  it("repeat what went wrong, and do not pass for a check that went well", () => {
    folder.addSite("medigy");
    folder.write(`medigy/${NEWS}/a.md/b.txt`, "");
    rmSync(folder.at(`medigy/${NEWS}/a.md`), { recursive: true });
    rmSync(folder.at("medigy/data/topics.yaml"));
    mkdirSync(folder.at("medigy/data/topics.yaml"));
    const outcome = run(folder.path, "check", "--shard", "1/2", "medigy");
    assert.deepEqual(outcome, { code: 2, stdout: "", stderr: "medigy/data/topics.yaml: a folder, not a file\n" });
    run(folder.path, "check", "--shard", "2/2", "medigy");
    assert.deepEqual(run(folder.path, "merge", "."), run(folder.path, "check", "medigy"));
  });

  describe("are refused", () => {
    beforeEach(() => {
      folder.addSite("broken");
      folder.addSite("medigy");
      share("broken");
      checkShards(3, "broken");
    });

    const merge = (...paths: readonly string[]) => failure(run(folder.path, "merge", ...paths));

    it("where some are missing", () => {
      unlinkSync(folder.at(shardFile(2, 3)));
      assert.equal(merge("."), "curated-content: shard 2 of 3 is missing");
      assert.equal(merge(shardFile(3, 3)), "curated-content: shards 1, 2 of 3 are missing");
    });

    it("where one is there twice", () => {
      cpSync(folder.at(shardFile(2, 3)), folder.at("copy.jsonl"));
      const line = merge("copy.jsonl", ".");
      assert.equal(line, `copy.jsonl and ${shardFile(2, 3)}: both are shard 2 of 3`);
    });

    it("where one is of another check", () => {
      run(folder.path, "check", "--shard", "2/3", "medigy");
      assert.equal(merge("."), `${shardFile(2, 3)}: of another check than ${shardFile(1, 3)}`);
    });

    it("where one is damaged, or no results at all", () => {
      const name = shardFile(2, 3);
      const whole = folder.read(name);
      folder.write(name, whole.subarray(0, -20));
      assert.equal(merge("."), `${name}: damaged`);
      for (const bytes of [Buffer.from(""), Buffer.from('{"curatedContent":"shard"'), Buffer.from([0xff, 0, 0x0a])]) {
        folder.write(name, bytes);
        assert.equal(merge("."), `${name}: not the results of a shard`);
      }
      folder.write(name, whole.toString().replace('"program":"', '"program":"x'));
      assert.equal(merge("."), `${name}: written by another version of curated-content`);
    });

    it("where there are none", () => {
      assert.equal(merge("medigy"), "medigy: no results of shards in this folder");
      assert.equal(merge("nowhere"), "nowhere: no such file or folder");
    });

    it("where the site has changed since", () => {
      folder.write("broken/data/topics.yaml", `${folder.read("broken/data/topics.yaml")}# changed\n`);
      assert.equal(merge("."), "broken: this is not the site that the shards have seen; merge in a checkout of it");
    });

    it("where an article has changed since about which something else is to be said", () => {
      const name = readdirSync(folder.at(`broken/${NEWS}`)).find((each) => each.endsWith(".md"));
      const path = `broken/${NEWS}/${name}`;
      folder.write(path, `${folder.read(path)}\n<p>Changed.</p>\n`);
      const { code, stderr } = run(folder.path, "merge", ".");
      assert.deepEqual({ code, stderr }, { code: 2, stderr: `${path}: changed since the shards\n` });
    });

    for (const shard of ["0/3", "4/3", "3", "1/", "/2", "a/b", "-1/2", "1/2/3", "1.5/2", ""]) {
      it(`where there is no such part: ${shard || "empty"}`, () => {
        const line = failure(run(folder.path, "check", `--shard=${shard}`, "medigy"));
        assert.match(line, /^curated-content: option '--shard <I\/N>' argument '.*' is invalid\. .*; see --help$/);
      });
    }

    for (const others of [["--fix"], ["--diff"], ["--format", "json"], ["--max-warnings", "1"]]) {
      it(`with ${others[0]}, which is for the merge or for the whole`, () => {
        const line = failure(run(folder.path, "check", "--shard", "1/2", ...others, "medigy"));
        assert.match(line, /^curated-content: option '.*' cannot be used with option '.*'; see --help$/);
      });
    }

    it("with a file for a shard and no shard", () => {
      const line = failure(run(folder.path, "check", "--shard-file", "a", "medigy"));
      assert.equal(line, "curated-content: option '--shard-file' needs option '--shard'; see --help");
    });
  });
});
