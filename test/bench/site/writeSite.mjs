// Writes a site of any size: articles of the sample's shape, all different, in communities of a thousand.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";

const TOPICS = ["Telehealth", "Interoperability", "Care Coordination", "Patient Engagement", "Digital Health"];
const BRANDS = ["care-desk", "clinic-tech", "ward-notes", "health-wire", "dose-report"];

/** What is done to one in ten articles, in turn; each is one fault. */
const FAULTS = [
  ["searchCategory: News", "searchCategory: Newz"],
  ["- Communities\n", "- Comunities\n"],
  ["mastHead: ", "mastHead: The "],
  ["sub: brief\n", ""],
  ["- 'Medigy: Telehealth'", "- 'Medigy: Telehealt'"],
];

/** How many faulty articles a site of a size has. */
export const faultyIn = (/** @type {number} */ count) => Math.floor(count / 10);

/**
 * @param {string} root the folder to write to
 * @param {number} count how many articles
 */
export function writeSite(root, count) {
  const communities = Math.max(1, Math.ceil(count / 1000));
  mkdirSync(`${root}/data`, { recursive: true });
  writeFileSync(`${root}/hugo.yaml`, "baseURL: https://example.org/\ntitle: Generated\n");
  const slugs = Array.from({ length: communities }, (_, index) => `community-${index}`);
  writeFileSync(
    `${root}/data/communities.yaml`,
    slugs.map((slug, index) => `- slug: ${slug}\n  name: Community ${index}\n`).join(""),
  );
  const topics = TOPICS.map((label) => `      - label: ${label}\n`).join("");
  writeFileSync(`${root}/data/topics.yaml`, `schemes:\n  - label: Medigy\n    topics:\n${topics}`);
  for (const [index, slug] of slugs.entries()) {
    const folder = `${root}/content/communities/${slug}/curated-news`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${root}/content/communities/${slug}/_index.md`, `---\ntitle: Community ${index}\n---\n`);
    for (let number = index; number < count; number += communities) {
      const { name, text } = articleOf(number, slug, index);
      writeFileSync(`${folder}/${name}.md`, text);
    }
  }
}

/**
 * The path of an article without a fault in a site that was written.
 * @param {string} root
 */
export function writtenArticle(root) {
  return `${root}/content/communities/community-0/curated-news/${articleOf(0, "community-0", 0).name}.md`;
}

/**
 * @param {number} number
 * @param {string} slug of its community
 * @param {number} index of its community
 */
function articleOf(number, slug, index) {
  const hash = createHash("sha1").update(String(number)).digest("hex");
  const name = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  const brand = BRANDS[number % BRANDS.length];
  const title = `What the Ward Learned in Week ${number} of a Trial That Nobody Expected to Last`;
  const tail = `what-the-ward-learned-in-week-${number}-of-a-trial-that-nobody-expected-to-last`;
  const link = `https://www.${brand}.example/articles/${tail}`;
  const community = `Community ${index}`;
  const topics = [0, 1, 3].map((step) => `Medigy: ${TOPICS[(number + step) % TOPICS.length]}`);
  const text = `---
aliases: /news/${tail}
archetype: news
author:
- Dana @care-desk.example
- Odd Bjørnsen
basePath: /communities/${slug}/curated-news/
breadcrumbLinks:
- /
- /communities/
- /communities/${slug}/
- /communities/${slug}/curated-news
- '#'
breadcrumbs:
- Home
- Communities
- ${community}
- Curated News
- ${title}
categories: []
communityTopics:
${topics.map((topic) => `- '${topic}'`).join("\n")}
contentCategories: medigy-${slug}-curated-news
date: '2024-07-03T11:47:25.963401Z'
description: A step count can be off by a third and harm no one, but a heart rate
  copied into the chart may change a dose. One teaching hospital has put a gate between
  the two and published what the gate turns away in week ${number}.
featuredImage:
  alt: ${title}
  format: PNG
  href: ${name}-featuredImage.png
  size:
  - 480
  - 270
  valid: true
  workPackage: ${number + 1}
  wpAttachment:
    fileName: Curated_Featured_Image.png
    link: /api/v3/attachments/${number + 9000}/content
id: ${number + 1}
identifier: ${community}
lastMod: '2024-07-10T16:03:48.412770Z'
link:
  brand: ${brand}.example
  href: ${link}
  original: ${link}
mastHead: ${community} CoP
mdName: ${name}
openProjectCustomFields:
  cleanUrl: ${link}
  medigyTopics: '${JSON.stringify(topics)}'
  sourceUrl: ${link}
openProjectWorkPackageType: Curated News
owlType: Medigy Communities
searchCategory: News
slug: ${brand}-${tail}
source: open-project-curations
status: Reviewed
sub: brief
tags:
- news
title: ${title}
type: communities/medigy-${slug}
---

<p>A step count can be off by a third and harm no one, but a heart rate copied into the chart may change a dose. One
teaching hospital has put a gate between the two and published what the gate turns away.</p>
<p>Each reading passes four checks: is it possible, does it fit the person, does it fit the other sensors, and was the
device worn at all? The last question removes the most. A watch on a bedside table has a very calm heart.</p>
`;
  if (number % 10 !== 9) return { name, text };
  const [part, by] = FAULTS.filter(([part]) => text.includes(part ?? ""))[Math.floor(number / 10) % 4] ?? [];
  return { name, text: text.replace(part ?? "", by ?? "") };
}
