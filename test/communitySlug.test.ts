import assert from "node:assert/strict";
import { applyEdits, type MoveEdit, type Refusal, type SiteEdit } from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN, changed, report } from "./fixture.ts";
import { GATHERINGS } from "./gatherings.ts";
import { createWorld, type Files, png, SITE, type World } from "./world.ts";

const COMMUNITIES = "data/communities.yaml";
const SECTION = "content/communities/cardiology";
const INDEX = `${SECTION}/_index.md`;
const AWAY = "content/archive/beat.md";
const LIST = SITE[COMMUNITIES] ?? "";
const PAGES: Files = { ...SITE, [ARTICLE]: CLEAN, [INDEX]: "---\ntitle: Cardiology\n---\n" };
const FULL = { renamesFiles: true, isCancelled: () => false };

/** The document at a path, and the offset behind `before` of its text. */
function at(world: World, path: string, before: string, files: Files) {
  const text = files[path] ?? "";
  assert.ok(text.includes(before), `no ${before} in ${path}`);
  return [world.document(path, text), text.indexOf(before) + before.length] as const;
}

async function renamed(
  [path, before, name]: readonly [path: string, before: string, name: string],
  files: Files = PAGES,
  options = FULL,
): Promise<SiteEdit | MoveEdit | Refusal> {
  const world = createWorld(files);
  const edit = await world.service.rename(...at(world, path, before, files), name, options);
  assert.ok(edit !== undefined);
  return edit;
}

async function refusal(path: string, before: string, name: string, files?: Files): Promise<string> {
  const edit = await renamed([path, before, name], files);
  return "refused" in edit ? edit.refused : "renamed";
}

/** The files that a change makes others, by where they are before it, and its moves. */
async function outcome(...asked: Parameters<typeof renamed>) {
  const edit = await renamed(...asked);
  assert.ok("files" in edit);
  const path = (uri: string) => uri.slice("file:///site/".length);
  return {
    files: Object.fromEntries(edit.files.map(({ uri, text, edits }) => [path(uri), applyEdits(text, edits)])),
    moves: (edit.renames ?? []).map(({ from, to }) => [path(from), path(to)]),
  };
}

/** The clean article as it is where its community has another slug. */
function articleOf(slug: string): string {
  return CLEAN.replaceAll("/communities/cardiology", `/communities/${slug}`).replaceAll(
    "medigy-cardiology",
    `medigy-${slug}`,
  );
}

describe("another slug for a community", () => {
  const expected = {
    files: { [COMMUNITIES]: LIST.replace("cardiology", "heart-care"), [ARTICLE]: articleOf("heart-care") },
    moves: [[SECTION, "content/communities/heart-care"]],
  };

  it("is another name for its folder, and all that repeats it follows, wherever it is given", async () => {
    for (const [path, before] of [
      [COMMUNITIES, "slug: card"],
      [ARTICLE, "basePath: /communities/card"],
      [ARTICLE, "type: communities/medigy-card"],
      [ARTICLE, "- /communities/card"],
      [ARTICLE, "contentCategories: medigy-card"],
    ] as const) {
      assert.deepEqual(await outcome([path, before, " heart-care "]), expected, before);
    }
  });

  it("leaves nothing that a check would find", async () => {
    const { files } = await outcome([COMMUNITIES, "slug: card", "heart-care"]);
    const path = ARTICLE.replace("cardiology", "heart-care");
    const index = INDEX.replace("cardiology", "heart-care");
    const site = { ...SITE, [COMMUNITIES]: files[COMMUNITIES], [index]: PAGES[INDEX] };
    assert.equal(await report(files[ARTICLE] ?? "", { path, site }), "");
  });

  it("is what the same folder's move would be, with the same offer of aliases", async () => {
    const world = createWorld(PAGES);
    const moves = [[SECTION, "content/communities/heart-care"].map((path) => `file:///site/${path}`)];
    const asked = moves.map(([from = "", to = ""]) => ({ from, to }));
    const move = await world.service.willRenameFiles(asked, FULL);
    const edit = await renamed([ARTICLE, "basePath: /communities/card", "heart-care"]);
    assert.ok("aliases" in edit);
    assert.deepEqual(edit.aliases, move.aliases);
    assert.equal(edit.aliases.length, 1);
    assert.deepEqual(
      edit.files.filter(({ uri }) => !uri.endsWith(".yaml")),
      move.files,
    );
  });

  it("takes the type and the mast head of the list along where they are what follows", async () => {
    const list = LIST.replace("  name: Cardiology\n", "$&  mastHead: Hearts\n  type: communities/medigy-cardiology\n");
    const own = changed("mastHead: Cardiology CoP", "mastHead: Hearts");
    const { files } = await outcome([COMMUNITIES, "slug: card", "heart"], {
      ...PAGES,
      [COMMUNITIES]: list,
      [ARTICLE]: own,
    });
    assert.equal(files[COMMUNITIES], list.replaceAll("cardiology", "heart"));
    assert.equal(files[ARTICLE], articleOf("heart").replace("mastHead: Cardiology CoP", "mastHead: Hearts"));
    const typed = LIST.replace("  name: Cardiology\n", "$&  type: communities/hearts\n");
    const kept = changed("type: communities/medigy-cardiology", "type: communities/hearts");
    const after = await outcome([COMMUNITIES, "slug: card", "heart"], {
      ...PAGES,
      [COMMUNITIES]: typed,
      [ARTICLE]: kept,
    });
    assert.equal(after.files[COMMUNITIES], typed.replace("slug: cardiology", "slug: heart"));
    assert.match(after.files[ARTICLE] ?? "", /^type: communities\/hearts$/m);
  });

  it("keeps a name that nobody lists", async () => {
    const unlisted = { ...PAGES, [COMMUNITIES]: undefined };
    assert.deepEqual(await outcome([ARTICLE, "basePath: /communities/card", "heart-care"], unlisted), {
      files: { [ARTICLE]: expected.files[ARTICLE] },
      moves: expected.moves,
    });
    const unnamed = { [ARTICLE]: CLEAN };
    const { files } = await outcome([ARTICLE, "basePath: /communities/card", "cœur"], unnamed);
    assert.equal(files[ARTICLE], articleOf("cœur"));
  });

  it("reaches its articles that stand elsewhere, where they are", async () => {
    const { files, moves } = await outcome([COMMUNITIES, "slug: card", "heart-care"], { ...PAGES, [AWAY]: CLEAN });
    assert.equal(files[AWAY], articleOf("heart-care"));
    assert.deepEqual(moves, expected.moves);
  });

  it("counts what an editor has open, checked or not", async () => {
    const world = createWorld(PAGES);
    const typed = changed("sub: brief", "sub: brief # for now");
    world.open(ARTICLE, typed);
    const edit = await world.service.rename(...at(world, COMMUNITIES, "slug: card", PAGES), "heart-care", FULL);
    assert.ok(edit !== undefined && "files" in edit);
    assert.ok(edit.files.some(({ text }) => text === typed));
  });

  it("of a site of another kind is that of its folders, too", async () => {
    const event = "content/chapters/old-town/events/2025-03-22-brakes.md";
    const { files, moves } = await outcome([event, "section: chapters/old", "market"], GATHERINGS);
    assert.equal(files[event], GATHERINGS[event]?.replaceAll("chapters/old-town/", "chapters/market/"));
    assert.deepEqual(moves, [["content/chapters/old-town", "content/chapters/market"]]);
    assert.deepEqual(
      Object.keys(files).filter((path) => !path.startsWith("content/chapters/old-town/")),
      ["data/chapters.yaml"],
    );
  });

  it("renames a folder without articles, and lists without a folder", async () => {
    const empty = { ...SITE, [INDEX]: PAGES[INDEX] };
    assert.deepEqual(await outcome([COMMUNITIES, "slug: card", "heart-care"], empty), {
      files: { [COMMUNITIES]: expected.files[COMMUNITIES] },
      moves: expected.moves,
    });
    assert.deepEqual((await outcome([COMMUNITIES, "slug: card", "heart-care"], SITE)).moves, []);
  });

  it("takes images along that are called after it, once its folder is there", async () => {
    const note = "content/notes/den/a.md";
    const files = {
      "curated-content.yaml":
        "archetypes:\n  note:\n    schema: note.json\n    files: content/notes/*/*.md\n    derive:\n      photo: '/img/{{ community.slug }}.png'\n",
      "note.json": '{ "type": "object", "properties": { "photo": { "type": "string", "x-image": true } } }',
      "static/img/den.png": png(1, 1),
      [note]: "---\nphoto: /img/den.png\n---\n",
    };
    assert.deepEqual(await outcome([note, "photo: /img/d", "cave"], files), {
      files: { [note]: "---\nphoto: /img/cave.png\n---\n" },
      moves: [
        ["content/notes/den", "content/notes/cave"],
        ["static/img/den.png", "static/img/cave.png"],
      ],
    });
  });

  it("is refused in a sentence", async () => {
    const slug = [COMMUNITIES, "slug: card"] as const;
    for (const wrong of ["Heart", "heart care", "heart/care", "-heart", "heart--care", "..", "herz-für", "a.b"])
      assert.match(await refusal(...slug, wrong), /is no slug: that has lower-case letters and digits/, wrong);
    assert.equal(await refusal(...slug, " "), "A name is missing.");
    assert.equal(await refusal(...slug, "cardiology"), "`cardiology` is its slug already.");
    assert.match(await refusal(...slug, "oncology"), /There is a community `oncology` already/);
    const folder = { ...PAGES, "content/communities/heart/about.md": "# About\n" };
    assert.match(await refusal(...slug, "heart", folder), /or a folder of that name/);
    const named = { ...PAGES, [AWAY]: articleOf("heart").replaceAll("archive", "x") };
    assert.match(await refusal(...slug, "heart", named), /already/);
  });

  it("is refused where nobody can rename folders", async () => {
    const none = { renamesFiles: false, isCancelled: () => false };
    const edit = await renamed([COMMUNITIES, "slug: card", "heart"], PAGES, none);
    assert.match("refused" in edit ? edit.refused : "", /name of its folder/);
    const world = createWorld(PAGES);
    const place = at(world, COMMUNITIES, "slug: card", PAGES);
    const found = await world.service.prepareRename(...place, none);
    assert.match(found !== undefined && "refused" in found ? found.refused : "", /name of its folder/);
    const start = LIST.indexOf("cardiology");
    assert.deepEqual(await world.service.prepareRename(...place, FULL), {
      start,
      end: start + "cardiology".length,
      placeholder: "cardiology",
    });
  });

  it("is refused where an article that stands elsewhere cannot be read", async () => {
    const world = createWorld({ ...PAGES, [AWAY]: CLEAN });
    await world.service.indexSite(`file:///site/${ARTICLE}`);
    world.vanish(AWAY);
    const edit = await world.service.rename(...at(world, COMMUNITIES, "slug: card", PAGES), "heart", FULL);
    assert.deepEqual(edit, { refused: `\`${AWAY}\` cannot be read. Nothing was changed.` });
  });
});
