import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { run, useFolder } from "./cli.ts";

const NEWS = "broken/content/communities/remote-patient-monitoring/curated-news";
const ARTICLE = `${NEWS}/f178654d-7997-5a79-bfc9-c1a7032a7eff.md`;
const IMAGE = `${NEWS}/f178654d-7997-5a79-bfc9-c1a7032a7eff-featuredImage.png`;

/** Long enough ago for the time of a file to be believed. */
const LONG_AGO = new Date("2020-01-01T00:00:00Z");

describe("cli check with a cache", () => {
  const folder = useFolder();

  beforeEach(() => folder.addSite("broken"));

  const cached = (...options: readonly string[]) =>
    run(folder.path, "check", "--cache-location", "kept/cache", ...options, "broken");
  const plain = () => run(folder.path, "check", "broken");

  function change(name: string, part: string | RegExp, by: string): void {
    const text = folder.read(name).toString();
    assert.notEqual(text.replace(part, by), text);
    folder.write(name, text.replace(part, by));
  }

  it("says what it says without, the first time and later", () => {
    const expected = plain();
    assert.equal(expected.code, 1);
    assert.deepEqual(cached(), expected);
    assert.deepEqual(cached(), expected);
  });

  it("looks at no file again whose size and time are the same", () => {
    utimesSync(folder.at(ARTICLE), LONG_AGO, LONG_AGO);
    const before = cached();
    change(ARTICLE, "searchCategory: News", "searchCategory: Newz");
    utimesSync(folder.at(ARTICLE), LONG_AGO, LONG_AGO);
    assert.deepEqual(cached(), before);
    assert.notEqual(plain().stdout, before.stdout);
  });

  it("notices every change that matters", () => {
    cached();
    const steps: readonly (() => void)[] = [
      () => change(ARTICLE, "searchCategory: News", "searchCategory: Newz"),
      () => folder.write(IMAGE, "no image"),
      () => change("broken/data/topics.yaml", /label: \w+/, "label: Nothing"),
      () => folder.write("broken/curated-content.yaml", "rules:\n  image-unreadable: off\n"),
      () => rmSync(folder.at(ARTICLE)),
      () => folder.write(`${NEWS}/new.md`, "---\narchetype: news\n---\n"),
    ];
    let before = plain();
    for (const [index, step] of steps.entries()) {
      step();
      const expected = plain();
      assert.notDeepEqual(expected, before, String(index));
      assert.deepEqual(cached(), expected, String(index));
      before = expected;
    }
  });

  it("keeps nothing of an article with a date to come", () => {
    change(ARTICLE, /^date: .*$/m, `date: '${new Date(Date.now() + 86_400_000).toISOString()}'`);
    utimesSync(folder.at(ARTICLE), LONG_AGO, LONG_AGO);
    cached();
    change(ARTICLE, "searchCategory: News", "searchCategory: Newz");
    utimesSync(folder.at(ARTICLE), LONG_AGO, LONG_AGO);
    assert.deepEqual(cached(), plain());
  });

  it("takes no cache that is damaged or of another program", () => {
    const expected = cached();
    const whole = readFileSync(folder.at("kept/cache"), "utf8");
    const damaged = [
      "",
      "{}",
      whole.slice(0, -1),
      whole.slice(0, whole.lastIndexOf("\n")),
      whole.replace("missing", "Missing"),
      whole.replace(/"program":"/, '"program":"other '),
      "\0".repeat(100),
    ];
    for (const text of damaged) {
      assert.notEqual(text, whole);
      writeFileSync(folder.at("kept/cache"), text);
      assert.deepEqual(cached(), expected);
      assert.ok(statSync(folder.at("kept/cache")).size > 1000);
    }
  });

  it("says where it cannot be kept, and is right all the same", () => {
    mkdirSync(folder.at("kept/cache"), { recursive: true });
    const { stderr, ...rest } = cached();
    const { stderr: _, ...expected } = plain();
    assert.deepEqual(rest, expected);
    assert.match(stderr, /^curated-content: cannot keep the cache: .+\n$/);
  });

  it("lies with the caches of other tools where none is named", () => {
    mkdirSync(folder.at("node_modules"));
    run(folder.path, "check", "--cache", "broken");
    assert.ok(statSync(folder.at("node_modules/.cache/curated-content/check.json")).isFile());
  });

  it("is not asked where files are repaired", () => {
    cached();
    assert.deepEqual(cached("--fix").stdout, plain().stdout);
  });
});
