import assert from "node:assert/strict";
import { applyEdits, type TextPlace } from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, type Files, SITE, type World } from "./world.ts";

const COMMUNITIES = "data/communities.yaml";
const INDEX = "content/communities/cardiology/_index.md";
const OTHER = "content/communities/oncology/curated-news/other.md";
const SECTION = "---\ntitle: Cardiology # as in the list\n---\n";
const PAGES: Files = { ...SITE, [ARTICLE]: CLEAN, [INDEX]: SECTION, [OTHER]: CLEAN };
const UNLISTED: Files = { ...PAGES, [COMMUNITIES]: undefined };

/** The document at a path, and the offset behind `before` of its text. */
function at(world: World, path: string, before: string, files: Files) {
  const text = files[path] ?? "";
  assert.ok(text.includes(before), `no ${before} in ${path}`);
  return [world.document(path, text), text.indexOf(before) + before.length] as const;
}

function shown({ uri, text, start, end }: TextPlace): string {
  return `${uri.slice(uri.lastIndexOf("/") + 1).slice(-15)}:${text.slice(0, start).split("\n").length} ${text.slice(start, end)}`;
}

async function definitionOf(path: string, before: string, files: Files = PAGES): Promise<readonly string[]> {
  const world = createWorld(files);
  return (await world.service.definition(...at(world, path, before, files))).map(shown);
}

/** The files after a rename that are others then, or why there is none. */
async function renamed(path: string, before: string, name: string, files: Files = PAGES): Promise<Files | string> {
  const world = createWorld(files);
  const edit = await world.service.rename(...at(world, path, before, files), name);
  if (edit === undefined) return "nothing to rename";
  if ("refused" in edit) return edit.refused;
  return Object.fromEntries(
    edit.files.map(({ uri, text, edits }) => [uri.slice("file:///site/".length), applyEdits(text, edits)]),
  );
}

/** The clean article as a community with another name has it. */
function articleOf(name: string, mastHead = `${name} CoP`): string {
  return CLEAN.replace("\n- Cardiology\n", () => `\n- ${name}\n`)
    .replace("identifier: Cardiology", () => `identifier: ${name}`)
    .replace("mastHead: Cardiology CoP", () => `mastHead: ${mastHead}`);
}

describe("the definition of a community", () => {
  it("is its entry in the list, by its slug and by its name", async () => {
    const slug = ["ommunities.yaml:1 cardiology"];
    for (const before of ["basePath: /communities/card", "type: communities/medigy-card", "- /communities/cardio"])
      assert.deepEqual(await definitionOf(ARTICLE, before), slug, before);
    const name = ["ommunities.yaml:2 Cardiology"];
    for (const before of ["identifier: Card", "mastHead: Card", "- Card"])
      assert.deepEqual(await definitionOf(ARTICLE, before), name, before);
  });

  it("is found where its slug is a word that the keys have anyway", async () => {
    for (const slug of ["communities", "medigy", "m"]) {
      const path = ARTICLE.replace("cardiology", slug);
      const text = CLEAN.replaceAll("/communities/cardiology", `/communities/${slug}`).replaceAll(
        "medigy-cardiology",
        `medigy-${slug}`,
      );
      const files = { ...SITE, [path]: text, [COMMUNITIES]: `- slug: ${slug}\n  name: Cardiology\n` };
      const befores = ["basePath: /communities/", "type: communities/medigy-", "contentCategories: medigy-"];
      for (const before of [...befores, ...befores.map((one) => `${one}${slug}`)])
        assert.deepEqual(await definitionOf(path, before, files), [`ommunities.yaml:1 ${slug}`], before);
      assert.deepEqual(await definitionOf(path, "basePath: /communitie", files), []);
    }
  });

  it("is the title of its section where no list says it", async () => {
    assert.deepEqual(await definitionOf(ARTICLE, "identifier: Card", UNLISTED), ["_index.md:2 Cardiology"]);
    assert.deepEqual(await definitionOf(ARTICLE, "identifier: Card", { [ARTICLE]: CLEAN }), []);
  });

  it("is nowhere for what names another community than the article's, or none", async () => {
    const wrong = { ...PAGES, [ARTICLE]: changed("identifier: Cardiology", "identifier: Oncology & Hope") };
    assert.deepEqual(await definitionOf(ARTICLE, "identifier: Onc", wrong), []);
    assert.deepEqual(await definitionOf(ARTICLE, "basePath: /commun"), []);
    assert.deepEqual(await definitionOf(ARTICLE, "mastHead: Cardiology Co"), []);
  });
});

describe("the references to a community", () => {
  it("are all places where its articles name it", async () => {
    const world = createWorld(PAGES);
    const places = await world.service.references(...at(world, COMMUNITIES, "name: Card", PAGES), "included");
    assert.deepEqual(places.map(shown), [
      "ommunities.yaml:2 Cardiology",
      "000000000001.md:6 cardiology",
      "000000000001.md:10 cardiology",
      "000000000001.md:16 Cardiology",
      "000000000001.md:23 cardiology",
      "000000000001.md:40 Cardiology",
      "000000000001.md:46 Cardiology",
      "000000000001.md:62 cardiology",
    ]);
  });
});

describe("a rename of a community", () => {
  it("changes the list, its section's title and all that its articles repeat of its name", async () => {
    const expected = {
      [COMMUNITIES]: SITE[COMMUNITIES]?.replace("name: Cardiology", "name: Hearts & Minds"),
      [INDEX]: SECTION.replace("Cardiology", "Hearts & Minds"),
      [ARTICLE]: articleOf("Hearts & Minds"),
    };
    assert.deepEqual(await renamed(ARTICLE, "identifier: Card", "Hearts & Minds"), expected);
    assert.deepEqual(await renamed(COMMUNITIES, "name: Card", " Hearts & Minds "), expected);
    assert.deepEqual(await renamed(ARTICLE, "identifier: Card", "Hearts & Minds", UNLISTED), {
      [INDEX]: expected[INDEX],
      [ARTICLE]: expected[ARTICLE],
    });
  });

  it("leaves alone what does not follow from the name", async () => {
    const list = SITE[COMMUNITIES]?.replace("name: Cardiology", "name: Cardiology\n  mastHead: The Heart");
    const files = { ...PAGES, [COMMUNITIES]: list, [ARTICLE]: articleOf("Cardiology", "The Heart") };
    assert.deepEqual(await renamed(COMMUNITIES, "name: Card", "Hearts", { ...files, [INDEX]: undefined }), {
      [COMMUNITIES]: list?.replace("name: Cardiology", "name: Hearts"),
      [ARTICLE]: articleOf("Hearts", "The Heart"),
    });
    const own = { ...PAGES, [INDEX]: "---\ntitle: All of cardiology\n---\n" };
    assert.ok(!(INDEX in Object(await renamed(COMMUNITIES, "name: Card", "Hearts", own))));
  });

  it("has a mast head that is listed go along where it follows from the name", async () => {
    const list = SITE[COMMUNITIES]?.replace("name: Cardiology", "name: Cardiology\n  mastHead: Cardiology CoP");
    const files = await renamed(COMMUNITIES, "name: Card", "Hearts", { ...PAGES, [COMMUNITIES]: list });
    assert.deepEqual(files, {
      [COMMUNITIES]: list?.replaceAll("Cardiology", "Hearts"),
      [INDEX]: SECTION.replace("Cardiology", "Hearts"),
      [ARTICLE]: articleOf("Hearts"),
    });
  });

  it("counts what an editor has open", async () => {
    const world = createWorld(PAGES);
    world.open(INDEX, `${SECTION}Typed.\n`);
    const edit = await world.service.rename(...at(world, COMMUNITIES, "name: Card", PAGES), "Hearts");
    assert.ok(edit !== undefined && "files" in edit);
    const page = edit.files.find(({ uri }) => uri.endsWith("_index.md"));
    assert.equal(page?.text, `${SECTION}Typed.\n`);
  });

  it("says why it cannot be", async () => {
    assert.match(String(await renamed(ARTICLE, "type: communities/medigy-card", "x")), /name of its folder/);
    assert.match(String(await renamed(COMMUNITIES, "slug: card", "x")), /name of its folder/);
    assert.equal(await renamed(COMMUNITIES, "name: Card", " "), "A name is missing.");
    assert.match(String(await renamed(COMMUNITIES, "name: Card", "Oncology & Hope")), /already/);
    const world = createWorld(PAGES);
    const found = await world.service.prepareRename(...at(world, COMMUNITIES, "slug: card", PAGES));
    assert.match(found !== undefined && "refused" in found ? found.refused : "", /folder/);
  });

  it("stops where an article cannot be read", async () => {
    const world = createWorld(PAGES);
    await world.service.indexSite(`file:///site/${ARTICLE}`);
    world.vanish(ARTICLE);
    const result = await world.service.rename(...at(world, COMMUNITIES, "name: Card", PAGES), "Hearts");
    assert.deepEqual(result, { refused: `\`${ARTICLE}\` cannot be read. Nothing was changed.` });
  });
});

describe("tags and authors", () => {
  const tagged = changed("- news\n", "- news\n- heart\n");
  const site = {
    ...PAGES,
    [ARTICLE]: tagged,
    [OTHER]: changed("tags:\n- news\n- heart", "tags: [heart, news, beat]", tagged),
  };

  it("are found wherever articles name them", async () => {
    const world = createWorld(site);
    const places = await world.service.references(...at(world, ARTICLE, "- hea", site), "included");
    assert.deepEqual(places.map(shown), ["000000000001.md:61 heart", "other.md:59 heart"]);
    const authors = await world.service.references(...at(world, ARTICLE, "- Dana", site), "included");
    assert.deepEqual(authors.map(shown), [
      "000000000001.md:5 Dana @care-desk.example",
      "other.md:5 Dana @care-desk.example",
    ]);
  });

  it("are renamed in all articles", async () => {
    assert.deepEqual(await renamed(ARTICLE, "- hea", "the: heart", site), {
      [ARTICLE]: tagged.replace("- heart", "- 'the: heart'"),
      [OTHER]: site[OTHER].replace("[heart,", "['the: heart',"),
    });
    assert.deepEqual(await renamed(ARTICLE, "- hea", "beat", site), {
      [ARTICLE]: tagged.replace("- heart", "- beat"),
      [OTHER]: site[OTHER].replace("heart, ", ""),
    });
    const author = { [ARTICLE]: changed("author:\n- Dana @care-desk.example", "author: Dana") };
    assert.deepEqual(await renamed(ARTICLE, "author: D", "Dan", author), {
      [ARTICLE]: author[ARTICLE].replace("Dana", "Dan"),
    });
  });

  it("say why they cannot be", async () => {
    assert.match(String(await renamed(ARTICLE, "- news", "old", site)), /every article/);
    assert.equal(await renamed(ARTICLE, "- hea", "", site), "A name is missing.");
  });
});
