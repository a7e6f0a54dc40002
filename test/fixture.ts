import assert from "node:assert/strict";
import { applyEdits } from "../server/src/service/document/span.ts";
import type { CodeAction, CompletionItem, Diagnostic, Hover } from "../server/src/service/languageService.ts";
import { createWorld, type Files, SITE, type World } from "./world.ts";

// Tests are text in, text out, through the façade. In a text, `$0` is the cursor; a line of carets under a line says
// which rule marks what stands above them, as in `#   ^^^^ unknown-topic`, and is no part of the text.

/** Where a text stands when a test does not care. */
export const ARTICLE = "content/communities/cardiology/curated-news/3f2b1c4d-0000-5000-8000-000000000001.md";

/** A complete article of community Cardiology, without a fault. */
export const CLEAN = `---
aliases: /news/a-steady-beat
archetype: news
author:
- Dana @care-desk.example
basePath: /communities/cardiology/curated-news/
breadcrumbLinks:
- /
- /communities/
- /communities/cardiology/
- /communities/cardiology/curated-news
- '#'
breadcrumbs:
- Home
- Communities
- Cardiology
- Curated News
- A Steady Beat
categories: []
communityTopics:
- 'Medigy: Telehealth'
- 'Gartner: Data Management (DM)'
contentCategories: medigy-cardiology-curated-news
date: '2021-03-04T09:00:00.000001Z'
description: A heart clinic hands out small patches that watch for an uneven beat, and
  calls when one is found.
featuredImage:
  alt: A Steady Beat
  format: PNG
  href: 3f2b1c4d-0000-5000-8000-000000000001-featuredImage.png
  size:
  - 640
  - 320
  valid: true
  workPackage: 77
  wpAttachment:
    fileName: beat.png
    link: /api/v3/attachments/12/content
id: 77
identifier: Cardiology
lastMod: '2021-03-05T09:00:00.000001Z'
link:
  brand: heart-news.example
  href: https://www.heart-news.example/2021/steady-beat
  original: https://www.heart-news.example/2021/steady-beat
mastHead: Cardiology CoP
mdName: 3f2b1c4d-0000-5000-8000-000000000001
openProjectCustomFields:
  cleanUrl: https://www.heart-news.example/2021/steady-beat
  medigyTopics: '["Medigy: Telehealth","Gartner: Data Management (DM)"]'
  sourceUrl: https://www.heart-news.example/2021/steady-beat
openProjectWorkPackageType: Curated News
owlType: Medigy Communities
searchCategory: News
slug: heart-news-a-steady-beat
source: open-project-curations
status: ''
sub: brief
tags:
- news
title: A Steady Beat
type: communities/medigy-cardiology
---

<p>A heart clinic hands out small patches.</p>
`;

/** Replaces a part of the clean article; fails when the part is not in it. */
export function changed(part: string | RegExp, by: string, text = CLEAN): string {
  const result = text.replace(part, () => by);
  assert.notEqual(result, text, `nothing to replace: ${String(part)}`);
  return result;
}

export interface Place {
  readonly path?: string;
  readonly site?: Files;
}

/** A world whose site is read to its end. */
async function readWorld(site: Files): Promise<World> {
  const world = createWorld(site);
  await world.service.indexSite(`file:///site/${ARTICLE}`);
  return world;
}

export async function diagnose(
  text: string,
  { path = ARTICLE, site = SITE }: Place = {},
): Promise<readonly Diagnostic[]> {
  const world = await readWorld(site);
  return world.service.diagnose(world.document(path, text));
}

/** Each diagnostic on a line of its own: `line rule-id «marked text»`. */
export async function report(text: string, place?: Place): Promise<string> {
  const found = await diagnose(text, place);
  return found
    .map(
      ({ ruleId, start, end }) =>
        `${text.slice(0, start).split(/\r\n|\n|\r/).length} ${ruleId} «${text.slice(start, end)}»`,
    )
    .join("\n");
}

/** Checks a text with caret lines: exactly what they mark is found. */
export async function check(fixture: string, place?: Place): Promise<void> {
  const { text, expected } = parseCarets(fixture);
  const found = (await diagnose(text, place)).map(({ ruleId, start, end }) => ({ ruleId, start, end }));
  assert.equal(render(text, found), render(text, expected));
}

/** The text after all right answers are applied. */
export async function fixed(text: string, { path = ARTICLE, site = SITE }: Place = {}): Promise<string> {
  const world = await readWorld(site);
  return applyEdits(text, await world.service.fixAll(world.document(path, text)));
}

/** Every code action that is offered anywhere in a text. */
export async function actionsIn(
  text: string,
  { path = ARTICLE, site = SITE }: Place = {},
): Promise<readonly CodeAction[]> {
  const world = await readWorld(site);
  return world.service.codeActions(world.document(path, text), { start: 0, end: text.length });
}

/** The titles of the quick fixes at the cursor, and the text after each; not those that only suppress the problem. */
export async function quickFixes(fixture: string, place?: Place): Promise<readonly QuickFix[]> {
  return (await allQuickFixes(fixture, place)).filter(({ title }) => !title.startsWith("Disable `"));
}

/** The quick fixes at the cursor, those that suppress a problem with them. */
export async function allQuickFixes(
  fixture: string,
  { path = ARTICLE, site = SITE }: Place = {},
): Promise<readonly QuickFix[]> {
  const { text, offset } = parseCursor(fixture);
  const world = await readWorld(site);
  const actions = await world.service.codeActions(world.document(path, text), { start: offset, end: offset });
  return actions.map(({ title, isPreferred, edits }) => ({ title, isPreferred, text: applyEdits(text, edits) }));
}

interface QuickFix {
  readonly title: string;
  readonly isPreferred: boolean;
  readonly text: string;
}

export async function complete(
  fixture: string,
  { path = ARTICLE, site = SITE }: Place = {},
): Promise<readonly CompletionItem[]> {
  const { text, offset } = parseCursor(fixture);
  const world = createWorld(site);
  const items = await world.service.complete(world.document(path, text), offset);
  return items.toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

/** The text after the completion of a label is accepted, as plain text. */
export async function accept(fixture: string, label: string, place?: Place): Promise<string> {
  const { text } = parseCursor(fixture);
  const item = (await complete(fixture, place)).find((candidate) => candidate.label === label);
  assert.ok(item, `no completion ${label}`);
  return applyEdits(text, [item.edit]);
}

export async function hover(fixture: string, { path = ARTICLE, site = SITE }: Place = {}): Promise<Hover | undefined> {
  const { text, offset } = parseCursor(fixture);
  const world = createWorld(site);
  return world.service.hover(world.document(path, text), offset);
}

interface Mark {
  readonly ruleId: string;
  readonly start: number;
  readonly end: number;
}

function parseCursor(fixture: string): { text: string; offset: number } {
  const offset = fixture.indexOf("$0");
  assert.notEqual(offset, -1, "no $0 in the fixture");
  return { text: fixture.slice(0, offset) + fixture.slice(offset + 2), offset };
}

function parseCarets(fixture: string): { text: string; expected: readonly Mark[] } {
  const expected: Mark[] = [];
  let text = "";
  let lineStart = 0;
  for (const line of fixture.split(/(?<=\n)/)) {
    const carets = /^#? *(\^+) ([\w-]+)\s*$/.exec(line);
    if (carets === null) {
      lineStart = text.length;
      text += line;
      continue;
    }
    const column = line.indexOf("^");
    const start = lineStart + column;
    expected.push({ ruleId: carets[2] ?? "", start, end: start + (carets[1]?.length ?? 0) });
  }
  return { text, expected };
}

function render(text: string, marks: readonly Mark[]): string {
  return marks
    .toSorted((a, b) => a.start - b.start || (a.ruleId < b.ruleId ? -1 : 1))
    .map(
      ({ ruleId, start, end }) => `${text.slice(0, start).split("\n").length}: ${ruleId} «${text.slice(start, end)}»`,
    )
    .join("\n");
}
