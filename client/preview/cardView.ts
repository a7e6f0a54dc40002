import type { PreviewPart } from "../../server/src/protocol/preview.ts";
import { create, fill, icon } from "./dom.ts";
import { dateInWords, fact, partOf, problemList, type Surroundings } from "./facts.ts";
import { type Card, type Fit, fitOf, imageFitOf } from "./lengths.ts";
import type { PageFacts } from "./messages.ts";

/** What an article looks like elsewhere, and how its texts fit there. */
export interface CardView {
  readonly element: HTMLElement;
  show(facts: PageFacts): void;
}

export function createCardView(card: Card, surroundings: Surroundings): CardView {
  const element = create("section", { className: `card-page ${card}-page` });
  return {
    element,
    show(facts) {
      const drawn = { list: listCard, search: searchResult, social: socialCard }[card](facts, surroundings);
      element.replaceChildren(drawn, lengthsOf(card, facts, surroundings));
    },
  };
}

function listCard(facts: PageFacts, surroundings: Surroundings): HTMLElement {
  const [brand, date] = [partOf(facts, "brand"), partOf(facts, "date")];
  const day = date === undefined || date.text === "" ? undefined : dateInWords(date.text, surroundings.language);
  return create(
    "article",
    { className: "card" },
    create("div", { className: "card-image" }, imageOf(facts, surroundings)),
    create(
      "div",
      { className: "card-text" },
      create("h2", {}, titleOf(facts, surroundings)),
      create(
        "p",
        { className: "byline" },
        ...(brand === undefined ? [] : [fact(brand, { placeholder: "…" }, surroundings), " · "]),
        ...(date === undefined
          ? []
          : [fact(date, { placeholder: surroundings.words.noDate, ...(day && { content: day }) }, surroundings)]),
      ),
      create("p", {}, descriptionOf(facts, surroundings)),
    ),
  );
}

function searchResult(facts: PageFacts, surroundings: Surroundings): HTMLElement {
  const date = partOf(facts, "date");
  const day = date === undefined || date.text === "" ? "" : `${dateInWords(date.text, surroundings.language)} — `;
  const host = hostOf(facts);
  const path = (facts.permalink ?? "").split("/").filter((step) => step !== "");
  const name = facts.site.title ?? host;
  return create(
    "article",
    { className: "search-result" },
    create(
      "div",
      { className: "search-site" },
      create("span", { className: "search-icon", ariaHidden: "true" }, name.slice(0, 1).toUpperCase()),
      create(
        "div",
        {},
        create("p", { className: "search-name" }, name),
        create("p", { className: "search-address" }, [host, ...path].join(" › ")),
      ),
    ),
    create("h3", { className: "search-title" }, titleOf(facts, surroundings)),
    create(
      "p",
      { className: "search-text" },
      create("span", { className: "search-date" }, day),
      descriptionOf(facts, surroundings),
    ),
  );
}

function socialCard(facts: PageFacts, surroundings: Surroundings): HTMLElement {
  return create(
    "article",
    { className: "social-card" },
    create("div", { className: "social-image" }, imageOf(facts, surroundings)),
    create(
      "div",
      { className: "social-text" },
      create("p", { className: "social-host" }, hostOf(facts).toUpperCase()),
      create("h3", {}, titleOf(facts, surroundings)),
      create("p", { className: "social-description" }, descriptionOf(facts, surroundings)),
    ),
  );
}

function hostOf({ site }: PageFacts): string {
  return site.baseUrl !== null && URL.canParse(site.baseUrl) ? new URL(site.baseUrl).host : "example.org";
}

function titleOf(facts: PageFacts, surroundings: Surroundings): Node | string {
  const part = partOf(facts, "title");
  return part === undefined ? "" : fact(part, { placeholder: surroundings.words.noTitle }, surroundings);
}

function descriptionOf(facts: PageFacts, surroundings: Surroundings): Node | string {
  const part = partOf(facts, "description");
  return part === undefined ? "" : fact(part, { placeholder: surroundings.words.noDescription }, surroundings);
}

function imageOf(facts: PageFacts, surroundings: Surroundings): Node {
  const part = partOf(facts, "image");
  const { words } = surroundings;
  const picture =
    facts.image === null
      ? create(
          "span",
          { className: "picture-place" },
          icon("picture"),
          part?.text ? fill(words.imageNotFound, part.text) : words.noImage,
        )
      : create("img", { src: facts.image, alt: partOf(facts, "imageAlt")?.text ?? "" });
  return part === undefined ? picture : fact(part, { content: picture, placeholder: "" }, surroundings);
}

/** How each text fits, as bars, and what is wrong with it. */
function lengthsOf(card: Card, facts: PageFacts, surroundings: Surroundings): HTMLElement {
  const { words } = surroundings;
  const rows = (["title", "description"] as const).flatMap((what) => {
    const part = partOf(facts, what);
    if (part === undefined) return [];
    const fit = fitOf(part.text, what, { card, words });
    return [lengthRow(part, { name: words[what], fit }, surroundings)];
  });
  const image = card === "search" ? undefined : partOf(facts, "image");
  return create(
    "section",
    { className: "lengths" },
    create("h2", {}, words.lengths),
    ...rows,
    ...(image === undefined ? [] : [imageRow(image, { card, isFound: facts.image !== null }, surroundings)]),
  );
}

function lengthRow(
  part: PreviewPart,
  { name, fit }: { readonly name: string; readonly fit: Fit },
  surroundings: Surroundings,
): HTMLElement {
  const bar = create("span", { className: "bar" });
  bar.style.inlineSize = `${Math.min(100, (100 * fit.count) / fit.limit)}%`;
  return row(part, surroundings, {
    name,
    state: fit.state,
    figure: fill(surroundings.words.characters, fit.count, fit.limit),
    advice: fit.advice,
    drawn: [create("span", { className: "meter", ariaHidden: "true" }, bar)],
  });
}

function imageRow(
  part: PreviewPart,
  { card, isFound }: { readonly card: Card; readonly isFound: boolean },
  surroundings: Surroundings,
): HTMLElement {
  const { words } = surroundings;
  const figure = part.size === undefined ? "" : fill(words.pixels, ...part.size);
  const fit = card === "social" ? imageFitOf(part.size, words) : ({ state: "fits", advice: words.fits } as const);
  const { state, advice } = isFound ? fit : ({ state: "missing", advice: words.missing } as const);
  return row(part, surroundings, { name: words.image, state, figure, advice, drawn: [] });
}

interface Row extends Pick<Fit, "state" | "advice"> {
  readonly name: string;
  readonly figure: string;
  readonly drawn: readonly Node[];
}

function row(part: PreviewPart, surroundings: Surroundings, { name, state, figure, advice, drawn }: Row): HTMLElement {
  const button = create(
    "button",
    { type: "button", className: `length ${state}`, title: fill(surroundings.words.goToKey, part.key) },
    create("span", { className: "length-name" }, name),
    create("span", { className: "length-figure" }, figure),
    ...drawn,
    create("span", { className: "length-advice" }, icon(state === "fits" ? "ok" : "warning"), advice),
  );
  button.addEventListener("click", () => surroundings.reveal(part.range));
  return create("div", { className: "length-row" }, button, ...problemList(part.problems, surroundings));
}
