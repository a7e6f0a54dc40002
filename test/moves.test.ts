import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits } from "../server/src/service/document/span.ts";
import type { FileMove } from "../server/src/service/languageService.ts";
import { FAULTS, LINE_BREAKS, plantedAll } from "./faults.ts";
import { ARTICLE, CLEAN, changed, report } from "./fixture.ts";
import { GATHERINGS } from "./gatherings.ts";
import { createWorld, type Files, png, SITE } from "./world.ts";

const ROOT = "file:///site";
const HOME = "content/communities/cardiology/curated-news";
const THERE = "content/communities/chronic-care-management/curated-news";
const STEM = "3f2b1c4d-0000-5000-8000-000000000001";
const OTHER_STEM = "3f2b1c4d-0000-5000-8000-000000000002";
/** The image of the clean article, beside it. */
const BESIDE = `${HOME}/${STEM}-featuredImage.png`;

/** The clean article, as it should be in another community. */
const ELSEWHERE = CLEAN.replaceAll("/communities/cardiology/", "/communities/chronic-care-management/")
  .replaceAll("medigy-cardiology", "medigy-chronic-care-management")
  .replaceAll(/Cardiology/g, "Chronic Care Management (CCM)");

interface Moved {
  /** The files afterwards, those of the site's own left out. */
  readonly files: Files;
  /** The renames besides those that were asked for. */
  readonly renames: readonly (readonly [from: string, to: string])[];
  /** The text of each file with its old address among its aliases. */
  readonly withAliases: Files;
}

/** Moves files and folders of a site, from paths to paths, and does what the service says. */
async function move(
  files: Files,
  moves: readonly (readonly [from: string, to: string])[],
  { renamesFiles = true, open = {} }: { readonly renamesFiles?: boolean; readonly open?: Files } = {},
): Promise<Moved> {
  const world = createWorld({ ...SITE, ...files });
  for (const [path, text] of Object.entries(open)) world.open(path, text ?? "");
  const asked: FileMove[] = moves.map(([from, to]) => ({ from: `${ROOT}/${from}`, to: `${ROOT}/${to}` }));
  const edit = await world.service.willRenameFiles(asked, { renamesFiles, isCancelled: () => false });
  const disk = new Map(Object.entries({ ...files, ...open }));
  const withAliases: { [path: string]: string } = {};
  for (const { uri, text, edits } of edit.aliases) {
    const path = uri.slice(ROOT.length + 1);
    assert.equal(text, disk.get(path));
    const others = edit.files.find((file) => file.uri === uri)?.edits ?? [];
    withAliases[path] = applyEdits(text, [...others, ...edits]);
  }
  for (const { uri, text, edits } of edit.files) {
    const path = uri.slice(ROOT.length + 1);
    assert.equal(text, disk.get(path));
    disk.set(path, applyEdits(text, edits));
  }
  const renames = (edit.renames ?? []).map(
    ({ from, to }) => [from.slice(ROOT.length + 1), to.slice(ROOT.length + 1)] as const,
  );
  for (const [from, to] of [...renames, ...moves]) {
    for (const path of [...disk.keys()].filter((one) => one === from || one.startsWith(`${from}/`))) {
      const target = to + path.slice(from.length);
      assert.equal(disk.get(target), undefined, `${target} is there already`);
      disk.set(target, disk.get(path));
      disk.delete(path);
    }
  }
  return { files: Object.fromEntries(disk), renames, withAliases };
}

/** The clean article after it went to a place. */
async function moved(text: string, to: string, files: Files = {}): Promise<string | undefined> {
  return (await move({ ...files, [ARTICLE]: text }, [[ARTICLE, to]])).files[to];
}

describe("an article that moves", () => {
  it("to another community says that of itself", async () => {
    assert.equal(await moved(CLEAN, `${THERE}/${STEM}.md`), ELSEWHERE);
  });

  for (const [name, write] of [
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
  ] as const) {
    it(`keeps ${name}`, async () => {
      assert.equal(await moved(write(CLEAN), `${THERE}/${STEM}.md`), write(ELSEWHERE));
    });
  }

  it("to another name says that, and its image goes along", async () => {
    const files = { [ARTICLE]: CLEAN, [BESIDE]: png(640, 320) };
    const { files: after, renames } = await move(files, [[ARTICLE, `${HOME}/${OTHER_STEM}.md`]]);
    assert.deepEqual(renames, [[BESIDE, `${HOME}/${OTHER_STEM}-featuredImage.png`]]);
    assert.equal(after[`${HOME}/${OTHER_STEM}.md`], CLEAN.replaceAll(STEM, OTHER_STEM));
  });

  it("to another community and name at once", async () => {
    const to = `${THERE}/${OTHER_STEM}.md`;
    assert.equal(await moved(CLEAN, to, { [BESIDE]: png(640, 320) }), ELSEWHERE.replaceAll(STEM, OTHER_STEM));
  });

  it("to a name that is none for an article keeps its own", async () => {
    assert.equal(await moved(CLEAN, `${HOME}/draft.md`), CLEAN);
  });

  it("keeps what its author wrote otherwise, and changes the rest", async () => {
    const other = (text: string) =>
      [
        ["mastHead: ", "mastHead: Our "],
        ["breadcrumbs:\n- Home", "breadcrumbs:\n- Start"],
        ["breadcrumbLinks:\n- /\n", "breadcrumbLinks:\n- /start\n- /\n"],
        ["curated-news\n- '#'", "curated-news/\n- '#'"],
      ].reduce((result, [part = "", by = ""]) => changed(part, by, result), text);
    const expected = other(ELSEWHERE).replace("Our Chronic Care Management (CCM)", "Our Cardiology");
    assert.equal(await moved(other(CLEAN), `${THERE}/${STEM}.md`), expected);
  });

  it("says nothing of what stands on broken lines", async () => {
    const broken = (text: string) => changed(/^type: (.*)$/m, 'type: "communities/medigy-cardiology', text);
    assert.equal(await moved(broken(CLEAN), `${THERE}/${STEM}.md`), broken(ELSEWHERE));
  });

  it("that rules are told to leave alone goes along all the same", async () => {
    const quiet = (text: string) => changed("---\n", "---\n# curated-content-disable\n", text);
    assert.equal(await moved(quiet(CLEAN), `${THERE}/${STEM}.md`), quiet(ELSEWHERE));
  });

  it("is edited as it stands in the editor", async () => {
    const typed = changed("sub: brief", "sub: brief # for now");
    const { files } = await move({ [ARTICLE]: CLEAN }, [[ARTICLE, `${THERE}/${STEM}.md`]], {
      open: { [ARTICLE]: typed },
    });
    assert.equal(files[`${THERE}/${STEM}.md`], changed("sub: brief", "sub: brief # for now", ELSEWHERE));
  });

  for (const [place, to] of [
    ["out of the site", "../elsewhere/article.md"],
    ["where templates are", `archetypes/${STEM}.md`],
    ["to a name that is none of Markdown", `${THERE}/${STEM}.txt`],
    ["to drafts", `drafts/${STEM}.md`],
  ] as const) {
    it(`${place} stays as it is`, async () => assert.equal(await moved(CLEAN, to), CLEAN));
  }

  it("is none of ours where it is no article", async () => {
    const { files, renames } = await move({ "README.md": "# Hello\n" }, [["README.md", `${THERE}/README.md`]]);
    assert.deepEqual([files, renames], [{ [`${THERE}/README.md`]: "# Hello\n" }, []]);
  });
});

describe("articles that move together", () => {
  const second = CLEAN.replaceAll(STEM, OTHER_STEM).replaceAll("Beat", "Pulse").replaceAll("beat", "pulse");

  it("are all changed, each as it must", async () => {
    const { files } = await move({ [ARTICLE]: CLEAN, [`${HOME}/${OTHER_STEM}.md`]: second }, [
      [ARTICLE, `${THERE}/${STEM}.md`],
      [`${HOME}/${OTHER_STEM}.md`, `${THERE}/${OTHER_STEM}.md`],
    ]);
    assert.equal(files[`${THERE}/${STEM}.md`], ELSEWHERE);
    const expected = ELSEWHERE.replaceAll(STEM, OTHER_STEM).replaceAll("Beat", "Pulse").replaceAll("beat", "pulse");
    assert.equal(files[`${THERE}/${OTHER_STEM}.md`], expected);
  });

  it("as a folder are all changed, and their images go with the folder", async () => {
    const site = { [ARTICLE]: CLEAN, [`${HOME}/${OTHER_STEM}.md`]: second, [BESIDE]: png(640, 320) };
    const { files, renames } = await move(site, [["content/communities/cardiology", "content/communities/oncology"]]);
    assert.deepEqual(renames, []);
    const there = "content/communities/oncology/curated-news";
    const text = files[`${there}/${STEM}.md`] ?? "";
    assert.match(text, /^type: communities\/medigy-oncology$/m);
    assert.match(text, /^mastHead: Oncology Circle$/m);
    assert.match(text, /^- Oncology & Hope$/m);
    assert.match(files[`${there}/${OTHER_STEM}.md`] ?? "", /^basePath: \/communities\/oncology\/curated-news\/$/m);
  });

  it("to a community that nobody has named keep the name they have", async () => {
    const { files } = await move({ [ARTICLE]: CLEAN }, [
      ["content/communities/cardiology", "content/communities/heart"],
    ]);
    const expected = CLEAN.replaceAll("/communities/cardiology/", "/communities/heart/").replaceAll(
      "medigy-cardiology",
      "medigy-heart",
    );
    assert.equal(files[`content/communities/heart/curated-news/${STEM}.md`], expected);
  });
});

describe("the image of an article that moves", () => {
  const site = { [ARTICLE]: CLEAN, [BESIDE]: png(640, 320) };
  const toOther = [[ARTICLE, `${HOME}/${OTHER_STEM}.md`]] as const;
  const toCommunity = [[ARTICLE, `${THERE}/${STEM}.md`]] as const;
  const renamed = CLEAN.replaceAll(STEM, OTHER_STEM);
  /** The name changed, the image not. */
  const imageKept = changed(`mdName: ${STEM}`, `mdName: ${OTHER_STEM}`);

  it("goes with it to another folder", async () => {
    const { renames } = await move(site, toCommunity);
    assert.deepEqual(renames, [[BESIDE, `${THERE}/${STEM}-featuredImage.png`]]);
  });

  it("is renamed where the site keeps its images", async () => {
    const { renames, files } = await move({ [ARTICLE]: CLEAN }, toOther);
    assert.deepEqual(renames, [[`static/${STEM}-featuredImage.png`, `static/${OTHER_STEM}-featuredImage.png`]]);
    assert.equal(files[`${HOME}/${OTHER_STEM}.md`], renamed);
  });

  it("is named as it should be where there is none", async () => {
    const { renames, files } = await move(
      { ...SITE, [ARTICLE]: CLEAN, [`static/${STEM}-featuredImage.png`]: undefined },
      toOther,
    );
    assert.deepEqual([renames, files[`${HOME}/${OTHER_STEM}.md`]], [[], renamed]);
  });

  it("stays where another has its name there", async () => {
    const taken = { ...site, [`${HOME}/${OTHER_STEM}-featuredImage.png`]: png(1, 1) };
    const { renames, files } = await move(taken, toOther);
    assert.deepEqual([renames, files[`${HOME}/${OTHER_STEM}.md`]], [[], imageKept]);
  });

  it("stays where another article needs it", async () => {
    const shared = { ...site, [`${HOME}/a.md`]: CLEAN };
    const { renames, files } = await move(shared, toOther);
    assert.deepEqual([renames, files[`${HOME}/${OTHER_STEM}.md`]], [[], imageKept]);
    const saved = { ...site, [`${HOME}/a.md`]: "---\ntitle: A\n---\n" };
    const typed = await move(saved, toOther, { open: { [`${HOME}/a.md`]: CLEAN } });
    assert.deepEqual(typed.renames, []);
  });

  it("goes where all articles go that need it", async () => {
    const shared = { ...site, [`${HOME}/a.md`]: CLEAN };
    const { renames } = await move(shared, [...toCommunity, [`${HOME}/a.md`, `${THERE}/a.md`]]);
    assert.deepEqual(renames, [[BESIDE, `${THERE}/${STEM}-featuredImage.png`]]);
  });

  it("is left to its author where that moves it, too", async () => {
    const { renames, files } = await move(site, [...toCommunity, [BESIDE, `${THERE}/${STEM}-featuredImage.png`]]);
    assert.deepEqual([renames, files[`${THERE}/${STEM}.md`]], [[], ELSEWHERE]);
  });

  it("stays where nobody can rename it", async () => {
    const { renames, files } = await move(site, toOther, { renamesFiles: false });
    assert.deepEqual([renames, files[`${HOME}/${OTHER_STEM}.md`]], [[], imageKept]);
  });

  it("is followed by the places of the body that show it", async () => {
    const image = `${STEM}-featuredImage.png`;
    const body = (name: string) =>
      `${renamed.replaceAll(OTHER_STEM, name)}<p><img src="${name}-featuredImage.png" alt="x"></p>\n\n![x](${name}-featuredImage.png)\n\n\`${image}\` and ${image} and <img src="https://x.example/${image}" alt="x">\n`;
    const { files } = await move({ ...site, [ARTICLE]: body(STEM) }, toOther);
    assert.equal(files[`${HOME}/${OTHER_STEM}.md`], body(OTHER_STEM));
  });
});

describe("the old address of an article that moves", () => {
  const old = "/communities/cardiology/curated-news/heart-news-a-steady-beat/";
  const own = "/communities/chronic-care-management/curated-news/heart-news-a-steady-beat";
  const to = `${THERE}/${STEM}.md`;
  const aliasIn = async (text: string) => (await move({ [ARTICLE]: text }, [[ARTICLE, to]])).withAliases[ARTICLE];

  it("becomes an alias beside the one that it has", async () => {
    assert.equal(
      await aliasIn(CLEAN),
      changed("aliases: /news/a-steady-beat\n", `aliases:\n- /news/a-steady-beat\n- ${old}\n`, ELSEWHERE),
    );
  });

  it("becomes one more of a list", async () => {
    const listed = (text: string) =>
      changed("aliases: /news/a-steady-beat", "aliases:\n  - /x\n  - '/news/a-steady-beat'", text);
    assert.equal(await aliasIn(listed(CLEAN)), listed(ELSEWHERE).replace("beat'\n", `beat'\n  - ${old}\n`));
  });

  it("becomes one more of a text that holds several", async () => {
    const several = (text: string) => changed("aliases: /news/a-steady-beat", "aliases: /x /news/a-steady-beat", text);
    assert.equal(await aliasIn(several(CLEAN)), several(ELSEWHERE).replace("steady-beat\n", `steady-beat ${old}\n`));
  });

  it("is none where it leads to the article already", async () => {
    assert.equal(
      await aliasIn(changed("aliases: /news/a-steady-beat", `aliases: [/news/a-steady-beat, ${old}]`)),
      undefined,
    );
  });

  it("is none where it stays, and none of a draft", async () => {
    const { withAliases } = await move({ [ARTICLE]: CLEAN }, [[ARTICLE, `${HOME}/${OTHER_STEM}.md`]]);
    assert.deepEqual(withAliases, {});
    assert.equal(await aliasIn(changed("date:", "draft: true\ndate:")), undefined);
  });

  for (const [form, there, back] of [
    ["a list", `\n- /news/a-steady-beat\n- ${own}`, `\n- /news/a-steady-beat\n- ${old}`],
    ["a text that holds several", ` /news/a-steady-beat ${own}`, ` /news/a-steady-beat ${old}`],
  ] as const) {
    it(`takes the place of an alias that is the new one, in ${form}`, async () => {
      const having = (text: string, aliases: string) => changed(" /news/a-steady-beat", aliases, text);
      assert.equal(await aliasIn(having(CLEAN, there)), having(ELSEWHERE, back));
    });
  }

  it("as an alias is nothing that rules have anything against", async () => {
    assert.equal(await report((await aliasIn(CLEAN)) ?? "", { path: to }), "");
  });
});

describe("an article of a configured archetype that moves", () => {
  const event = "content/chapters/old-town/events/2025-03-22-brakes.md";
  const to = "content/chapters/harbour/events/2025-03-29-brakes.md";
  const text = GATHERINGS[event] ?? "";
  const expected = text
    .replaceAll("chapters/old-town/", "chapters/harbour/")
    .replaceAll("Old Town & Market", "Harbour Fixers")
    .replace("file: 2025-03-22", "file: 2025-03-29");

  it("says what its configuration makes of its place", async () => {
    assert.equal((await move(GATHERINGS, [[event, to]])).files[to], expected);
    assert.equal(await report(expected, { path: to, site: GATHERINGS }), "");
  });

  it("keeps what its author wrote otherwise in a list of mappings", async () => {
    const own = (part: string) => changed("label: Events", "label: Meetings", changed(/ {2}label: Home\n/, "", part));
    const { files } = await move({ ...GATHERINGS, [event]: own(text) }, [[event, to]]);
    assert.equal(files[to], own(expected));
  });

  it("is the article of its chapter when that gets another name", async () => {
    const { files } = await move(GATHERINGS, [["content/chapters/old-town", "content/chapters/riverside"]]);
    const there = text
      .replaceAll("chapters/old-town/", "chapters/riverside/")
      .replaceAll("Old Town & Market", "Riverside Menders");
    assert.equal(files["content/chapters/riverside/events/2025-03-22-brakes.md"], there);
  });

  it("has no alias where its schema knows of none, else a list of one", async () => {
    const schema = "schemas/event.schema.json";
    const open = (GATHERINGS[schema] ?? "").replace(/^ {2}"additionalProperties": false,\n/m, "");
    assert.deepEqual((await move(GATHERINGS, [[event, to]])).withAliases, {});
    const { withAliases } = await move({ ...GATHERINGS, [schema]: open }, [[event, to]]);
    assert.match(
      withAliases[event] ?? "",
      /^aliases:\n- \/chapters\/old-town\/events\/what-squeaks-brakes-in-an-hour\/$/m,
    );
  });
});

describe("any article that moves", () => {
  const rulesOf = async (text: string, path: string, files: Files) =>
    (await report(text, { path, site: { ...SITE, ...files } }))
      .split("\n")
      .map((line) => line.split(" ")[1])
      .toSorted();
  const places = fc.record({
    community: fc.constantFrom("chronic-care-management", "cardiology"),
    stem: fc.constantFrom(STEM, OTHER_STEM),
  });

  it("has no other problems than before, and is as it was when it comes back", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...FAULTS], { maxLength: 5 }),
        fc.constantFrom(...LINE_BREAKS),
        places,
        async (faults, [, write], { community, stem }) => {
          const text = write(plantedAll(faults));
          const to = `content/communities/${community}/curated-news/${stem}.md`;
          if (to === ARTICLE) return;
          const there = await move({ [ARTICLE]: text, [BESIDE]: png(640, 320) }, [[ARTICLE, to]]);
          const after = there.files[to] ?? "";
          assert.deepEqual(
            await rulesOf(after, to, there.files),
            await rulesOf(text, ARTICLE, { [BESIDE]: png(640, 320) }),
          );
          const back = await move(there.files, [[to, ARTICLE]]);
          assert.equal(back.files[ARTICLE], text);
        },
      ),
      { numRuns: 60 },
    );
  });
});
