import assert from "node:assert/strict";
import { createWorld } from "./world.ts";

// Whatever Markdown people write that is no article of the site, the tool has nothing to say about it, broken or not.

const TEXTS: { readonly [kind: string]: string } = {
  "a readme": "# Pump firmware\n\nBuild it.\n\n---\n\nauthor: the team\ntags: none\n\n---\n",
  "a readme with a card":
    "---\ntitle: Pump demo\nemoji: 💧\ncolorFrom: blue\nsdk: static\npinned: false\n---\n\n# Pump demo\n",
  "a manual's page":
    "---\nid: install\ntitle: Installing\nsidebar_position: 2\nslug: /install\ntags: [setup]\n---\n\n:::tip\nRead on.\n:::\n",
  "a page of a documentation site":
    "---\nhide:\n  - navigation\n  - toc\nstatus: new\n---\n\n# Start\n\n!!! note\n    Indented.\n",
  "a blog's post":
    "---\nlayout: post\ntitle: Winter notes\ndate: 2024-01-07 10:00:00 +0100\ncategories: notes winter\n---\n\n{% include figure.html %}\n",
  "a post of a component site":
    "---\ntitle: 'Islands'\npubDate: 2024-05-01\nheroImage: '../img/a.png'\ndraft: true\n---\nimport Card from './Card.astro';\n\n<Card />\n",
  "a prompt":
    "---\nmode: agent\ndescription: Reviews a change: carefully\ntools: ['search', 'edit']\n---\n\nReview {{file}}.\n",
  "an agent":
    "---\nname: reviewer\ndescription: Use this when a change is done. It says: what is wrong?\nmodel: inherit\ncolor: green\n---\n\nYou review.\n",
  "a skill": "---\nname: tables\ndescription: |\n  Reads tables.\n  Use for: sheets\nlicense: MIT\n---\n\n# Tables\n",
  instructions: "---\napplyTo: **/*.ts\n---\n\nUse tabs.\n",
  "a changelog": "# Changelog\n\n## 2.0.0\n\n---\n\n- Fixed: all of it\n\n## 1.0.0\n\n---\n",
  "a note":
    "---\naliases:\n  - Pump\ntags: [device, '#ward']\nup: [[Devices|all devices]]\nid: 20240101\n---\n\nSee [[Devices]].\n",
  "a notebook":
    '---\ntitle: "Rates"\nauthor: Kim\noutput:\n  html_document:\n    toc: yes\nparams:\n  year: !r 2024\n---\n\n```{r}\nplot(1)\n```\n',
  "a deck": "---\nmarp: true\ntheme: gaia\n---\n\n# One\n\n---\n\n# Two\n\n---\n<!-- _class: lead -->\n\n# Three\n",
  "a deck with slides of their own":
    "---\ntheme: seriph\ntitle: Care\n---\n\n# One\n\n---\nlayout: center\narchetype: news\n---\n\n# Two\n\n---\nsrc: ./three.md\n---\n",
  "a newsletter": "---\narchetype: newsletter\ntitle: March\ncommunityTopics: [None]\n---\n\nHello.\n",
  "an event":
    "---\ntitle: Spring meeting\ntype: event\ndate: soon\nbreadcrumbs:\n- Home\ncommunityTopics: Telehealth\n---\n\nCome.\n",
  "a kind in capitals": "---\narchetype: News\ntitle: x\n---\n",
  "a kind in a list": "---\narchetype: [news]\n---\n",
  "a kind further in": "---\nparams:\n  archetype: news\n---\n",
  "a kind in text": "---\ntitle: |\n  archetype: news\n---\n",
  "a kind in a comment": "---\n# archetype: news\ntitle: x\n---\n",
  "a kind in the body": "---\ntitle: How to\n---\n\n```yaml\n---\narchetype: news\n---\n```\n",
  "a kind below a rule": "Text.\n\n---\narchetype: news\n---\n",
  "a rule and text": "---\n\n# Notes\n\narchetype: news\n",
  TOML: '+++\ntitle = "Ward"\ntype = "event"\n+++\n\nText.\n',
  "broken TOML": '+++\ntitle = "Ward\n',
  JSON: '{ "title": "Ward", "tags": ["news"] }\n\nText.\n',
  "broken JSON": '{ "title": "Ward", \n\nText.\n',
  "a brace": "{{< figure src='a.png' >}}\n\nText.\n",
  "YAML with a colon too many": "---\ntitle: Care: at home\n---\n",
  "YAML with an open quote": "---\ntitle: 'Care\ntags: [a\n---\n",
  "YAML with tabs": "---\nparams:\n\ta: 1\n---\n",
  "YAML with the same key twice": "---\ntitle: a\ntitle: b\n---\n",
  "YAML that is a list": "---\n- a\n- b\n---\n",
  "YAML that repeats itself": "---\na: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\nd: *e\n---\n",
  "a comment that suppresses nothing": "---\n# curated-content-disable-next-line no-such-rule\ntitle: x\n---\n",
  "an open block": "---\ntitle: x\n",
  "an empty block": "---\n---\n",
  "an opener": "---",
  nothing: "",
  "blank lines": "\n\n  \n",
  "a byte order mark": "\uFEFF",
  "an image": "\u0089PNG\r\n\u001A\n\u0000\u0000\u0000\rIHDR\u0000\uFFFD\uFFFD\u0000",
  "an archive": "PK\u0003\u0004\u0014\u0000---\n\u0000title:\u0000---",
  "half a character": "---\ntitle: \uD83D\n---\n",
};

const PATHS: readonly string[] = [
  "README.md",
  "CHANGELOG.md",
  "slides.md",
  "docs/install.md",
  "docs/rules/title.md",
  "_posts/2024-01-07-winter.md",
  "src/content/blog/islands.md",
  "vault/Devices/Pump.md",
  ".github/prompts/review.prompt.md",
  ".github/copilot-instructions.md",
  ".claude/agents/reviewer.md",
  ".claude/skills/tables/SKILL.md",
  "analysis/rates.Rmd",
  "content/_index.md",
  "content/about.md",
  "content/news/a.md",
  "content/curated-news/a.md",
  "content/communities/_index.md",
  "content/communities/cardiology/_index.md",
  "content/communities/cardiology/about.md",
  "content/communities/cardiology/curated-news.md",
  "content/communities/cardiology/events/spring.md",
  "content/communities/cardiology/curated-news-2019/a.md",
  "content/communities/cardiology/curated-news/_index.md",
  "content/communities/cardiology/curated-news/_index.fr.md",
  "content/communities/cardiology/curated-news/README.md",
  "content/communities/curated-news/a.md",
  "content/blog/communities/cardiology/curated-news/a.md",
  "static/communities/cardiology/curated-news/a.md",
  "archetypes/news.md",
  "layouts/communities/list.md",
  "themes/plain/content/communities/cardiology/curated-news/a.md",
  "node_modules/pump/content/communities/cardiology/curated-news/a.md",
];

/** What an author's keys may ask for: the starts of words and lines, and the end. */
const ASKED = /\b|^|$/gm;

describe("Markdown that is no article", () => {
  for (const path of PATHS) {
    it(`is left alone as ${path}`, async () => {
      for (const [kind, text] of Object.entries(TEXTS)) {
        for (const written of [text, text.replaceAll("\n", "\r\n")]) await assertSilent(path, written, kind);
      }
    });
  }
});

async function assertSilent(path: string, text: string, kind: string): Promise<void> {
  const { service, document } = WORLD;
  const open = document(path, text);
  assert.deepEqual(await service.diagnose(open), [], kind);
  assert.deepEqual(await service.codeActions(open, { start: 0, end: text.length }), [], kind);
  assert.deepEqual(await service.fixAll(open), [], kind);
  assert.equal(await service.inspect(open), undefined, kind);
  for (const { index } of text.matchAll(ASKED)) {
    assert.deepEqual(await service.complete(open, index), [], `${kind} at ${index}`);
    assert.equal(await service.hover(open, index), undefined, `${kind} at ${index}`);
  }
}

const WORLD = createWorld();
