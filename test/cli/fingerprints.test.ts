import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { toCheckedFile } from "../../server/src/cli/checkedFile.ts";
import { fingerprintsOf } from "../../server/src/cli/fingerprints.ts";
import { rules } from "../../server/src/service/rules/index.ts";
import { createWorld, SITE } from "../world.ts";

/** Changes around a problem that leave it what it is. */
const AROUND: { readonly [name: string]: (text: string) => string } = {
  "a line before": (text) => text.replace(/^(---|\+\+\+)\n/, "$1\n# A note.\n"),
  "other line ends": (text) => text.replaceAll("\n", "\r\n"),
  "lines behind": (text) => `${text}\n${/^(?:---|\+\+\+|<)/.test(text) ? "<!-- The end. -->" : "# The end."}\n`,
};

async function fingerprintsIn(
  text: string,
  { path = "news/a.md", beside = {}, rule }: { path?: string | undefined; beside?: object | undefined; rule?: string },
): Promise<readonly string[]> {
  const world = createWorld({ ...SITE, ...beside });
  const document = world.document(path, text);
  await world.service.indexSite(document.uri);
  const diagnostics = (await world.service.diagnose(document)).filter(({ ruleId }) => ruleId === (rule ?? ruleId));
  return fingerprintsOf(toCheckedFile("/a.md", TextDocument.create(document.uri, "", 1, text), diagnostics), "a.md");
}

describe("cli, what problems are known again by", () => {
  for (const [name, change] of Object.entries(AROUND)) {
    it(`does not change with ${name}, in any rule`, async () => {
      for (const { id, examples } of rules) {
        for (const { path, bad, beside } of examples) {
          const before = await fingerprintsIn(bad, { path, beside, rule: id });
          assert.ok(before.length > 0);
          assert.deepEqual(await fingerprintsIn(change(bad), { path, beside, rule: id }), before, id);
        }
      }
    });
  }

  it("does not change when other pages join in, or other keys say what is expected", async () => {
    const article = (slug: string) => `---\narchetype: news\nid: 77\nslug: ${slug}\n---\n\nA beat.\n`;
    const [one, two] = [{ "content/news/b.md": article("b") }, { "content/news/c.md": article("c") }];
    const ask = (beside: object) =>
      fingerprintsIn(article("a"), { path: "content/news/a.md", beside, rule: "duplicate-id" });
    assert.equal((await ask(one)).length, 1);
    assert.deepEqual(await ask({ ...one, ...two }), await ask(one));
  });

  it("differs where another key, another value or another missing key is concerned", async () => {
    const one = await fingerprintsIn("---\narchetype: news\nsub: odd\nlink:\n  brand: a\n---\n", {});
    for (const [name, text] of Object.entries({
      key: "---\narchetype: news\nsearchCategory: odd\nlink:\n  brand: a\n---\n",
      value: "---\narchetype: news\nsub: odder\nlink:\n  brand: a\n---\n",
      missing: "---\narchetype: news\nsub: odd\nlink:\n  href: https://a.example/\n---\n",
    })) {
      const other = await fingerprintsIn(text, {});
      assert.ok(
        other.some((each) => !one.includes(each)),
        name,
      );
    }
  });

  it("tells those apart that are alike, by how many there are", async () => {
    const topics = (count: number) => `---\narchetype: news\ncommunityTopics:\n${"- Nothing\n".repeat(count)}---\n`;
    const [two, three] = [await fingerprintsIn(topics(2), {}), await fingerprintsIn(topics(3), {})];
    assert.equal(new Set(three).size, three.length);
    assert.deepEqual(
      two.filter((each) => !three.includes(each)),
      [],
    );
  });
});
