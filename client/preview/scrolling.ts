import type { LinePlace } from "./body/blockList.ts";

/** What keeps the page where the editor is, and the other way round. Lines are those of the document, from 0. */
export interface Scrolling {
  /** Brings a line to the top. */
  scrollTo(line: number): void;
  /** Brings an element into sight, where it is not. */
  show(element: Element): void;
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

/** In frames: browsers take one or two until they have laid out what came into sight. */
const MOST_TRIES = 12;
const RESTFUL = 3;

/** In lines. */
const SAME_LINE = 0.5;

/** @param report is told the line at the top when somebody scrolls */
export function createScrolling(ground: Ground, report: (line: number) => void): Scrolling {
  // What the page itself did is not reported.
  let set: number | undefined;
  let isSettling = false;
  let isPending = false;
  let goal: number | undefined;
  addEventListener("scroll", () => {
    if (isPending) return;
    isPending = true;
    requestAnimationFrame(() => {
      isPending = false;
      if (isSettling || (set !== undefined && Math.abs(scrollY - set) < 2)) return;
      set = undefined;
      const line = lineAt(scrollY + ground.covered(), pointsOf(ground));
      // Where the editor is already; what is laid out late may have moved the page a little.
      if (line === undefined || (goal !== undefined && Math.abs(line - goal) < SAME_LINE)) return;
      goal = undefined;
      report(line);
    });
  });
  // Who scrolls does not want to be taken back.
  for (const type of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    addEventListener(
      type,
      () => {
        goal = undefined;
      },
      { passive: true },
    );
  }
  /** Once it is there it looks a few times more: what comes into sight moves what is below it. */
  const go = (tries: number, restful: number): void => {
    // Somebody wants to see something else meanwhile.
    if (goal === undefined) isSettling = false;
    if (goal === undefined) return;
    const top = topOf(goal, pointsOf(ground));
    const furthest = document.documentElement.scrollHeight - innerHeight;
    const wanted = top === undefined ? scrollY : Math.max(0, Math.min(furthest, top - ground.covered()));
    const isThere = Math.abs(wanted - scrollY) < 2;
    if (!isThere) scrollTo({ top: wanted, behavior: "instant" });
    set = scrollY;
    isSettling = tries < MOST_TRIES && restful < RESTFUL;
    if (isSettling) requestAnimationFrame(() => go(tries + 1, isThere ? restful + 1 : 0));
  };
  return {
    scrollTo(line) {
      goal = line;
      if (!isSettling) go(0, 0);
    },
    show(element) {
      const { top, bottom } = element.getBoundingClientRect();
      if (top >= ground.covered() && bottom <= innerHeight) return;
      goal = undefined;
      element.scrollIntoView({ block: "center", behavior: "instant" });
      set = scrollY;
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
