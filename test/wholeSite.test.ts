import assert from "node:assert/strict";
import {
  applyEdits,
  type CheckedSiteFile,
  type FileEdit,
  type ProblemCounts,
} from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, SITE, type World } from "./world.ts";

const FOLDER = "content/communities/cardiology/curated-news";
const PLACE = "file:///site/content/";
/** A right answer waits in it. */
const FAULTY = changed("searchCategory: News", "searchCategory: Novels", changed("id: 77", "id: 79"));

describe("a check of a whole site", () => {
  async function checked(
    world: World,
    ...options: Parameters<World["service"]["checkSite"]> extends [unknown, unknown, ...infer Rest] ? Rest : never
  ) {
    const files: CheckedSiteFile[] = [];
    await world.service.checkSite(PLACE, (file) => void files.push(file), ...options);
    return Object.fromEntries(
      files.map(({ uri, diagnostics }) => [nameOf(uri), diagnostics.map(({ ruleId }) => ruleId)]),
    );
  }

  it("tells of every article and of the site's own files, with and without problems", async () => {
    const world = createWorld({
      ...SITE,
      [ARTICLE]: CLEAN,
      [`${FOLDER}/faulty.md`]: changed("status: ''", "statsu: ''", CLEAN),
      [`${FOLDER}/bare.md`]: "No front matter.\n",
      [`${FOLDER}/README.md`]: "About this folder.\n",
      "data/topics.yaml": `${SITE["data/topics.yaml"]}more: 1\n`,
    });
    const found = await checked(world);
    assert.deepEqual(Object.keys(found).toSorted(), [
      nameOf(ARTICLE),
      "bare.md",
      "communities.yaml",
      "faulty.md",
      "topics.yaml",
    ]);
    assert.ok(found["faulty.md"]?.includes("misspelled-key"));
    assert.deepEqual(found["bare.md"], ["missing-front-matter"]);
    assert.deepEqual(new Set(found["topics.yaml"]), new Set(["unused-topic", "unknown-key"]));
    assert.deepEqual(found["communities.yaml"], []);
  });

  it("sees open documents as they stand", async () => {
    const world = createWorld({ ...SITE, [ARTICLE]: CLEAN });
    world.open(ARTICLE, changed("status: ''", "statsu: ''"));
    assert.deepEqual((await checked(world))[nameOf(ARTICLE)], ["misspelled-key"]);
  });

  it("heeds a user's settings", async () => {
    const world = createWorld({ ...SITE, [ARTICLE]: changed("status: ''", "statsu: ''") });
    const settings = { enable: true, rules: { "misspelled-key": "off" } as const };
    assert.deepEqual((await checked(world, { settings }))[nameOf(ARTICLE)], []);
    assert.deepEqual(await checked(world, { settings: { enable: false, rules: {} } }), {});
  });

  it("tells how far it is, and stops when nobody wants it any more", async () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, number) => [`${FOLDER}/${number}.md`, CLEAN]));
    const world = createWorld({ ...SITE, ...many });
    const signal = { aborted: false };
    const told: string[] = [];
    const progress = (done: number, total: number) => {
      told.push(`${done}/${total}`);
      signal.aborted = done >= 32;
    };
    const found = await checked(world, { signal, progress });
    assert.deepEqual(told.slice(0, 2), ["16/100", "32/100"]);
    assert.ok(Object.keys(found).length < 40);
  });

  it("checks one file alone, as it does among all", async () => {
    const world = createWorld({ ...SITE, [ARTICLE]: FAULTY });
    const file = await world.service.checkFile(`file:///site/${ARTICLE}`);
    assert.equal(file?.text, FAULTY);
    assert.ok((file?.diagnostics.length ?? 0) > 0);
    assert.equal(await world.service.checkFile("file:///site/content/none.md"), undefined);
    assert.equal(await world.service.checkFile("file:///site/package.json"), undefined);
  });
});

describe("the repair of a whole site", () => {
  async function repairs(world: World) {
    const files: FileEdit[] = [];
    const { errors } = await world.service.fixSite(PLACE, (file) => void files.push(file));
    return { errors, files };
  }

  it("tells of the files with a right answer only, and changes nothing", async () => {
    const choice = changed("- 'Medigy: Telehealth'", "- 'Medigy: Knitting'", changed("id: 77", "id: 78"));
    const world = createWorld({
      ...SITE,
      [ARTICLE]: CLEAN,
      [`${FOLDER}/faulty.md`]: FAULTY,
      [`${FOLDER}/choice.md`]: choice,
    });
    const { files } = await repairs(world);
    const repaired = files.find(({ uri }) => nameOf(uri) === "faulty.md");
    assert.ok(repaired);
    assert.match(applyEdits(repaired.text, repaired.edits), /^searchCategory: News$/m);
    assert.ok(!files.some(({ uri }) => nameOf(uri) === nameOf(ARTICLE)));
    assert.equal((await world.service.checkFile(`file:///site/${FOLDER}/faulty.md`))?.text, FAULTY);
  });

  it("repairs open documents as they stand", async () => {
    const world = createWorld({ ...SITE, [ARTICLE]: CLEAN });
    const text = changed("searchCategory: News", "searchCategory: Novels\n# being written");
    world.open(ARTICLE, text);
    const { files } = await repairs(world);
    assert.deepEqual(
      files.map((file) => file.text),
      [text],
    );
  });

  it("leaves a file alone that is not valid UTF-8, and says so", async () => {
    const world = createWorld({ ...SITE, [ARTICLE]: changed("A Steady Beat", "A Ste\uFFFDdy Beat", FAULTY) });
    assert.deepEqual((await repairs(world)).files, []);
    assert.equal(world.logged.filter((line) => line.includes("not valid UTF-8")).length, 1);
  });

  it("repairs nothing while the site's own files are in error", async () => {
    const world = createWorld({ ...SITE, [ARTICLE]: FAULTY, "data/topics.yaml": "schemes: [\n" });
    const { errors, files } = await repairs(world);
    assert.deepEqual(files, []);
    assert.ok(errors.length > 0);
  });
});

describe("the tree of a site", () => {
  const files = {
    ...SITE,
    [ARTICLE]: CLEAN,
    [`${FOLDER}/faulty.md`]: changed("title: A Steady Beat", "title: 10 Beats"),
    [`${FOLDER}/second.md`]: changed("title: A Steady Beat", "title: 9 Beats"),
    "content/communities/oncology/curated-news/hope.md": changed(/^communityTopics:\n(- .*\n)+/m, ""),
    "content/news/alone.md": CLEAN.replaceAll("cardiology", "").replaceAll("Cardiology", ""),
  };
  const faulty: ProblemCounts = { errors: 1, warnings: 2, others: 0 };

  async function below(world: World, steps: readonly string[]) {
    await world.service.indexSite(PLACE);
    const known = new Map([
      [`file:///site/${FOLDER}/faulty.md`, faulty],
      [`file:///site/${ARTICLE}`, { errors: 0, warnings: 0, others: 0 }],
    ]);
    return world.service.siteTree("file:///site", steps, (uri) => known.get(uri));
  }
  const labels = async (world: World, steps: readonly string[]) =>
    (await below(world, steps)).nodes.map(({ label, articles }) => `${label} ${articles}`);

  it("leads over communities and archetypes to articles", async () => {
    const world = createWorld(files);
    const root = ["file:///site"];
    assert.deepEqual(
      (await below(world, [])).nodes.map(({ kind, steps }) => [kind, ...steps]),
      [["site", ...root]],
    );
    assert.deepEqual(await labels(world, root), ["Communities 5", "Topics 4"]);
    assert.deepEqual(await labels(world, [...root, "communities"]), [
      "Cardiology 3",
      "Oncology & Hope 1",
      "No community 1",
    ]);
    const archetypes = await labels(world, [...root, "communities", "cardiology"]);
    assert.deepEqual(archetypes, ["news 3"]);
    const articles = await labels(world, [...root, "communities", "cardiology", "news"]);
    assert.deepEqual(articles, ["9 Beats 1", "10 Beats 1", "A Steady Beat 1"]);
    assert.deepEqual(await labels(world, [...root, "communities", "", "news"]), ["A Steady Beat 1"]);
  });

  it("leads over schemes and topics to articles", async () => {
    const world = createWorld(files);
    const topics = ["file:///site", "topics"];
    assert.deepEqual(await labels(world, topics), ["Gartner 4", "Medigy 4"]);
    assert.deepEqual(await labels(world, [...topics, "Medigy"]), ["Telehealth 4"]);
    assert.equal((await labels(world, [...topics, "Medigy", "Medigy: Telehealth"])).length, 4);
  });

  it("names the file that lists a community or a topic", async () => {
    const unlisted = changed("- 'Medigy: Telehealth'", "- 'Medigy: Telehealth'\n- 'Medigy: Knitting'");
    const world = createWorld({ ...files, [ARTICLE]: unlisted });
    const topics = await below(world, ["file:///site", "topics", "Medigy"]);
    const listed = topics.nodes.map(({ label, listedIn }) => [label, listedIn && nameOf(listedIn)]);
    assert.deepEqual(listed, [
      ["Knitting", undefined],
      ["Telehealth", "topics.yaml"],
    ]);
    const communities = await below(world, ["file:///site", "communities"]);
    assert.equal(communities.nodes[0]?.listedIn, "file:///site/data/communities.yaml");
    assert.equal(communities.nodes.at(-1)?.listedIn, undefined);
  });

  it("counts what is known, and how much is not", async () => {
    const world = createWorld(files);
    const { nodes } = await below(world, ["file:///site", "communities"]);
    const found = nodes.map(({ problems, unchecked }) => ({ ...problems, unchecked }));
    assert.deepEqual(found, [
      { ...faulty, unchecked: 1 },
      { errors: 0, warnings: 0, others: 0, unchecked: 1 },
      { errors: 0, warnings: 0, others: 0, unchecked: 1 },
    ]);
  });

  it("is empty where there are no articles, and for nodes that are gone", async () => {
    const world = createWorld({ ...SITE, "content/about.md": "About us.\n" });
    assert.deepEqual((await below(world, [])).nodes, []);
    assert.deepEqual((await below(createWorld(files), ["file:///site", "communities", "gone"])).nodes, []);
    assert.deepEqual((await below(createWorld(files), ["file:///site", "topics", "gone", "gone"])).nodes, []);
  });

  it("says whether all is read", async () => {
    const world = createWorld(files);
    const first = await world.service.siteTree("file:///site", [], () => undefined);
    assert.equal(first.state, "reading");
    assert.equal((await below(world, [])).state, "read");
  });
});

describe("the sites that are open", () => {
  it("are found without a document, also below the folder that is open", async () => {
    const world = createWorld({
      "hugo.toml": "",
      "content/a.md": "",
      "areas/one/curated-content.yaml": "",
      "areas/two/page.md": "",
      "node_modules/pkg/hugo.toml": "",
      "content/deep/hugo.toml": "",
    });
    assert.deepEqual(await world.service.sites(), ["file:///site", "file:///site/areas/one"]);
  });

  it("are known anew when a file says that there is another", async () => {
    const world = createWorld({ "areas/two/page.md": "" });
    assert.deepEqual(await world.service.sites(), []);
    world.write("areas/two/curated-content.yaml", "");
    assert.deepEqual(await world.service.sites(), ["file:///site/areas/two"]);
  });
});

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}
