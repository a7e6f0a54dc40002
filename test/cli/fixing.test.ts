import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, cpSync, lstatSync, readdirSync, symlinkSync, unlinkSync, watch } from "node:fs";
import { cli, failure, run, useFolder } from "./cli.ts";
import { repairable } from "./faults.ts";

const ARTICLE = repairable.find((file) => file.includes("ea15bcd2")) ?? "";

describe("cli check --fix of files that are not like others", () => {
  const folder = useFolder();

  beforeEach(() => {
    folder.addSite("broken");
    folder.addSite("medigy");
  });

  const isRepaired = (file: string) => folder.read(`broken/${file}`).equals(folder.read(`medigy/${file}`));

  it("says which file is read-only, leaves it alone and repairs the others", () => {
    chmodSync(folder.at(`broken/${ARTICLE}`), 0o444);
    const before = folder.read(`broken/${ARTICLE}`);
    const { code, stderr } = run(folder.at("broken"), "check", "--fix", "content");
    assert.deepEqual({ code, stderr }, { code: 2, stderr: `${ARTICLE}: not repaired, because it is read-only\n` });
    assert.ok(folder.read(`broken/${ARTICLE}`).equals(before));
    assert.deepEqual(
      repairable.filter((file) => !isRepaired(file)),
      [ARTICLE],
    );
  });

  it("repairs what a link leads to, once, whatever it is called", () => {
    cpSync(folder.at(`broken/${ARTICLE}`), folder.at("kept.md"));
    unlinkSync(folder.at(`broken/${ARTICLE}`));
    symlinkSync(folder.at("kept.md"), folder.at(`broken/${ARTICLE}`));
    const twin = ARTICLE.replace("ea15bcd2", "ea15bcd3");
    symlinkSync(folder.at("kept.md"), folder.at(`broken/${twin}`));
    const { stderr } = run(folder.at("broken"), "check", "--fix", ARTICLE, twin);
    assert.equal(stderr, "");
    assert.ok(lstatSync(folder.at(`broken/${ARTICLE}`)).isSymbolicLink());
    assert.ok(folder.read("kept.md").equals(folder.read(`medigy/${ARTICLE}`)));
  });

  it("repairs nothing while one of the site's own files cannot be read", () => {
    unlinkSync(folder.at("broken/data/topics.yaml"));
    folder.write("broken/data/topics.yaml/a.txt", "");
    const before = folder.read(`broken/${ARTICLE}`);
    assert.equal(run(folder.at("broken"), "check", "--fix", "content").code, 2);
    assert.ok(folder.read(`broken/${ARTICLE}`).equals(before));
  });

  it("reports what a check would find afterwards, where the site learns from what was repaired", () => {
    unlinkSync(folder.at("medigy/data/topics.yaml"));
    const news = "medigy/content/communities/chronic-care-management/curated-news";
    const names = readdirSync(folder.at(news)).filter((name) => /^[0-9a-f-]+\.md$/.test(name));
    for (const [index, name] of [names.at(0), names.at(-1)].entries()) {
      const text = folder
        .read(`${news}/${name}`)
        .toString()
        .replaceAll(/'Medigy: .*'/g, "'Arts: Solo'");
      // The last one uses the topic as well, once its key is spelt right.
      folder.write(`${news}/${name}`, index === 0 ? text : text.replace("communityTopics:", "communityTopcs:"));
    }
    assert.match(run(folder.path, "check", "medigy").stdout, /No other article uses `Arts: Solo`/);
    const { stdout } = run(folder.path, "check", "--fix", "medigy");
    assert.doesNotMatch(stdout, /No other article uses `Arts: Solo`/);
    assert.equal(stdout, run(folder.path, "check", "medigy").stdout);
  });

  for (const topics of ["listed", "learned"]) {
    it(`--dry-run reports what --fix would leave, and writes nothing (topics ${topics})`, () => {
      if (topics === "learned") unlinkSync(folder.at("broken/data/topics.yaml"));
      cpSync(folder.at("broken"), folder.at("before"), { recursive: true });
      const rehearsed = run(folder.at("broken"), "check", "--fix", "--dry-run", "--format", "json", "content");
      for (const file of repairable)
        assert.ok(folder.read(`broken/${file}`).equals(folder.read(`before/${file}`)), file);
      assert.match(rehearsed.stderr, /^curated-content: \d+ files would be repaired\n$/);
      const fixed = run(folder.at("broken"), "check", "--fix", "--format", "json", "content");
      assert.deepEqual({ ...rehearsed, stderr: "" }, fixed);
    });
  }

  it("--dry-run needs --fix", () => {
    const line = failure(run(folder.path, "check", "--dry-run", "broken"));
    assert.equal(line, "curated-content: option '--dry-run' needs option '--fix'; see --help");
  });

  it("ends by a signal with all files whole and nothing left behind", async () => {
    const news = "many/content/communities/chronic-care-management/curated-news";
    cpSync(folder.at("broken"), folder.at("many"), { recursive: true });
    const [faulty, repaired] = ["broken", "medigy"].map((site) => folder.read(`${site}/${ARTICLE}`).toString());
    assert.ok(faulty !== undefined && repaired !== undefined);
    const [, old = ""] = /^mdName: (.*)$/m.exec(repaired) ?? [];
    const names = Array.from({ length: 150 }, (_, index) => old.replace(/^.{8}/, String(10_000_000 + index)));
    for (const name of names) folder.write(`${news}/${name}.md`, faulty.replaceAll(old, name));
    const child = spawn(process.execPath, [cli, "check", "--fix", folder.at(news)], { stdio: "ignore" });
    const watcher = watch(folder.at(news), () => {
      watcher.close();
      child.kill("SIGINT");
    });
    const signal = await new Promise((resolve) => child.on("exit", (_, by) => resolve(by)));
    assert.equal(signal, "SIGINT");
    const torn = names.filter((name) => {
      const text = folder.read(`${news}/${name}.md`).toString();
      return text !== faulty.replaceAll(old, name) && text !== repaired.replaceAll(old, name);
    });
    assert.deepEqual(torn, []);
    const hidden = readdirSync(folder.at(news)).filter((name) => name.startsWith("."));
    assert.deepEqual(hidden, []);
  });
});
