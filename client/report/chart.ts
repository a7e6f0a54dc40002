import { BarChart, type BarChartCreatedEvent } from "chartist";
import type { ReportTexts } from "../../server/src/protocol/reportTexts.ts";
import { element } from "./dom.ts";
import { type Bar, countOf, labelOf, type Section } from "./labels.ts";

export interface ChartOptions {
  readonly texts: ReportTexts;
  /** Is told which bar is chosen. */
  choose(bar: Bar): void;
}

/** Pixels. */
const ROW = 26;
const THICKNESS = 14;
const COLUMNS_HEIGHT = 230;
const AXIS = 34;

/** In the order in which they are put on each other. */
export const SEVERITIES = ["error", "warning", "other"] as const;

/** Whether the bars of a section are made of problems, which have severities. */
export function hasSeverities({ bars }: Section): boolean {
  return bars.some(({ entries }) => entries.some(({ severity }) => severity !== undefined));
}

/**
 * A section as a chart. Each bar can be chosen, by the mouse and by keys, all over its row or column; it is drawn anew when its
 * width changes.
 */
export function chartOf(section: Section, options: ChartOptions): HTMLElement {
  const { texts } = options;
  const isRows = section.layout === "bars";
  // Rows grow upwards, and the first is to be at the top.
  const bars = isRows ? section.bars.toReversed() : section.bars;
  const labels = bars.map((bar) => labelOf(bar, section, texts));
  const frame = element("div", { class: `chart ${section.layout}`, role: "group" });
  const format = new Intl.NumberFormat(texts.language);
  const amount = (label: unknown) => format.format(Number(label));
  const stretch = isRows ? 0 : Math.ceil(bars.length / 12);
  const height = isRows ? bars.length * ROW + AXIS : COLUMNS_HEIGHT;
  const chart = new BarChart(
    frame,
    { labels, series: seriesOf(section, bars) },
    {
      stackBars: true,
      horizontalBars: isRows,
      height,
      chartPadding: { top: isRows ? 6 : 18, right: isRows ? 56 : 12, bottom: 4, left: 4 },
      axisX: isRows
        ? { onlyInteger: true, offset: 22, scaleMinSpace: 56, labelInterpolationFnc: amount }
        : {
            showGrid: false,
            offset: 38,
            labelInterpolationFnc: (label, index) => (index % stretch === 0 ? label : null),
          },
      axisY: isRows
        ? { showGrid: false, offset: labelWidth(labels) }
        : { onlyInteger: true, offset: 52, scaleMinSpace: 30, labelInterpolationFnc: amount },
    },
  );
  const ends = new Map<number, number>();
  chart.on("draw", (event) => {
    if (event.type !== "bar") return;
    const end = isRows ? event.x2 : event.y2;
    const known = ends.get(event.index);
    ends.set(event.index, known === undefined ? end : isRows ? Math.max(known, end) : Math.min(known, end));
    const thickness = isRows ? THICKNESS : Math.max(2, Math.min(42, (event.chartRect.width() / bars.length) * 0.7));
    event.element.attr({ "stroke-width": thickness, "aria-hidden": "true" });
  });
  chart.on("created", (event) => {
    drawTargets(frame, event, { id: section.id, bars, labels, ends, isRows, ...options });
    ends.clear();
    // It would look at the window only; its place gets narrower when a list is opened, too.
    chart.detach();
  });
  new ResizeObserver(() => {
    // What has the focus is drawn anew, too.
    const focused = frame.querySelector(":focus")?.id;
    chart.update();
    if (focused !== undefined) document.getElementById(focused)?.focus();
  }).observe(frame);
  return frame;
}

interface Targets extends ChartOptions {
  readonly id: string;
  readonly bars: readonly Bar[];
  readonly labels: readonly string[];
  /** Where each bar ends. */
  readonly ends: ReadonlyMap<number, number>;
  readonly isRows: boolean;
}

/** Draws the count at the end of each bar, and over its row or column what is chosen. */
function drawTargets(frame: HTMLElement, { svg, chartRect }: BarChartCreatedEvent, targets: Targets): void {
  const { id, bars, labels, ends, isRows, texts, choose } = targets;
  const step = (isRows ? chartRect.height() : chartRect.width()) / bars.length;
  // As they are read: rows from the top, and these grow upwards.
  const all = isRows ? [...bars.entries()].toReversed() : [...bars.entries()];
  const inOrder = all.filter(([, { entries }]) => entries.length > 0);
  const made = inOrder.map(([index, bar]) => {
    const from = index * step;
    const end = ends.get(index) ?? (isRows ? chartRect.x1 : chartRect.y1);
    const count = countOf(bar, texts);
    const place = isRows
      ? { x: end + 6, y: chartRect.y1 - from - step / 2 + 4 }
      : { x: chartRect.x1 + from + step / 2, y: end - 5 };
    if (isRows || step > 16)
      svg
        .elem("text", { ...place, "aria-hidden": "true" }, "count")
        .getNode()
        .append(count);
    const area = isRows
      ? { x: 0, y: chartRect.y1 - from - step, width: chartRect.x2 + 50, height: step }
      : { x: chartRect.x1 + from, y: 0, width: step, height: chartRect.y1 + 30 };
    const label = `${labels[index]}: ${count}`;
    const target = svg
      .elem(
        "rect",
        { ...area, rx: 4, id: `${id}-${index}`, role: "button", tabindex: -1, "aria-label": label },
        "target",
      )
      .getNode();
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.append(label);
    target.append(title);
    target.addEventListener("click", () => choose(bar));
    return target as SVGElement;
  });
  made[0]?.setAttribute("tabindex", "0");
  frame.onkeydown = (event) => {
    const at = made.findIndex((target) => target.matches(":focus"));
    if (at === -1) return;
    const bar = inOrder[at]?.[1];
    if ((event.key === "Enter" || event.key === " ") && bar !== undefined) choose(bar);
    else if (!move(made, at, event.key)) return;
    event.preventDefault();
  };
}

/** Takes the focus to another bar; whether a key does so. */
function move(targets: readonly SVGElement[], at: number, key: string): boolean {
  const last = targets.length - 1;
  const places: { readonly [key: string]: number } = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: last,
  };
  const place = places[key];
  if (place === undefined) return false;
  const next = targets[Math.max(0, Math.min(last, place))];
  targets[at]?.setAttribute("tabindex", "-1");
  next?.setAttribute("tabindex", "0");
  next?.focus();
  return true;
}

function seriesOf(section: Section, bars: readonly Bar[]) {
  if (!hasSeverities(section)) return [{ className: "plain", data: bars.map(({ entries }) => entries.length) }];
  return SEVERITIES.map((severity) => ({
    className: severity,
    data: bars.map(({ entries }) => entries.filter((entry) => entry.severity === severity).length),
  }));
}

/** Room for the longest label, in pixels; a longer one is cut off. */
function labelWidth(labels: readonly string[]): number {
  const longest = labels.reduce((most, label) => Math.max(most, label.length), 0);
  return Math.min(280, Math.max(96, longest * 7.4 + 26));
}
