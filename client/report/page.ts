import type { ContentReport } from "../../server/src/protocol/contentReport.ts";
import { cardOf } from "./card.ts";
import { button, element, filled } from "./dom.ts";
import { dayOf, type Section } from "./labels.ts";
import { createList } from "./list.ts";
import type { PageMessage, ShownReport } from "./messages.ts";

/**
 * Shows a report, in the place of the one before.
 *
 * @param tell tells the panel that the page is in what is wanted; where there is none, nothing can be opened
 */
export function showReport({ report, texts }: ShownReport, tell: ((message: PageMessage) => void) | undefined): void {
  document.documentElement.lang = texts.language;
  const open = tell && ((path: string, line: number) => tell({ type: "open", path, line }));
  const list = createList({ report, texts, open });
  const cards = sectionsOf(report).map((section) =>
    cardOf(section, { texts, choose: ({ entries }, label) => list.show({ label, entries }) }),
  );
  const actions =
    tell === undefined
      ? []
      : [
          button(texts.refresh, "action quiet", () => tell({ type: "refresh" })),
          button(texts.save, "action", () => tell({ type: "save" })),
        ];
  const header = element(
    "header",
    {},
    element(
      "div",
      { class: "names" },
      element("p", { class: "kind" }, texts.title),
      element("h1", {}, report.site),
      element("p", { class: "day" }, filled(texts.asOf, dayOf(report.day, texts.language))),
    ),
    element("div", { class: "actions" }, ...actions),
  );
  const main = element(
    "main",
    {},
    header,
    totalsOf({ report, texts }),
    element("p", { class: "hint" }, texts.hint),
    element("div", { class: "cards" }, element("div", { class: "columns-of-cards" }, ...cards.map(({ card }) => card))),
  );
  document.body.replaceChildren(main, list.list);
  document.body.classList.remove("has-list");
  // A chart is as wide as its place, so that it needs one first.
  for (const { draw } of cards) draw();
}

/** Sections with the entries in the place of where these stand. */
function sectionsOf({ sections, entries }: ContentReport): readonly Section[] {
  return sections.map((section) => ({
    ...section,
    bars: section.bars.map((bar) => ({ ...bar, entries: bar.entries.flatMap((place) => entries[place] ?? []) })),
  }));
}

function totalsOf({ report: { totals }, texts }: ShownReport): HTMLElement {
  const format = new Intl.NumberFormat(texts.language);
  const part = (count: number, whole: number) => filled(texts.of, format.format(count), format.format(whole));
  const { topicsUsed, topicsListed } = totals;
  const tiles: readonly (readonly [name: string, value: string, kind: string])[] = [
    [texts.articles, format.format(totals.articles), "plain"],
    [texts.communities, format.format(totals.communities), "plain"],
    [texts.clean, part(totals.clean, totals.articles), totals.clean > 0 ? "good" : "plain"],
    [texts.errors, format.format(totals.errors), totals.errors > 0 ? "error" : "plain"],
    [texts.warnings, format.format(totals.warnings), totals.warnings > 0 ? "warning" : "plain"],
    [texts.others, format.format(totals.others), totals.others > 0 ? "other" : "plain"],
    [texts.topics, topicsListed === undefined ? format.format(topicsUsed) : part(topicsUsed, topicsListed), "plain"],
  ];
  return element(
    "dl",
    { class: "totals" },
    ...tiles.map(([name, value, kind]) =>
      element("div", { class: `total ${kind}` }, element("dt", {}, name), element("dd", {}, value)),
    ),
  );
}
