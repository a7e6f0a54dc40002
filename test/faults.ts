import { CLEAN } from "./fixture.ts";

/** A fault: the part of the clean article, what stands there instead, and where and by which rule that is reported. */
export type Fault = readonly [part: string | RegExp, by: string, reported: string];

export const FAULTS: readonly Fault[] = [
  ["aliases: /news/a-steady-beat", "aliases: /news/steady-beat", "2 derived-value"],
  ["aliases: /news/a-steady-beat", "aliases:", "2 derived-value"],
  ["aliases: /news/a-steady-beat\n", "", "1 missing-key"],
  ["aliases: /news", "aliases: https://care-desk.example/news", "2 hugo-refused-value"],
  ["aliases: /news/a-steady-beat", "aliases: /", "2 hugo-refused-value"],
  ["aliases:", "alias:", "2 misspelled-key"],
  ["archetype: news\n", "", "1 missing-key"],
  ["archetype: news", "archetype: event", "3 invalid-value"],
  ["owlType: Medigy Communities\n", "owlType: Medigy Communities\npublished: true\n", "54 hugo-refused-value"],
  ["archetype: news\n", "archetype: news\narchetype: news\n", "4 duplicate-key"],
  [/author:\n- .*/, "author: Dana @care-desk.example", "4 wrong-type"],
  ["basePath: /communities/cardiology", "basePath: /communities/oncology", "6 derived-value"],
  [/basePath: .*\n/, "", "1 missing-key"],
  ["basePath: ", "basepath: ", "6 misspelled-key"],
  ["- /\n", "", "7 breadcrumb-links"],
  ["- /communities/cardiology/\n", "- /communities/cardiolgy/\n", "10 breadcrumb-links"],
  ["- /communities/cardiology/curated-news\n", "- /communities/cardiology/news\n", "11 breadcrumb-links"],
  ["- '#'\n", "- #\n", "12 breadcrumb-links"],
  ["- '#'\n", "- '#\n", "12 yaml-syntax"],
  [/breadcrumbLinks:\n(?:- .*\n)+/, "", "1 missing-key"],
  ["- Home\n", "- home\n", "14 breadcrumb-labels"],
  ["- Cardiology\n", "- Oncology\n", "16 breadcrumb-labels"],
  ["- Curated News\n", "", "13 breadcrumb-labels"],
  ["- Curated News\n", "- Curated News\n- News\n", "18 breadcrumb-labels"],
  ["- A Steady Beat\n", "- A Beat\n", "18 breadcrumb-labels"],
  ["- Home\n", "-Home\n", "14 yaml-syntax"],
  [/breadcrumbs:\n(?:- .*\n)+/, "breadcrumbs: []\n", "13 breadcrumb-labels"],
  ["categories: []", "categories:", "19 wrong-type"],
  ["categories: []\n", "", "1 missing-key"],
  ["categories: []", "categories: [", "19 yaml-syntax"],
  ["'Medigy: Telehealth'", "Medigy: Telehealth", "21 topic-unquoted"],
  ["'Medigy: Telehealth'", "'Medigy: Telehaelth'", "21 unknown-topic"],
  ["'Medigy: Telehealth'", "'Medigy: Telemedicine'", "21 topic-alternative-label"],
  ["'Medigy: Telehealth'", "'Medigy: Telecare'", "21 topic-retired"],
  ["'Medigy: Telehealth'", "Telehealth", "21 topic-scheme"],
  ["'Medigy: Telehealth'", "'Medigy: Telehealth", "21 yaml-syntax"],
  ["(DM)'\n", "(DM)'\n- 'Medigy: Telehealth'\n", "23 topic-duplicate"],
  ["  format: PNG", "    format: PNG", "29 yaml-syntax"],
  ["  format: PNG", " format: PNG", "29 yaml-syntax"],
  ["communityTopics:", "communityTopic:", "20 misspelled-key"],
  ["contentCategories: medigy-cardiology", "contentCategories: cardiology", "23 derived-value"],
  [/contentCategories: .*\n/, "", "1 missing-key"],
  ["date: '2021-03-04T09:00:00.000001Z'", "date: '2021-03-04T09:00:00.000001z'", "24 unparsable-date"],
  ["date: '2021-03-04T09", "date: '2021-03-04t09", "24 unparsable-date"],
  ["date: '2021-03-04T09", "date: '2021/03/04T09", "24 unparsable-date"],
  ["date: '2021-03-04T09", "date: '2021-3-4T9", "24 unparsable-date"],
  ["date: '2021-03-04T09", "date: 'March 4th, 2021 9", "24 unparsable-date"],
  ["date: '2021-03-04T09", "date: '2021-03-04 09", "24 date-format"],
  ["description:", "descripton:", "25 misspelled-key"],
  ["  format: PNG", "  format: png", "29 invalid-value"],
  ["  format: PNG", "  fromat: PNG", "29 misspelled-key"],
  ["  format: PNG", "   format: PNG", "29 yaml-syntax"],
  ["  format: PNG", "\tformat: PNG", "29 yaml-syntax"],
  ["  alt: A Steady Beat", "  alt:", "28 derived-value"],
  ["  alt: A Steady Beat\n", "", "27 missing-key"],
  ["  format: PNG", "  format: JPEG", "29 derived-value"],
  ["  format: PNG\n", "", "27 missing-key"],
  [/ {2}href: 3f.*/, "  href: 3f2b1c4d-0000-5000-8000-000000000001-featuredImge.png", "30 derived-value"],
  [/ {2}href: 3f.*/, "  href: 3f2b1c4d-0000-5000-8000-000000000001-featuredImage.jpg", "30 derived-value"],
  [/ {2}href: 3f.*/, "  href: https://pictures.example/beat.png", "30 image-outside"],
  [/ {2}href: 3f.*/, "  href:", "30 derived-value"],
  [/ {2}href: 3f.*\n/, "", "27 missing-key"],
  ["  - 320", "  - 640", "33 derived-value"],
  ["  - 640\n  - 320", "  - 320\n  - 640", "31 derived-value"],
  ["  - 640\n", "", "31 derived-value"],
  ["  - 640", '  - "640"', "32 derived-value"],
  ["  valid: true", "  valid: 'true'", "34 wrong-type"],
  ["  valid: true\n", "  valid: true\n  valid: true\n", "35 duplicate-key"],
  ["  workPackage: 77", "  workPackage: 7", "35 derived-value"],
  ["    fileName:", "    filename:", "37 misspelled-key"],
  ["id: 77\nidentifier", "id: '77'\nidentifier", "39 wrong-type"],
  ["identifier: Cardiology", "identifier: Cardio", "40 derived-value"],
  ["identifier: Cardiology\n", "", "1 missing-key"],
  ["  brand: heart-news.example", "  brand: www.heart-news.example", "43 derived-value"],
  ["  brand: heart-news.example\n", "", "42 missing-key"],
  ["  original: https", "original: https", "45 unknown-key"],
  ["lastMod: '2021-03-05T09:00:00.000001Z'", "lastMod: '2021-03-05T09:00:00.000001Z '", "41 unparsable-date"],
  ["lastMod: '2021-03-05T09:00:00.000001Z'", "lastMod: '2021-03-05 09:00:00.000001 UTC'", "41 unparsable-date"],
  ["lastMod: '2021-03-05T09:00:00.000001Z'", "lastMod: '2021-03-05T09:00:00,000001Z'", "41 date-format"],
  ["mastHead: Cardiology CoP", "mastHead: Cardiology", "46 derived-value"],
  ["mastHead:", "masthead:", "46 misspelled-key"],
  [/mdName: .*/, "mdName: 3f2b1c4d", "47 derived-value"],
  [/mdName: .*\n/, "", "1 missing-key"],
  ['"Medigy: Telehealth"', '"Medigy: Telecare"', "50 medigy-topics"],
  ['"Medigy: Telehealth",', "", "50 medigy-topics"],
  [',"Gartner: Data Management (DM)"', "", "50 medigy-topics"],
  ['"Medigy: Telehealth"', '"Medigy: Telehealth","Medigy: Interoperability"', "50 medigy-topics"],
  ['"Medigy: Telehealth","Gartner: Data Management (DM)"', "", "50 medigy-topics"],
  [/"Medigy: Telehealth",(.*)"\]/, '"Gartner: Data Management (DM)","Medigy: Telehealth"]', "50 medigy-topics"],
  ['"Medigy: Telehealth",', '"Medigy: Telehealth" ', "50 medigy-topics"],
  ['"Medigy: Telehealth",', '"Medigy: Telehealth,', "50 medigy-topics"],
  ['(DM)"]', '(DM)",]', "50 medigy-topics"],
  ['(DM)"]', "(DM)]", "50 medigy-topics"],
  ['(DM)"]', '(DM)"', "50 medigy-topics"],
  [/medigyTopics: '(.*)'/, 'medigyTopics: ["Medigy: Telehealth","Gartner: Data Management (DM)"]', "50 medigy-topics"],
  [/medigyTopics: '(.*)'/, "medigyTopics: 'Medigy: Telehealth'", "50 medigy-topics"],
  [/medigyTopics: '(.*)'/, "medigyTopics:", "50 medigy-topics"],
  [/medigyTopics: '(.*)'/, "medigyTopics: ''", "50 medigy-topics"],
  [/ {2}medigyTopics: .*\n/, "", "48 missing-key"],
  ["openProjectWorkPackageType: Curated News", "openProjectWorkPackageType: News", "52 invalid-value"],
  ["owlType: Medigy Communities\n", "", "1 missing-key"],
  ["searchCategory: News", "searchCategory: news", "54 invalid-value"],
  ["searchCategory:", "searchCategry:", "54 misspelled-key"],
  ["slug: heart-news-a-steady-beat", "slug: heart-news-a-steady-beet", "55 derived-value"],
  [/slug: .*\n/, "", "1 missing-key"],
  ["source: open-project-curations", "source: open-project", "56 invalid-value"],
  ["status: ''", "status:", "57 wrong-type"],
  ["status: ''\n", "", "1 missing-key"],
  ["lastMod:", "lastModified:", "41 misspelled-key"],
  ["basePath: ", " basePath: ", "6 yaml-syntax"],
  ["id: 77\nidentifier", " id: 77\nidentifier", "39 yaml-syntax"],
  ["mastHead:", " mastHead:", "46 yaml-syntax"],
  ["breadcrumbs:\n", "breadcrumbs\n", "13 yaml-syntax"],
  ["author:\n", "author\n", "4 yaml-syntax"],
  ["aliases: /news/a-steady-beat\narchetype:", " aliases: /news/a-steady-beat\n archetype:", "2 yaml-syntax"],
  ["  valid: true", "   valid: true", "34 yaml-syntax"],
  ["title: A", " title: A", "61 yaml-syntax"],
  ["- Communities\n- Cardiology\n", "- Communities\n  - Cardiology\n", "16 yaml-syntax"],
  ["- Communities\n- Cardiology\n- Cur", "- Communities\n  - Cardiology\n  - Cur", "16 yaml-syntax"],
  ["lastMod:", "last_modified:", "41 misspelled-key"],
  ["  format: PNG", "  type: PNG", "29 misspelled-key"],
  ["  size:", "  dimensions:", "31 misspelled-key"],
  ["  - 640\n  - 320", "  - 0\n  - 0", "31 derived-value"],
  ["  workPackage: 77", "  ticket: 77", "35 misspelled-key"],
  ["  brand: heart", "  name: heart", "43 misspelled-key"],
  ["  href: https", "  url: https", "44 misspelled-key"],
  ["sub: brief", "form: brief", "58 misspelled-key"],
  ["sub: brief", "sub brief", "58 yaml-syntax"],
  ["sub: brief", "sub:brief", "58 yaml-syntax"],
  ["sub: brief\n", "sub: brief\nsub: long\n", "59 duplicate-key"],
  ["tags:\n- news", "tags: news", "59 wrong-type"],
  ["tags:\n- news", "tags:\n- nwes", "60 invalid-value"],
  ["tags:\n- news", "tags:\n- news/", "60 hugo-refused-value"],
  ["title: A Steady", "title: A&nbsp;Steady", "61 title-plain-text"],
  ["title: A Steady Beat", "title: A <b>Steady</b> Beat", "61 title-plain-text"],
  ["title: A Steady Beat", "title: |\n  A Steady Beat", "61 title-plain-text"],
  ["title:", "titel:", "61 misspelled-key"],
  ["type: communities/medigy-cardiology", "type: communities/cardiology", "62 derived-value"],
  ["<p>A heart", '<p onclick="track()">A heart', "65 body-event-handler"],
  ["---\naliases:", "---\n  aliases:", "2 yaml-syntax"],
  ["archetype: news", "archetype: 'news '", "3 invalid-value"],
  ["description:", "desc:", "25 misspelled-key"],
  ["  alt: A", "  atl: A", "28 misspelled-key"],
  ["  alt: A Steady Beat", "  alt: '  '", "28 derived-value"],
  [/ {2}size:\n(?: {2}- .*\n)+/, "", "27 missing-key"],
  ["  - 640\n  - 320", "  - 1\n  - 2\n  - 3", "31 derived-value"],
  ["  workPackage: 77\n", "", "27 missing-key"],
  ["slug: heart-news-a-steady-beat", "slug: ''", "55 derived-value"],
  ["sub: brief", "su: brief", "58 misspelled-key"],
  ["tags:\n- news", "tags: []", "59 invalid-value"],
  ["\n---\n\n<p>", "\n\n<p>", "1 yaml-syntax"],
];

/** Faults whose answer stands in another place: with that place at fault, too, nobody knows it. */
export const COPIED: readonly Fault[] = [
  [/communityTopics:\n(?:- .*\n)+/, "", "1 missing-key"],
  [/communityTopics:\n(?:- .*\n)+/, "communityTopics: []\n", "20 invalid-value"],
  [/communityTopics:\n(?:- .*\n)+/, "communityTopics: ''\n", "20 wrong-type"],
  ["id: 77\nidentifier", "id: ''\nidentifier", "39 wrong-type"],
  ["id: 77\nidentifier", "id:\nidentifier", "39 wrong-type"],
  ["id: 77\nidentifier", "identifier", "1 missing-key"],
  ["  href: https://www", "  href: htps://www", "44 link-mismatch"],
  ["  href: https://", "  href: https//", "44 link-mismatch"],
  [/ {2}href: https.*/, "  href:", "44 link-mismatch"],
  [/ {2}href: https.*\n/, "", "42 missing-key"],
  ["  original: https://www", "  original: www", "45 link-mismatch"],
  [/ {2}original: .*\n/, "", "42 missing-key"],
  [/link:\n(?: {2}.*\n)+/, "", "1 missing-key"],
  [/ {2}cleanUrl: .*/, "  cleanUrl: https://", "49 link-mismatch"],
  [/ {2}cleanUrl: .*\n/, "", "48 missing-key"],
  [/ {2}sourceUrl: .*/, "  sourceUrl: 12", "51 link-mismatch"],
  [/openProjectCustomFields:\n(?: {2}.*\n)+/, "", "1 missing-key"],
];

export const LINE_BREAKS = [
  ["LF", (text: string) => text],
  ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text: string) => `\uFEFF${text}`],
] as const;

/** Faults in places that do not touch each other; one that no longer finds its place is left out. */
export function plantedAll(faults: readonly Fault[]): string {
  let text = CLEAN;
  for (const [part, by] of faults) {
    const match = typeof part === "string" ? part : (part.exec(CLEAN)?.[0] ?? "");
    if (text.includes(match) && isUntouched(text, match)) text = text.replace(match, () => by);
  }
  return text;
}

/** Whether the lines around a part are those of the clean article. */
function isUntouched(text: string, part: string): boolean {
  const around = (whole: string) => {
    const at = whole.indexOf(part);
    const before = whole.slice(0, at).split("\n").slice(-3).join("\n");
    return (
      before +
      whole.slice(at, at + part.length) +
      whole
        .slice(at + part.length)
        .split("\n")
        .slice(0, 3)
        .join("\n")
    );
  };
  return around(text) === around(CLEAN);
}
