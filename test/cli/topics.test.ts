import assert from "node:assert/strict";
import { failure, run, useFolder } from "./cli.ts";

const TOPICS = "data/topics.yaml";

describe("topics import", () => {
  const folder = useFolder();
  const site = (text: string) => {
    folder.write("curated-content.yaml", "");
    folder.write(TOPICS, text);
    folder.write("new.csv", "scheme,label\nCare,One\nCare,Two\n");
  };

  it("tells what would change, and then changes it", () => {
    const before = "\uFEFF# ours\r\nschemes:\r\n- label: Care\r\n  topics:\r\n  - label: One\r\n  - label: Old\r\n";
    site(before);
    const told = "- Care: Old (deprecated)\n+ Care: Two\n\ndata/topics.yaml: 1 added, 0 changed, 1 retired.";
    const dry = run(folder.path, "topics", "import", "--dry-run", "new.csv");
    assert.deepEqual(dry, { code: 0, stderr: "", stdout: `${told} Nothing was written.\n` });
    assert.equal(folder.read(TOPICS).toString(), before);
    assert.deepEqual(run(folder.path, "topics", "import", "new.csv"), { code: 0, stderr: "", stdout: `${told}\n` });
    assert.equal(folder.read(TOPICS).toString(), `${before}    deprecated: true\r\n  - label: Two\r\n`);
    const again = run(folder.path, "topics", "import", "new.csv");
    assert.equal(again.stdout, "data/topics.yaml: 0 added, 0 changed, 0 retired.\n");
  });

  it("makes the file of a site that is named", () => {
    folder.write("a/hugo.yaml", "title: A\n");
    folder.write("new.json", '{"data": {"getClassHierarchy": [{"label": "One", "parentclasslabel": "Care"}]}}');
    const { code, stdout } = run(folder.path, "topics", "import", "new.json", "--site", "a");
    assert.deepEqual(
      [code, stdout],
      [0, "+ Care: One\n\na/data/topics.yaml: 1 added, 0 changed, 0 retired. The file is new.\n"],
    );
    assert.match(folder.read("a/data/topics.yaml").toString(), /- label: One\n$/);
  });

  it("writes nothing where something is wrong, and says where", () => {
    site("schemes: [\n");
    assert.match(failure(run(folder.path, "topics", "import", "none.csv")), /none\.csv: no such file/);
    assert.match(failure(run(folder.path, "topics", "import", "new.csv")), /data\/topics\.yaml. has errors/);
    folder.write("bad.ttl", "\n<a> <b>");
    assert.match(failure(run(folder.path, "topics", "import", "bad.ttl")), /^bad\.ttl:2: Expected/);
    folder.write("latin.csv", Buffer.from("label\n\xe4\n", "latin1"));
    assert.match(failure(run(folder.path, "topics", "import", "latin.csv")), /not valid UTF-8/);
    assert.equal(folder.read(TOPICS).toString(), "schemes: [\n");
  });
});
