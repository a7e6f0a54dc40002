import assert from "node:assert/strict";
import { readdirSync, symlinkSync, unlinkSync } from "node:fs";
import { run, useFolder } from "./cli.ts";

const COMMUNITY = "medigy/content/communities/chronic-care-management";
const NEWS = `${COMMUNITY}/curated-news`;

describe("cli check of a site that does not list its topics", () => {
  const folder = useFolder();

  beforeEach(() => {
    folder.addSite("medigy");
    unlinkSync(folder.at("medigy/data/topics.yaml"));
  });

  function writeNew(): string {
    const name = readdirSync(folder.at(NEWS)).find((file) => /^[0-9a-f-]+\.md$/.test(file)) ?? "";
    const text = folder.read(`${NEWS}/${name}`).toString();
    folder.write(`${NEWS}/${name}`, text.replaceAll("Medigy: ", "Arts: "));
    return `${NEWS}/${name}`;
  }

  it("reads the articles first, and takes a topic that is new for no fault", () => {
    const article = writeNew();
    const { code, stdout, stderr } = run(folder.path, "check", "--max-warnings", "0", article);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    assert.match(stdout, /^ +\d+:\d+ {2}information {2}No other article uses `Arts: .+`\..* {2}unknown-topic$/m);
    assert.doesNotMatch(stdout, /warning|error/);
  });

  it("repairs nothing by what was learned", () => {
    const article = writeNew();
    const before = folder.read(article);
    assert.equal(run(folder.path, "check", "--fix", article).code, 0);
    assert.deepEqual(folder.read(article), before);
  });

  it("follows no link to a folder and stumbles over nothing that it cannot read", () => {
    const article = writeNew();
    const expected = run(folder.path, "check", article).stdout;
    symlinkSync("..", folder.at(`${COMMUNITY}/loop`));
    symlinkSync("..", folder.at(`${NEWS}/loop.md`));
    symlinkSync("round.md", folder.at(`${NEWS}/round.md`));
    symlinkSync("nowhere.md", folder.at(`${NEWS}/gone.md`));
    folder.write(`${NEWS}/binary.md`, Buffer.from([0, 0xff, 0xfe, 0x2d, 0x2d, 0x2d]));
    assert.deepEqual(run(folder.path, "check", article), { code: 0, stdout: expected, stderr: "" });
  });

  it("knows the names of communities from their articles", () => {
    const article = writeNew();
    unlinkSync(folder.at("medigy/data/communities.yaml"));
    unlinkSync(folder.at(`${COMMUNITY}/_index.md`));
    folder.write(`${NEWS}/bare.md`, "---\narchetype: news\n---\n");
    const { stdout } = run(folder.path, "inspect", "--format", "json", `${NEWS}/bare.md`);
    const { community } = JSON.parse(stdout);
    const name = "Chronic Care Management (CCM)";
    assert.deepEqual(community, { slug: "chronic-care-management", name, listed: true });
    assert.doesNotMatch(run(folder.path, "check", article).stdout, /derived-value|breadcrumb/);
  });
});
