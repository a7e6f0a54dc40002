import assert from "node:assert/strict";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, SITE } from "./world.ts";

/** What a site says of its Hugo, and how that reads `title: no` and `title: 1e3`. */
const VERSIONS: readonly (readonly [hugo: string, no: unknown, exponent: unknown])[] = [
  ["", false, 1000],
  ["hugo: { version: 0.111.3 }", false, 1000],
  ["hugo: { version: v0.147.6+extended }", false, 1000],
  ["hugo: { version: 0.151 }", false, 1000],
  ["hugo: { version: 0.152 }", "no", "1e3"],
  ["hugo: { version: 0.152.0 }", "no", "1e3"],
  ["hugo: { version: 0.150 }", false, 1000],
  ["hugo: { version: 0.160 }", "no", "1e3"],
  ["hugo: { version: 0.92 }", false, 1000],
  ["hugo: { version: '0.200' }", "no", "1e3"],
  ["hugo: { version: 1.0.0 }", "no", "1e3"],
  ["hugo: {}", false, 1000],
];

describe("the version of Hugo", () => {
  for (const [hugo, no, exponent] of VERSIONS) {
    it(`counts: ${hugo || "the default"}`, async () => {
      const world = createWorld({ ...SITE, "curated-content.yaml": hugo });
      const titleOf = async (title: string) =>
        (await world.service.inspect(world.document(ARTICLE, changed("title: A Steady Beat", title))))?.values.title;
      assert.deepEqual(await world.service.siteProblems(`file:///site/${ARTICLE}`), []);
      assert.deepEqual([await titleOf("title: no"), await titleOf("title: 1e3")], [no, exponent]);
    });
  }

  for (const version of ["newest", "152", "0", "true", "[0.147]", "''"]) {
    it(`is told when it is none: ${version}`, async () => {
      const world = createWorld({ ...SITE, "curated-content.yaml": `hugo:\n  version: ${version}\n` });
      const [problem, ...others] = await world.service.siteProblems(`file:///site/${ARTICLE}`);
      assert.deepEqual([problem?.line, others], [2, []]);
      assert.match(problem?.message ?? "", /^`hugo\.version` should be /);
      assert.deepEqual(await world.service.diagnose(world.document(ARTICLE, CLEAN)), []);
    });
  }

  it("changes what an open document says", async () => {
    const world = createWorld({ ...SITE, "curated-content.yaml": "hugo: { version: 0.147.6 }" });
    const document = world.document(ARTICLE, changed("title: A Steady Beat", "title: no"));
    assert.equal((await world.service.inspect(document))?.values.title, false);
    world.write("curated-content.yaml", "hugo: { version: 0.152.0 }");
    assert.equal((await world.service.inspect(document))?.values.title, "no");
  });
});

const REPETITIONS: readonly (readonly [version: string, lines: string, said: RegExp | undefined])[] = [
  ["0.147.6", "weight: 1\nweight: 2\n", /Hugo takes this one/],
  ["0.152.0", "weight: 1\nweight: 2\n", /Hugo stops the build/],
  ["0.147.6", "Weight: 1\nweight: 2\n", /takes `Weight`/],
  ["0.152.0", "weight: 1\nWeight: 2\n", /takes `Weight`/],
  ["0.147.6", "WEIGHT: 1\nWeight: 2\n", /now the one, now the other/],
  ["0.147.6", "params: {Beat: 1, beat: 2}\n", /takes `Beat`/],
  ["0.147.6", "params: {hearts: [{Beat: 1, beat: 2}]}\n", undefined],
  ["0.147.6", "params: {hearts: [{beat: 1, beat: 2}]}\n", /Hugo takes this one/],
];

describe("keys that stand twice", () => {
  for (const [version, lines, said] of REPETITIONS) {
    it(`${version}: ${JSON.stringify(lines)}`, async () => {
      const world = createWorld({ ...SITE, "curated-content.yaml": `hugo: { version: ${version} }` });
      const text = changed("title: A Steady", `${lines}title: A Steady`);
      const found = await world.service.diagnose(world.document(ARTICLE, text));
      if (said === undefined) assert.deepEqual(found, []);
      else assert.match(found.map(({ message }) => message).join("\n"), said);
    });
  }
});
