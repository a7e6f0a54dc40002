import type { PreviewPart, PreviewProblem, PreviewRole } from "../../server/src/protocol/preview.ts";
import { create, fill, icon } from "./dom.ts";
import type { PageFacts, Words } from "./messages.ts";

/** What views need besides the facts. */
export interface Surroundings {
  readonly words: Words;
  /** The language of the words and of dates. */
  readonly language: string;
  reveal(range: PreviewPart["range"]): void;
  open(target: string): void;
}

/** The parts of a role, in their order. */
export function partsOf({ parts }: PageFacts, role: PreviewRole): readonly PreviewPart[] {
  return parts.filter((part) => part.role === role);
}

/** The one part of a role. */
export function partOf(facts: PageFacts, role: PreviewRole): PreviewPart | undefined {
  return facts.parts.find((part) => part.role === role);
}

/** The part behind each element that shows one, so that it is found again by where the cursor is. */
const shownParts = new WeakMap<Element, PreviewPart>();

export interface FactLook {
  /** What is seen; the part's text without. */
  readonly content?: string | Node;
  /** What is seen where there is nothing to see. */
  readonly placeholder: string;
  /** What it leads to, where that is said by another part. */
  readonly target?: string | undefined;
}

/** A fact on the page: a click leads to its key, one with Ctrl or Cmd to where it leads. */
export function fact(part: PreviewPart, look: FactLook, surroundings: Surroundings): HTMLElement {
  const { words } = surroundings;
  const isEmpty = part.text.trim() === "" && look.content === undefined;
  const target = look.target ?? part.target;
  const worst = worstOf(part.problems);
  const tooltip = [
    part.note,
    fill(words.goToKey, part.key),
    target === undefined ? undefined : fill(words.follow, target),
  ];
  const element = create(
    "span",
    {
      className: ["fact", isEmpty ? "empty" : "", worst ?? "", target === undefined ? "" : "leads"]
        .filter(Boolean)
        .join(" "),
      role: "button",
      tabIndex: 0,
      title: tooltip.filter((line) => line !== undefined).join("\n"),
    },
    isEmpty ? look.placeholder : (look.content ?? part.text),
  );
  shownParts.set(element, part);
  onActivate(element, (event) => {
    if (target !== undefined && (event.ctrlKey || event.metaKey)) surroundings.open(target);
    else surroundings.reveal(part.range);
  });
  return element;
}

/** The problems of parts, each leading to its place; nothing where there are none. */
export function problemList(
  problems: readonly PreviewProblem[],
  { reveal }: Pick<Surroundings, "reveal">,
): readonly HTMLElement[] {
  if (problems.length === 0) return [];
  const items = problems.map(({ message, range, severity, ruleId }) => {
    const button = create("button", { type: "button", className: `problem ${severity}`, title: ruleId });
    button.append(icon(severity), create("span", {}, ...inCode(message)));
    button.addEventListener("click", () => reveal(range));
    return create("li", {}, button);
  });
  return [create("ul", { className: "problems" }, ...items)];
}

/** Marks the facts on the line of the cursor, and gives the first of them. */
export function markCursor(root: ParentNode, line: number): Element | undefined {
  let first: Element | undefined;
  for (const element of root.querySelectorAll(".fact")) {
    const part = shownParts.get(element);
    const isHere =
      part !== undefined && !part.isMissing && part.range.start.line <= line && line <= part.range.end.line;
    element.classList.toggle("at-cursor", isHere);
    if (isHere && element.getClientRects().length > 0) first ??= element;
  }
  return first;
}

const SEVERITIES = ["error", "warning", "information", "hint"] as const;

function worstOf(problems: readonly PreviewProblem[]): PreviewProblem["severity"] | undefined {
  return SEVERITIES.find((severity) => problems.some((problem) => problem.severity === severity));
}

/** What messages put between backticks is code. */
function inCode(message: string): readonly (Node | string)[] {
  return message.split(/`([^`]*)`/).map((part, index) => (index % 2 === 1 ? create("code", {}, part) : part));
}

function onActivate(element: HTMLElement, act: (event: MouseEvent | KeyboardEvent) => void): void {
  element.addEventListener("click", (event) => {
    // Who marks a text to copy it wants to stay.
    if (getSelection()?.isCollapsed !== false) act(event);
  });
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act(event);
  });
}

/** A date in words, in the zone that it is written in. */
export function dateInWords(iso: string, language: string): string {
  const day = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day)) return iso;
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(day);
}
