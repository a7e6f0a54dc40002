import assert from "node:assert/strict";
import fc from "fast-check";
import { createAskedIndex, isAnsweredBy } from "../server/src/service/model/askedIndex.ts";
import type { PageFacts } from "../server/src/service/model/facts.ts";
import { createFactStore, type FactKind } from "../server/src/service/model/siteIndex.ts";
import { ARTICLE, changed } from "./fixture.ts";
import { createWorld, SITE } from "./world.ts";

const OTHER = ARTICLE.replace("3f2b", "4a1c");

describe("a survey", () => {
  const text = changed("searchCategory: News", "searchCategory: Newz");
  const world = () => createWorld({ ...SITE, [OTHER]: changed("id: 77", "id: 78") });

  it("finds in an article what a check finds, and what it says, without reading the others", async () => {
    const { document, service, read } = world();
    const survey = await service.surveys.survey(document(ARTICLE, text));
    assert.equal(survey?.facts?.path, ARTICLE);
    assert.deepEqual(survey?.facts?.article?.ids.id, "77");
    assert.ok(!read.includes(OTHER));
    assert.deepEqual(
      survey?.diagnostics.map(({ ruleId, start }) => [ruleId, start]),
      (await service.diagnose(document(ARTICLE, text))).map(({ ruleId, start }) => [ruleId, start]),
    );
  });

  it("knows of a page that is no article what links to it ask for", async () => {
    const { document, service } = world();
    const survey = await service.surveys.survey(document("content/communities/_index.md", "---\ntitle: A\n---\n"));
    assert.deepEqual(survey?.diagnostics, []);
    assert.equal(survey?.facts?.permalink, "/communities/");
  });

  it("is none where a site learns from its articles", async () => {
    const { document, service } = createWorld({ ...SITE, "data/topics.yaml": undefined });
    assert.equal(await service.surveys.survey(document(ARTICLE, text)), undefined);
  });

  it("holds as long as the others say nothing else", async () => {
    const { document, service, read } = world();
    const { uri } = document(ARTICLE, text);
    const facts = (await service.surveys.survey(document(ARTICLE, text)))?.facts;
    assert.ok(facts);
    await service.surveys.fill(uri, [facts]);
    assert.ok(!read.includes(ARTICLE) && read.includes(OTHER));
    const asked = (value: string, ...pages: readonly string[]) =>
      service.surveys.holds(uri, JSON.stringify(["id", value, pages.join()]));
    assert.ok(await asked("id:77", "."));
    assert.ok(!(await asked("id:78")));
    assert.ok(await asked("id:78", OTHER));
    assert.ok(await asked("id:79"));
    assert.ok(!(await service.surveys.holds(uri, "any")));
  });
});

describe("an index that is asked", () => {
  const values = fc.constantFrom("/a/", "/b/", "/c/");
  const path = fc.constantFrom("1.md", "2.md", "3.md", "4.md");
  const kind = fc.constantFrom<FactKind>("alias", "permalink", "source");
  const page = fc
    .record({ path, permalink: values, aliases: fc.uniqueArray(values, { maxLength: 2 }), source: values })
    .map(
      ({ source, ...rest }): PageFacts => ({
        ...rest,
        article: { archetype: "news", topics: [], ids: {}, source, tags: [], authors: [], images: [] },
      }),
    );

  it("answers for good where the whole index says the same", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(page, { selector: (each) => each.path, minLength: 1 }),
        fc.nat(4),
        fc.array(fc.tuple(kind, values), { minLength: 1, maxLength: 3 }),
        fc.option(path),
        ([self, ...others], known, asked, at) => {
          const whole = storeOf(self === undefined ? others : [self, ...others]);
          const index = createAskedIndex(storeOf(others.slice(0, known)), self?.path ?? "", () => self);
          const answers = asked.map(([of, value]) => pathsIn(index.find(of, value)));
          if (at !== null) answers.push(pathsIn([index.at(at)].flatMap((found) => found ?? [])));
          const right = asked.map(([of, value]) => pathsIn(whole.find(of, value)));
          if (at !== null) right.push(pathsIn([whole.at(at)].flatMap((found) => found ?? [])));
          assert.equal(
            isAnsweredBy(index.questions(), self?.path ?? "", whole),
            JSON.stringify(answers) === JSON.stringify(right),
          );
        },
      ),
    );
  });

  it("gives no answer for good to who looks at all pages", () => {
    const index = createAskedIndex(storeOf([]), "1.md", () => undefined);
    assert.deepEqual([...index.all()], []);
    assert.equal(isAnsweredBy(index.questions(), "1.md", storeOf([])), false);
  });

  function storeOf(pages: readonly PageFacts[]) {
    const store = createFactStore();
    for (const each of pages) store.set(each.path, each);
    return store;
  }

  function pathsIn(pages: readonly PageFacts[]): readonly string[] {
    return pages.map((each) => each.path).toSorted();
  }
});
