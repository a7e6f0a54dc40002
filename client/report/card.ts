import type { ReportTexts } from "../../server/src/protocol/reportTexts.ts";
import { chartOf, hasSeverities, SEVERITIES } from "./chart.ts";
import { button, element, filled } from "./dom.ts";
import { type Bar, countOf, labelOf, type Section } from "./labels.ts";

export interface CardOptions {
  readonly texts: ReportTexts;
  /** Is told which bar is chosen, and what it is called. */
  choose(bar: Bar, label: string): void;
}

/** A section: a heading, and the same figures as a chart or a table. */
export function cardOf(section: Section, { texts, choose }: CardOptions): { readonly card: HTMLElement; draw(): void } {
  const { heading, explanation } = texts.sections[section.id];
  const title = element("h2", { id: `section-${section.id}` }, heading);
  const card = element(
    "section",
    { class: `card ${section.id}`, "aria-labelledby": title.id },
    element("div", { class: "heading" }, title),
    element("p", { class: "explanation" }, explanation),
  );
  const body = element("div", { class: "figures" });
  if (section.bars.every(({ entries }) => entries.length === 0)) {
    card.append(element("p", { class: "nothing" }, texts.nothing));
    return { card, draw: () => undefined };
  }
  const chosen = (bar: Bar) => choose(bar, `${heading}: ${labelOf(bar, section, texts)}`);
  let shown: "chart" | "table" = "chart";
  // One column for all that is earlier would make the others look like nothing.
  const outside = section.bars.filter(({ word }) => word === "earlier" || word === "later");
  const drawn = { ...section, bars: section.bars.filter((bar) => !outside.includes(bar)) };
  const draw = (): void => {
    const figures = shown === "chart" ? chartOf(drawn, { texts, choose: chosen }) : tableOf(section, texts, chosen);
    if (shown === "chart") figures.setAttribute("aria-labelledby", title.id);
    body.replaceChildren(figures);
  };
  const toggle = button("", "quiet", () => {
    shown = shown === "chart" ? "table" : "chart";
    nameToggle();
    draw();
  });
  const nameToggle = (): void => {
    toggle.textContent = shown === "chart" ? texts.table : texts.chart;
    toggle.setAttribute("aria-label", `${toggle.textContent}: ${heading}`);
  };
  nameToggle();
  card.querySelector(".heading")?.append(toggle);
  if (hasSeverities(section)) card.append(legendOf(texts));
  card.append(body);
  for (const bar of outside) {
    const label = `${labelOf(bar, section, texts)}: ${countOf(bar, texts)}`;
    card.append(
      element(
        "p",
        { class: "outside" },
        button(label, "link", () => chosen(bar)),
      ),
    );
  }
  if (section.hidden > 0) card.append(element("p", { class: "hidden-bars" }, filled(texts.hidden, section.hidden)));
  return { card, draw };
}

function legendOf(texts: ReportTexts): HTMLElement {
  const names = { error: texts.errors, warning: texts.warnings, other: texts.others };
  const items = SEVERITIES.map((severity) =>
    element("li", {}, element("span", { class: `swatch ${severity}`, "aria-hidden": "true" }), names[severity]),
  );
  return element("ul", { class: "legend" }, ...items);
}

function tableOf(section: Section, texts: ReportTexts, choose: (bar: Bar) => void): HTMLElement {
  const rows = section.bars.map((bar) => {
    const label = labelOf(bar, section, texts);
    const name = bar.entries.length === 0 ? label : button(label, "link", () => choose(bar));
    return element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, countOf(bar, texts)));
  });
  const head = element(
    "tr",
    {},
    element("th", { scope: "col" }, texts.name),
    element("th", { scope: "col" }, texts.count),
  );
  return element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
}
