import assert from "node:assert/strict";
import type { Refusal, SiteEdit } from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, type Files, SITE, type World } from "./world.ts";

// What a window is asked right after something was typed in it: nobody has asked for the problems of that document yet.

const TOPICS = "data/topics.yaml";
const HOME = "content/communities/cardiology/curated-news";
const TYPED = `${HOME}/typed.md`;
const PAGES: Files = {
  ...SITE,
  [ARTICLE]: CLEAN,
  [TYPED]: changed("'Medigy: Telehealth'", "'Gartner: Interoperability'"),
};

/** A site whose editor has one document open. */
function withTyped(text: string): World {
  const world = createWorld(PAGES);
  world.open(TYPED, text);
  return world;
}

function at(world: World, path: string, before: string) {
  const text = PAGES[path] ?? "";
  return [world.document(path, text), text.indexOf(before) + before.length] as const;
}

function isChanged(edit: SiteEdit | Refusal | undefined, text: string): boolean {
  return edit !== undefined && "files" in edit && edit.files.some((file) => file.text === text);
}

describe("a document that was opened or changed a moment ago", () => {
  const topic = changed("'Medigy: Telehealth'", "'Healthcare IT News: Blockchain'");
  const blockchain = [TOPICS, "label: Block"] as const;

  it("is one of the references", async () => {
    const world = withTyped(topic);
    const places = await world.service.references(...at(world, ...blockchain), "left out");
    assert.deepEqual(
      places.map(({ uri, text }) => [uri, text]),
      [[`file:///site/${TYPED}`, topic]],
    );
    const without = await withTyped(CLEAN).service.references(...at(world, ...blockchain), "left out");
    assert.deepEqual(without, []);
  });

  it("gets a topic's new name, and the topic that it is merged into", async () => {
    const renaming = withTyped(topic);
    assert.ok(isChanged(await renaming.service.rename(...at(renaming, ...blockchain), "Chains"), topic));
    const merging = withTyped(topic);
    const merge = { change: "merge", replacement: "Medigy: Telehealth" } as const;
    assert.ok(isChanged(await merging.service.changeTopic(...at(merging, ...blockchain), merge), topic));
  });

  it("gets the new name of its tag", async () => {
    const tagged = changed("tags:\n- news\n", "tags:\n- news\n- heart\n");
    const world = createWorld({ ...PAGES, [ARTICLE]: tagged });
    world.open(TYPED, tagged);
    const offset = tagged.indexOf("- heart") + 3;
    const edit = await world.service.rename(world.document(ARTICLE, tagged), offset, "beat");
    assert.ok(edit !== undefined && "files" in edit);
    assert.equal(edit.files.length, 2);
  });

  it("is taken along when its folder moves, and left alone where it has no file, as one that was deleted", async () => {
    const world = createWorld({ ...SITE, [ARTICLE]: CLEAN, [TYPED]: CLEAN });
    world.open(TYPED, topic);
    world.open(`${HOME}/gone.md`, CLEAN);
    const from = "file:///site/content/communities/cardiology";
    const asked = { renamesFiles: true, isCancelled: () => false };
    const { files } = await world.service.willRenameFiles([{ from, to: `${from}-2` }], asked);
    assert.deepEqual(files.map(({ uri }) => uri).toSorted(), [`file:///site/${ARTICLE}`, `file:///site/${TYPED}`]);
    assert.ok(files.some(({ text }) => text === topic));
  });
});
