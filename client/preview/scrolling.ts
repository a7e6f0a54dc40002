import type { LinePlace } from "./body/bodyView.ts";

/** What keeps the page where the editor is, and the other way round. Lines are those of the document, from 0. */
export interface Scrolling {
  /** Brings a line to the top. */
  scrollTo(line: number): void;
}

interface Ground {
  /** The elements of the body and their lines in it. */
  lines(): readonly LinePlace[];
  /** The line on which the body starts; `undefined` while nobody can tell. */
  bodyLine(): number | undefined;
  readonly body: HTMLElement;
  /** How much of the page's top is covered, in pixels. */
  covered(): number;
}

/** @param report is told the line at the top when somebody scrolls */
export function createScrolling(ground: Ground, report: (line: number) => void): Scrolling {
  // What the page itself did is not reported.
  let set: number | undefined;
  let isPending = false;
  addEventListener("scroll", () => {
    if (isPending) return;
    isPending = true;
    requestAnimationFrame(() => {
      isPending = false;
      if (set !== undefined && Math.abs(scrollY - set) < 2) return;
      set = undefined;
      const line = lineAt(scrollY + ground.covered(), pointsOf(ground));
      if (line !== undefined) report(line);
    });
  });
  return {
    scrollTo(line) {
      const top = topOf(line, pointsOf(ground));
      if (top === undefined) return;
      const furthest = document.documentElement.scrollHeight - innerHeight;
      set = Math.round(Math.max(0, Math.min(furthest, top - ground.covered())));
      scrollTo({ top: set, behavior: "instant" });
    },
  };
}

/** A line, and how far below the start of the page it is. */
interface Point {
  readonly line: number;
  readonly top: number;
}

/** From the start of the page, where the front matter starts, to its end; both only go down. */
function pointsOf({ lines, bodyLine, body }: Ground): readonly Point[] {
  const start = bodyLine();
  if (start === undefined) return [];
  const box = body.getBoundingClientRect();
  const points: Point[] = [
    { line: 0, top: 0 },
    { line: start, top: box.top + scrollY },
  ];
  for (const { line, element } of lines()) {
    const last = points.at(-1);
    const top = element.getBoundingClientRect().top + scrollY;
    if (last !== undefined && line + start > last.line && top > last.top) points.push({ line: line + start, top });
  }
  return points;
}

function topOf(line: number, points: readonly Point[]): number | undefined {
  const index = points.findLastIndex((point) => point.line <= line);
  const [point, next] = [points[index], points[index + 1]];
  if (point === undefined) return undefined;
  if (next === undefined) return point.top;
  return point.top + ((line - point.line) / (next.line - point.line)) * (next.top - point.top);
}

function lineAt(top: number, points: readonly Point[]): number | undefined {
  const index = points.findLastIndex((point) => point.top <= top);
  const [point, next] = [points[Math.max(0, index)], points[index + 1]];
  if (point === undefined) return undefined;
  if (next === undefined || index === -1) return point.line;
  return point.line + ((top - point.top) / (next.top - point.top)) * (next.line - point.line);
}
