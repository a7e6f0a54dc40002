import assert from "node:assert/strict";
import { renameSync, unlinkSync } from "node:fs";
import { formats } from "../../server/src/cli/reporters/formats.ts";
import { failure, run, useFolder } from "./cli.ts";

const NEWS = "content/communities/chronic-care-management/curated-news";
const ARTICLE = `${NEWS}/ea15bcd2-9e0c-565c-8cec-7e0b4bb38723.md`;
const FILE = "curated-content-baseline.json";

describe("cli check with a baseline", () => {
  const folder = useFolder();
  const inSite = (...args: readonly string[]) => run(folder.at("broken"), ...args);
  const check = (...args: readonly string[]) => inSite("check", ...args, "content", "data/topics.yaml");

  beforeEach(() => folder.addSite("broken"));

  function change(name: string, part: string | RegExp, by: string): void {
    const text = folder.read(`broken/${name}`).toString();
    assert.notEqual(text.replace(part, by), text);
    folder.write(`broken/${name}`, text.replace(part, by));
  }

  /** The rules of what is reported. */
  function reported(...args: readonly string[]): readonly string[] {
    const files = JSON.parse(check("--format", "json", ...args).stdout) as readonly {
      readonly messages: readonly { readonly ruleId: string }[];
    }[];
    return files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  }

  it("reports nothing while nothing is new, in any format", () => {
    const before = check();
    assert.equal(before.code, 1);
    const updated = check("--update-baseline");
    assert.deepEqual({ ...updated, stderr: "" }, { code: 0, stdout: "", stderr: "" });
    assert.match(updated.stderr, new RegExp(`^curated-content: ${FILE} knows (\\d+) problems: \\1 new, 0 gone\n$`));
    assert.deepEqual(check("--max-warnings", "0"), { code: 0, stdout: "", stderr: "" });
    for (const format of Object.keys(formats)) {
      const { code, stdout } = check("--format", format);
      assert.equal(code, 0);
      assert.doesNotMatch(stdout, /"ruleId"|should be `\/communities\/womens/, format);
    }
    assert.deepEqual(check("--no-baseline"), before);
  });

  it("reports what is new, and only that, wherever lines have moved to", () => {
    check("--update-baseline");
    change(ARTICLE, "---\n", "---\n# A note.\n# Another one.\n");
    change(ARTICLE, /$/, "\n<p>More.</p>\n");
    assert.deepEqual(reported(), []);
    change(ARTICLE, "source: open-project-curations", "source: 5");
    assert.deepEqual(reported(), ["invalid-value"]);
    assert.deepEqual([check().code, check("--max-warnings", "0").code], [0, 1]);
  });

  it("counts those that are alike", () => {
    const topic = "- Nothing\n";
    change(ARTICLE, "communityTopics:\n", `communityTopics:\n${topic}${topic}`);
    check("--update-baseline");
    change(ARTICLE, topic, topic + topic);
    const once = reported();
    assert.equal(once.filter((rule) => rule === "topic-scheme").length, 1);
  });

  it("tells what is gone, and forgets it when it is told to", () => {
    check("--update-baseline");
    inSite("check", "--fix", ARTICLE);
    const { code, stdout, stderr } = check();
    assert.deepEqual({ code, stdout }, { code: 0, stdout: "" });
    assert.match(
      stderr,
      /^curated-content: \d+ problems are gone that curated-content-baseline\.json knows; .*\n {2}content/,
    );
    const [, gone = ""] = /: (\d+) problems are gone/.exec(stderr) ?? [];
    assert.match(check("--update-baseline").stderr, new RegExp(`: 0 new, ${gone} gone\n$`));
    assert.deepEqual(check(), { code: 0, stdout: "", stderr: "" });
  });

  it("says nothing of files that were not looked at, keeps what it knows of them, and forgets those that have gone", () => {
    check("--update-baseline");
    const whole = folder.read(`broken/${FILE}`).toString();
    assert.deepEqual(inSite("check", ARTICLE), { code: 0, stdout: "", stderr: "" });
    assert.match(inSite("check", "--update-baseline", ARTICLE).stderr, /: 0 new, 0 gone\n$/);
    assert.equal(folder.read(`broken/${FILE}`).toString(), whole);
    unlinkSync(folder.at(`broken/${ARTICLE}`));
    const { stderr } = inSite("check", NEWS);
    assert.match(stderr, new RegExp(`^ {2}${ARTICLE}: `, "m"));
    inSite("check", "--update-baseline", NEWS);
    assert.doesNotMatch(folder.read(`broken/${FILE}`).toString(), /ea15bcd2/);
  });

  it("does not take for gone what was not looked for", () => {
    check("--update-baseline");
    const rules = [...new Set(reported("--no-baseline"))].flatMap((rule) => ["--rule", `${rule}=off`]);
    assert.deepEqual(check(...rules), { code: 0, stdout: "", stderr: "" });
    assert.match(check("--update-baseline", ...rules).stderr, /: 0 new, 0 gone\n$/);
  });

  it("knows the faults of a site's own files, and that they are gone", () => {
    folder.write("broken/curated-content.yaml", "rules:\n  no-such-rule: off\n");
    check("--update-baseline");
    assert.deepEqual(check(), { code: 0, stdout: "", stderr: "" });
    folder.write("broken/curated-content.yaml", "rules: {}\n");
    assert.match(check().stderr, /^curated-content: 1 problem is gone .*\n {2}curated-content\.yaml: .*\n$/);
  });

  it("is a file that people can read and merge: sorted, a problem a line, the same from wherever it is written", () => {
    check("--update-baseline");
    const text = folder.read(`broken/${FILE}`).toString();
    const problems = text.split("\n").filter((line) => line.startsWith("      {"));
    assert.ok(
      problems.length > 20 && problems.every((line) => /"rule":".+","fingerprint":"\w+","message":".+"\}/.test(line)),
    );
    unlinkSync(folder.at(`broken/${FILE}`));
    run(folder.path, "check", "--update-baseline", "--baseline", `broken/${FILE}`, "broken", "broken/data/topics.yaml");
    assert.equal(folder.read(`broken/${FILE}`).toString(), text);
    renameSync(folder.at("broken"), folder.at("moved"));
    const outcome = run(folder.path, "check", "--baseline", `moved/${FILE}`, "moved", "moved/data/topics.yaml");
    assert.deepEqual(outcome, { code: 0, stdout: "", stderr: "" });
  });

  it("goes with repairs, which are made all the same", () => {
    check("--update-baseline");
    assert.match(check("--fix").stderr, /problems are gone/);
    folder.addSite("medigy");
    assert.ok(folder.read(`broken/${ARTICLE}`).equals(folder.read(`medigy/${ARTICLE}`)));
  });

  it("goes with shards: the merge uses it, and updates it", () => {
    for (const number of [1, 2]) inSite("check", "--shard", `${number}/2`, "content", "data/topics.yaml");
    assert.equal(inSite("merge", "--update-baseline", ".").code, 0);
    const merged = folder.read(`broken/${FILE}`).toString();
    unlinkSync(folder.at(`broken/${FILE}`));
    check("--update-baseline");
    assert.equal(folder.read(`broken/${FILE}`).toString(), merged);
    for (const format of ["jsonl", "text"]) {
      assert.deepEqual(inSite("merge", "--format", format, "."), check("--format", format));
    }
  });

  it("is not written where not all could be checked", () => {
    check("--update-baseline");
    const before = folder.read(`broken/${FILE}`).toString();
    unlinkSync(folder.at("broken/data/communities.yaml"));
    folder.write("broken/data/communities.yaml/a.txt", "");
    const { code, stderr } = check("--update-baseline");
    assert.equal(code, 2);
    assert.match(stderr, /curated-content-baseline\.json: not written, because not all could be checked\n$/);
    assert.equal(folder.read(`broken/${FILE}`).toString(), before);
  });

  it("is said to be unusable where it is", () => {
    assert.equal(failure(check("--baseline", "none.json")), "none.json: no such file or folder");
    for (const text of ["", "[]", "{}", '{"version":1,"files":{"a.md":[{}]}}', '{"version":1,"files":[]}', "{\u0000"]) {
      folder.write(`broken/${FILE}`, text);
      assert.equal(failure(check()), `${FILE}: no baseline`);
      assert.equal(failure(check("--update-baseline")), `${FILE}: no baseline`);
      assert.equal(folder.read(`broken/${FILE}`).toString(), text);
    }
    folder.write(`broken/${FILE}`, '{"version":2,"files":{}}');
    assert.equal(failure(check()), `${FILE}: a baseline of another version of curated-content`);
    assert.equal(failure(check("--update-baseline", "--baseline", ARTICLE)), `${ARTICLE}: no baseline`);
  });

  for (const others of [
    ["--diff", "--baseline", "a.json"],
    ["--shard", "1/2", "--baseline", "a.json"],
    ["--update-baseline", "--diff"],
    ["--update-baseline", "--shard", "1/2"],
    ["--update-baseline", "--fix", "--dry-run"],
    ["--update-baseline", "--no-baseline"],
  ]) {
    it(`does not go with what contradicts it: ${others.join(" ")}`, () => {
      assert.match(
        failure(check(...others)),
        /^curated-content: option '.*' cannot be used with option '.*'; see --help$/,
      );
    });
  }
});
