import assert from "node:assert/strict";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, type Files, IMAGE, SITE } from "./world.ts";

const SECTION = "content/communities/cardiology";
const HEART = `${SECTION}/curated-news/heart.md`;

/** The pages that lead to the clean article, and one that has its alias. */
const PAGES: Files = {
  ...SITE,
  "content/_index.md": "---\ntitle: Welcome\n---\n",
  "content/communities/_index.md": "# Communities without a title\n",
  [`${SECTION}/_index.md`]: "---\ntitle: Cardiology\n---\n",
  [`${SECTION}/curated-news/_index.md`]: "---\ntitle: News of hearts\n---\n",
  [HEART]: "---\narchetype: news\ntitle: Another Beat\nslug: another-beat\naliases: [/old/heart]\n---\n",
};

/** Each link as `«marked text» target (tooltip)`, targets below the root without it. */
async function links(text: string, { path = ARTICLE, site = PAGES } = {}): Promise<readonly string[]> {
  const { service, document } = createWorld(site);
  const found = await service.documentLinks(document(path, text));
  return found.map(
    ({ start, end, target, tooltip }) =>
      `«${text.slice(start, end)}» ${target.replace("file:///site/", "")} (${tooltip})`,
  );
}

/** The links of a value, alone in an article. */
function linksOf(value: string, site = PAGES): Promise<readonly string[]> {
  return links(`---\narchetype: news\nsub: ${value}\n---\n`, { site });
}

describe("links", () => {
  const web = "«https://www.heart-news.example/2021/steady-beat»";
  const toWeb = `${web} https://www.heart-news.example/2021/steady-beat (Open the page on www.heart-news.example)`;
  const expected = [
    `«/communities/cardiology/curated-news/» ${SECTION}/curated-news/_index.md (Open the page “News of hearts”)`,
    "«/» content/_index.md (Open the page “Welcome”)",
    "«/communities/» content/communities/_index.md (Open content/communities/_index.md)",
    `«/communities/cardiology/» ${SECTION}/_index.md (Open the page “Cardiology”)`,
    `«/communities/cardiology/curated-news» ${SECTION}/curated-news/_index.md (Open the page “News of hearts”)`,
    `«${IMAGE.replace("static/", "")}» ${IMAGE} (Open the image)`,
    toWeb,
    toWeb,
    toWeb,
    toWeb,
  ];

  it("lead from an article to its source, its image and the pages above it", async () => {
    assert.deepEqual(await links(CLEAN), expected);
    assert.deepEqual(await links(`\uFEFF${CLEAN.replaceAll("\n", "\r\n")}`), expected);
  });

  it("lead to no page that is not there, and to no image", async () => {
    assert.deepEqual(await links(CLEAN, { site: { ...SITE, [IMAGE]: undefined } }), [toWeb, toWeb, toWeb, toWeb]);
  });

  it("lead from each alias to the page where it leads now, but not to where one is", async () => {
    const own = changed("aliases: /news/a-steady-beat", "aliases: /news/a-steady-beat /old/heart");
    const site = { ...PAGES, [ARTICLE]: own };
    assert.equal((await links(own, { site }))[0], `«/old/heart» ${HEART} (Open the page “Another Beat”)`);
    const [quoted] = await links(changed("aliases: /news/a-steady-beat", "aliases:\n- '/old/heart/'"), { site });
    assert.equal(quoted, `«/old/heart/» ${HEART} (Open the page “Another Beat”)`);
  });

  it("lead to a part of a page, and by its own address", async () => {
    const address = "/communities/cardiology/curated-news/another-beat";
    for (const end of ["", "/", "/#top", "?from=list"])
      assert.deepEqual(await linksOf(address + end), [`«${address}${end}» ${HEART} (Open the page “Another Beat”)`]);
  });

  for (const value of [
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "command:workbench.action.terminal.new",
    "ftp://care.example/x",
    "//care.example/x",
    "/../../etc/passwd",
    "see https://care.example",
    "/ and more",
    "[https://care.example",
    "''",
    "https://care.example/\uD83D",
  ]) {
    it(`do not lie on ${value}`, async () => {
      assert.deepEqual(await linksOf(value), []);
    });
  }

  it("do not lead out of the site by an image", async () => {
    for (const href of ["../../../../../../etc/passwd.png", "file:///etc/passwd.png", "/etc/passwd.png"])
      assert.deepEqual(
        (await links(changed(/ {2}href: 3f.*/, `  href: ${href}`))).filter((link) => link.includes("image")),
        [],
      );
  });

  it("lead to an attachment where the site says its OpenProject", async () => {
    const at = (config: string) =>
      linksOf("/api/v3/attachments/12/content", { ...PAGES, "curated-content.yaml": config });
    assert.deepEqual(await at("openProject:\n  url: https://projects.example/op/\n"), [
      "«/api/v3/attachments/12/content» https://projects.example/op/api/v3/attachments/12/content (Open it in OpenProject, on projects.example)",
    ]);
    assert.deepEqual(await at("openProject:\n  url: javascript:alert(1)\n"), []);
    assert.deepEqual(await at("content: content\n"), []);
  });

  it("follow an archetype of the site's own, whatever its keys are called", async () => {
    const text = "---\narchetype: event\ntrail:\n- {label: Home, href: /}\nform: 'https://forms.example/1'\n---\n";
    const config = "archetypes:\n  event:\n    files: content/**/*.md\n";
    assert.deepEqual(await links(text, { site: { ...PAGES, "curated-content.yaml": config } }), [
      "«/» content/_index.md (Open the page “Welcome”)",
      "«https://forms.example/1» https://forms.example/1 (Open the page on forms.example)",
    ]);
  });

  it("lead from the configuration to the files that it names and that are there", async () => {
    const config = `content: content
communities: 'data/communities.yaml'
vocabularies: {topics: ./data/topics.yaml}
archetypes:
  event:
    schema: schemas/event.json
    scaffold: archetypes/gone.md
  talk:
    schema: ../../etc/passwd
`;
    const site = { ...PAGES, "curated-content.yaml": config, "schemas/event.json": "{}" };
    assert.deepEqual(await links(config, { path: "curated-content.yaml", site }), [
      "«data/communities.yaml» data/communities.yaml (Open data/communities.yaml)",
      "«./data/topics.yaml» data/topics.yaml (Open data/topics.yaml)",
      "«schemas/event.json» schemas/event.json (Open schemas/event.json)",
    ]);
  });

  it("are none of ours in other files", async () => {
    assert.deepEqual(await links("---\nlink: https://care.example\n---\n", { path: "README.md" }), []);
  });
});
