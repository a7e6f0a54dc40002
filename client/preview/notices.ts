import type { BodyView } from "./body/bodyView.ts";
import { create, fill, icon } from "./dom.ts";
import { problemList, type Surroundings } from "./facts.ts";
import type { PageFacts } from "./messages.ts";

export interface NoticeActions extends Surroundings {
  allowRemoteImages(): void;
}

/** What is to be said above a body: why it is not whole, and what is wrong in it. */
export function bodyNotices(
  facts: PageFacts,
  { omitted, blockedImages }: Pick<BodyView, "omitted" | "blockedImages">,
  actions: NoticeActions,
): readonly Node[] {
  const { words } = actions;
  const notices: Node[] = [];
  if (facts.bodyLine === null) notices.push(notice("warning", words.openFrontMatter));
  if (omitted > 0) {
    const count = omitted === 1 ? words.htmlOmittedOnce : fill(words.htmlOmitted, omitted);
    notices.push(notice("warning", `${count} ${words.htmlOmittedWhy}`));
  } else if (facts.markup.rawHtml === "unknown") notices.push(notice("information", words.htmlUnknown));
  if (blockedImages > 0) {
    const count = blockedImages === 1 ? words.imageBlockedOnce : fill(words.imagesBlocked, blockedImages);
    const button = create("button", { type: "button", className: "notice-action" }, words.loadImages);
    button.addEventListener("click", actions.allowRemoteImages);
    notices.push(notice("information", count, button));
  }
  return [...notices, ...problemList(facts.bodyProblems, actions)];
}

/** The problems of what the page does not show. */
export function otherProblems(facts: PageFacts, surroundings: Surroundings): readonly Node[] {
  const unseen = facts.parts.filter(({ role }) => role === "description").flatMap(({ problems }) => problems);
  const problems = [...unseen, ...facts.otherProblems];
  if (problems.length === 0) return [];
  const title = fill(surroundings.words.otherProblems, problems.length);
  return [create("h2", {}, title), ...problemList(problems, surroundings)];
}

function notice(kind: "warning" | "information", message: string, ...actions: readonly Node[]): HTMLElement {
  const text = message.split(/`([^`]*)`/).map((part, index) => (index % 2 === 1 ? create("code", {}, part) : part));
  return create("div", { className: `notice ${kind}`, role: "note" }, icon(kind), create("p", {}, ...text), ...actions);
}
