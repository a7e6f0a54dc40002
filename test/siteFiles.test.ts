import assert from "node:assert/strict";
import fc from "fast-check";
import { ARTICLE, accept, CLEAN, check, complete, diagnose, fixed, hover, quickFixes, report } from "./fixture.ts";
import { runs } from "./runs.ts";
import { createWorld, SITE } from "./world.ts";

const CONFIG = { path: "curated-content.yaml", site: { ...SITE, "content/a.md": "" } };
const TOPICS = { path: "data/topics.yaml" };
const COMMUNITIES = { path: "data/communities.yaml" };

describe("a site's own files", () => {
  describe("diagnostics", () => {
    it("say nothing of files that are in order", async () => {
      for (const [path, text] of Object.entries(SITE)) assert.equal(await report(text, { path }), "");
      const config = "content: [content]\ncommunities: data/communities.yaml\nrules:\n  unknown-key: off\n";
      for (const text of [
        config,
        `---\n${config}`,
        `# A comment.\n---\n${config}...\n`,
        "",
        "# Nothing yet.\n",
        config.trimEnd(),
      ])
        assert.equal(await report(text, CONFIG), "", text);
    });

    it("mark what the configuration may not say", () =>
      check(
        `rules:
  unknown-key: loud
#              ^^^^ invalid-value
  unknwon-topic: off
# ^^^^^^^^^^^^^ misspelled-key
  no-such-rule: off
# ^^^^^^^^^^^^ unknown-key
  derived-value:
# ^^^^^^^^^^^^^ invalid-value
    off: on
vocabularies:
  topics: 7
#         ^ wrong-type
`,
        CONFIG,
      ));

    it("take no key for one of a mapping above that has any keys", () =>
      check(
        `archetypes:
  event:
    files: content/events/*.md
rulez:
^^^^^ misspelled-key
  unknown-key: off
`,
        CONFIG,
      ));

    it("mark what no key holds in a list of communities, item by item", () =>
      check(
        `- slug: heart
  name: 5
#       ^ wrong-type
- nmae: Kidney
# ^^^^ misspelled-key
# ^^^^ missing-key
- slug: lung
  name: Lung
`,
        COMMUNITIES,
      ));

    it("lose no item but the one that cannot be read", () =>
      check(
        `- slug: lung
  name: 'Lung
#       ^ yaml-syntax
- slug: skin
  nam
# ^^^ yaml-syntax
stray
^^^^^ yaml-syntax
- slug: Heart
#       ^^^^^ invalid-value
  name: Heart
`,
        COMMUNITIES,
      ));

    it("mark a file that holds something else as a whole", async () => {
      assert.equal(await report("a: b\nc: d\n", COMMUNITIES), "1 wrong-type «a: b»");
      assert.equal(await report("- a: b\n", TOPICS), "1 wrong-type «- a: b»");
      assert.equal(await report("- a\n", CONFIG), "1 yaml-syntax «a»");
    });

    it("stay away from other YAML", async () => {
      for (const path of ["other.yaml", "content/data/topics.yaml", "hugo.yaml"]) {
        assert.equal(await report("contnt: [\n", { path }), "");
        assert.deepEqual(await complete("con$0\n", { path }), []);
      }
    });
  });

  describe("places that the configuration names", () => {
    it("are told when they are not there, also in a text that is not saved", async () => {
      const text =
        "content: [content, nowhere]\ncommunities: data/comunities.yaml\nvocabularies: { topics: no.yaml }\n";
      const expected = [
        "1 site-configuration «nowhere»",
        "2 site-configuration «data/comunities.yaml»",
        "3 site-configuration «no.yaml»",
      ].join("\n");
      assert.equal(await report(text, CONFIG), expected);
      const site = { ...CONFIG.site, "curated-content.yaml": text };
      assert.equal(await report(text, { ...CONFIG, site }), expected);
      assert.equal(await report("content: content\n", { ...CONFIG, site }), "");
    });
  });

  describe("a vocabulary", () => {
    const topics = (list: string) => `schemes:\n- label: Heart\n  topics:\n${list.replace(/^/gm, "  ")}`;

    it("lists each topic of a scheme once", () =>
      check(
        `schemes:
- label: Heart
  topics:
  - label: Beat
  - label: Rate
  - label: Beat
#          ^^^^ vocabulary-duplicate
- label: Lung
  topics:
  - label: Beat
`,
        TOPICS,
      ));

    it("leads from what was replaced to what is there", () =>
      check(
        `schemes:
- label: Heart
  topics:
  - label: Pulse
    replacedBy: 'Heart: Beta'
#               ^^^^^^^^^^^^^ vocabulary-replacement
  - label: Beat
  - label: A
    replacedBy: 'Heart: B'
#               ^^^^^^^^^^ vocabulary-replacement
  - label: B
    replacedBy: 'Heart: A'
  - label: C
    replacedBy: 'Heart: A'
  - label: Self
    replacedBy: 'Heart: Self'
#               ^^^^^^^^^^^^^ vocabulary-replacement
`,
        TOPICS,
      ));

    it("says nothing of a replacement that a broken line may hold", async () => {
      const text = topics("- label: 'Beat\n- label: Pulse\n  replacedBy: 'Heart: Beat'\n");
      assert.doesNotMatch(await report(text, TOPICS), /vocabulary/);
    });
  });

  describe("quick fixes", () => {
    it("rename what is misspelt, in the text as it stands", async () => {
      assert.equal(await fixed("contnt: content # ours\r\n", CONFIG), "content: content # ours\r\n");
      assert.equal(await fixed("rules:\n  unknwon-key: off\n", CONFIG), "rules:\n  unknown-key: off\n");
      assert.equal(await fixed("- slug: a\n  nmae: A\n", COMMUNITIES), "- slug: a\n  name: A\n");
    });

    it("add what an item lacks", async () => {
      const [fix] = await quickFixes("- slug: a\n- slu$0g: b\n  name: B\n", COMMUNITIES);
      assert.equal(fix, undefined);
      const [add] = await quickFixes("- slu$0g: a\n- slug: b\n  name: B\n", COMMUNITIES);
      assert.equal(add?.text, "- name: ''\n  slug: a\n- slug: b\n  name: B\n");
    });

    it("offer no comment that suppresses, for in these files none does", async () => {
      const titles = (await quickFixes("cont$0nt: content\n", CONFIG)).map(({ title }) => title);
      assert.deepEqual(titles, ["Rename to `content`"]);
    });
  });

  describe("what a site says of rules", () => {
    it("is about its articles, but for the rules about its own files", async () => {
      const site = {
        ...CONFIG.site,
        "curated-content.yaml": "rules: { unknown-key: off, site-configuration: off }\n",
      };
      assert.equal(await report("colour: red\ncontent: nowhere\n", { ...CONFIG, site }), "1 unknown-key «colour»");
    });
  });

  describe("completion", () => {
    it("offers keys, rules and severities", async () => {
      assert.equal(await accept("voc$0", "vocabularies", CONFIG), "vocabularies:\n  ");
      assert.equal(await accept("arch$0", "archetypes", CONFIG), "archetypes:\n  ");
      assert.equal(await accept("rules:\n  unk$0\n", "unknown-key", CONFIG), "rules:\n  unknown-key: \n");
      assert.equal(await accept("rules:\n  unknown-key: $0\n", "off", CONFIG), "rules:\n  unknown-key: off\n");
      assert.deepEqual(
        await labelsOf("content: content\nvoc$0: x\n", CONFIG),
        (await labelsOf("voc$0", CONFIG)).filter((label) => label !== "content"),
      );
    });

    it("offers the keys that an item of a list lacks", async () => {
      assert.deepEqual(await labelsOf("- $0", COMMUNITIES), ["name", "slug", "mastHead", "type"]);
      assert.deepEqual(await labelsOf("- sl$0", COMMUNITIES), ["name", "slug", "mastHead", "type"]);
      assert.deepEqual(await labelsOf("- slug: a\n  name: A\n- slug: b\n  na$0\n", COMMUNITIES), [
        "name",
        "mastHead",
        "type",
      ]);
      assert.equal(await accept("schemes:\n- la$0", "label", TOPICS), "schemes:\n- label: ");
      assert.deepEqual(await labelsOf("- slug: $0", COMMUNITIES), []);
    });

    it("offers the topics that one may be replaced by", async () => {
      const text = "schemes:\n- label: Medigy\n  topics:\n  - label: Telecare\n    replacedBy: $0\n";
      assert.equal(await accept(text, "Medigy: Telehealth", TOPICS), text.replace("$0", "'Medigy: Telehealth'"));
    });
  });

  it("explain their keys", async () => {
    const explanation = (await hover("rules:\n  unk$0nown-key: off\n", CONFIG))?.contents ?? "";
    assert.match(explanation, /^\*\*unknown-key\*\*.*`off`/);
    assert.match(explanation, /\[About this rule\]\(https:.+\/unknown-key\.md\)/);
    assert.match((await hover("- sl$0ug: a\n", COMMUNITIES))?.contents ?? "", /^\*\*Slug\*\*/);
  });

  it("are the same with CRLF, and with a byte order mark", async () => {
    const text = "# A site.\n---\ncontnt: content\nrules:\n  unknown-key: loud\n";
    const list = "- slug: a\n  nmae: A\n\n- slug: 'b\n  name: B\n";
    for (const [plain, place] of [
      [text, CONFIG],
      [list, COMMUNITIES],
    ] as const) {
      const expected = await report(plain, place);
      assert.equal(expected.split("\n").length, 2);
      assert.equal(await report(plain.replaceAll("\n", "\r\n"), place), expected);
      assert.equal(await report(`\uFEFF${plain}`, place), expected);
    }
  });

  it("may hold anything: nothing throws, and every place lies in the text", async () => {
    const line = fc.constantFrom(
      ...[
        "- ",
        "-",
        "- slug: a",
        "  name: A",
        "schemes:",
        "- label: x",
        "  topics:",
        "  - label: 'y",
        "rules:",
        "  a: off",
      ],
      ...["---", "...", "\t", "  [", "&a [*a]", "content: [", "? x", ": y", "<<: *a", "# c", "", "x", "%YAML 1.2"],
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(line).map((lines) => lines.join("\n")),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), async (content, at) => {
        for (const path of ["curated-content.yaml", "data/topics.yaml", "data/communities.yaml"]) {
          const world = createWorld({ ...SITE, [path]: content });
          const document = world.document(path, content);
          for (const { start, end } of await world.service.diagnose(document))
            assert.ok(0 <= start && start <= end && end <= content.length);
          await world.service.complete(document, at % (content.length + 1));
          await world.service.hover(document, at % (content.length + 1));
          await world.service.fixAll(document);
        }
      }),
    );
  });

  it("take nothing from what is said of articles, whatever stands in the configuration", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (content) => {
        const site = { ...SITE, "curated-content.yaml": content };
        const found = await diagnose(CLEAN.replace("mastHead:", "masthead:"), { path: ARTICLE, site });
        assert.deepEqual(
          found.map(({ ruleId }) => ruleId),
          ["misspelled-key"],
        );
      }),
      { numRuns: runs(50) },
    );
  });
});

const labelsOf = async (...args: Parameters<typeof complete>) => (await complete(...args)).map(({ label }) => label);
