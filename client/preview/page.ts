import type { PreviewProblem } from "../../server/src/protocol/preview.ts";
import { createArticleView } from "./articleView.ts";
import { type BodySettings, type BodyView, createBodyView } from "./body/bodyView.ts";
import { createCardView } from "./cardView.ts";
import { create } from "./dom.ts";
import { markCursor } from "./facts.ts";
import type { BodyChange, PageFacts } from "./messages.ts";
import { bodyNotices, type NoticeActions, otherProblems } from "./notices.ts";
import { createScrolling } from "./scrolling.ts";
import type { View } from "./toolbar.ts";

/** The page of an article with its views. */
export interface Page {
  readonly element: HTMLElement;
  /** Brings a line of the document to the top. */
  scrollTo(line: number): void;
  /** @returns false where a change does not fit to what is there: somebody has lost count */
  update(facts: Partial<PageFacts>, body?: BodyChange): boolean;
  showCursor(line: number): void;
  choose(view: View): void;
}

export interface PageActions extends NoticeActions {
  /** @param line of the document, from 0 */
  scrolled(line: number): void;
  /** The height of what covers the page's top, in pixels. */
  covered(): number;
}

export function createPage(actions: PageActions): Page {
  const article = createArticleView(actions);
  const notices = create("div", { className: "notices" });
  const body = create("div", { className: "body" });
  const others = create("section", { className: "others" });
  const cards = (["list", "search", "social"] as const).map((name) => ({ name, ...createCardView(name, actions) }));
  const whole = create(
    "main",
    { className: "page" },
    article.breadcrumbs,
    create("article", { className: "article" }, article.opening, notices, body, article.closing),
    others,
  );
  const element = create("div", { className: "sheet" }, article.masthead, whole, ...cards.map((card) => card.element));

  let facts: PageFacts | undefined;
  let text = "";
  let view: View = { tab: "page", scheme: "editor", width: "wide" };
  let bodyView: BodyView | undefined;
  let settings = "";
  let flagged: readonly Element[] = [];
  let cursor: number | undefined;
  let atCursor: Element | undefined;

  const showBody = (): void => {
    if (facts === undefined) return;
    const wanted = bodySettings(facts, actions);
    const isOther = JSON.stringify(wanted) !== settings;
    settings = JSON.stringify(wanted);
    if (bodyView === undefined) bodyView = createBodyView(body, wanted);
    else if (isOther) bodyView.configure(wanted);
    bodyView.show(facts.bodyLine === null ? "" : text);
    body.classList.toggle("empty", body.childElementCount === 0);
    body.dataset.placeholder = actions.words.noBody;
  };
  const showBodyProblems = (): void => {
    if (facts === undefined || bodyView === undefined) return;
    for (const one of flagged) one.classList.remove("flagged", "error", "warning", "information", "hint");
    notices.replaceChildren(...bodyNotices(facts, bodyView, actions));
    flagged = facts.bodyProblems.flatMap((problem) => flag(problem, bodyView, facts?.bodyLine ?? 0));
    others.replaceChildren(...otherProblems(facts, actions));
  };
  /** Only the view that is seen is drawn. */
  const showView = (): void => {
    if (facts === undefined) return;
    if (view.tab === "page") article.show(facts);
    for (const card of cards) if (card.name === view.tab) card.show(facts);
    if (cursor !== undefined) atCursor = markCursor(element, cursor);
  };

  element.addEventListener("dblclick", ({ target }) => {
    const line = bodyView?.lines().findLast((place) => target instanceof Node && place.element.contains(target))?.line;
    if (line === undefined || facts?.bodyLine == null) return;
    const position = { line: line + facts.bodyLine, character: 0 };
    actions.reveal({ start: position, end: position });
  });

  const scrolling = createScrolling(
    {
      body,
      covered: actions.covered,
      lines: () => (view.tab === "page" ? (bodyView?.lines() ?? []) : []),
      bodyLine: () => (view.tab === "page" ? (facts?.bodyLine ?? undefined) : undefined),
    },
    actions.scrolled,
  );

  return {
    element,
    update(changed, change) {
      const isFirst = change?.length === 0;
      if (change !== undefined && !isFirst && change.length !== text.length) return false;
      const merged = { ...facts, ...changed };
      if (!isWhole(merged)) return false;
      const isOther = facts !== undefined && merged.uri !== facts.uri;
      facts = merged;
      // The first change is of nothing, whatever is there from before.
      if (isFirst) text = "";
      if (change !== undefined) text = text.slice(0, change.start) + change.text + text.slice(change.end);
      const isSameBody = change === undefined && changed.markup === undefined && changed.bodyLine === undefined;
      if (!isSameBody || changed.imageFolders !== undefined || changed.remoteImages !== undefined) showBody();
      showBodyProblems();
      if (Object.keys(changed).length > 0) showView();
      if (isOther) scrollTo({ top: 0, behavior: "instant" });
      return true;
    },
    showCursor(line) {
      cursor = line;
      atCursor = markCursor(element, line);
      if (atCursor !== undefined) scrolling.show(atCursor);
    },
    scrollTo(line) {
      // Keys stand in another order than what they say: what is edited stays in sight.
      const isFact = atCursor?.isConnected === true && line < (facts?.bodyLine ?? 0);
      if (!isFact) scrolling.scrollTo(line);
    },
    choose(chosen) {
      view = chosen;
      element.dataset.width = chosen.width;
      element.dataset.tab = chosen.tab;
      whole.hidden = chosen.tab !== "page";
      for (const card of cards) card.element.hidden = card.name !== chosen.tab;
      showView();
    },
  };
}

/** Whether nothing is missing: the first message has all. */
function isWhole(facts: Partial<PageFacts>): facts is PageFacts {
  return facts.parts !== undefined && facts.markup !== undefined;
}

function bodySettings(facts: PageFacts, { words }: NoticeActions): BodySettings {
  const { markup, imageFolders: folders, assetRoots, remoteImages: remote } = facts;
  return {
    markup,
    images: { folders, assetRoots, remote },
    omittedHere: words.omittedHere,
    blockedImage: words.blockedImage,
  };
}

/** Marks the innermost element that a problem is in. */
function flag(problem: PreviewProblem, bodyView: BodyView | undefined, bodyLine: number): readonly Element[] {
  const line = problem.range.start.line - bodyLine;
  const element = bodyView?.lines().findLast((place) => place.line <= line)?.element;
  element?.classList.add("flagged", problem.severity);
  return element === undefined ? [] : [element];
}
