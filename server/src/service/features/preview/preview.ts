import type { Span } from "../../document/span.ts";
import type { Article } from "../../model/article.ts";
import { placeNameOf } from "../../model/expectation.ts";
import type { Markup } from "../../model/hugo/markup.ts";
import { hugoPage } from "../../model/hugo/page.ts";
import type { Publication } from "../../model/hugo/publication.ts";
import { messageOf } from "../../rules/rule.ts";
import { uriIn } from "../../workspace/uri.ts";
import type { Problem } from "../problems.ts";
import type { PlacedPart, PreviewPart, PreviewProblem } from "./part.ts";
import { partsOf } from "./parts.ts";

export type { PreviewPart, PreviewProblem } from "./part.ts";

/** What the page of an article shows, each fact with its place and its problems. */
export interface Preview {
  /** The name of its archetype. */
  readonly archetype: string;
  readonly parts: readonly PreviewPart[];
  /** The path of the page on the site; `undefined` where nobody can tell. */
  readonly permalink: string | undefined;
  /** Where the body is; `undefined` where nobody can tell where the front matter ends. */
  readonly body: Span | undefined;
  readonly bodyProblems: readonly PreviewProblem[];
  /** The problems of what the page does not show. */
  readonly otherProblems: readonly PreviewProblem[];
  /** The folders in which the images of a body may lie, as URIs, the likeliest first; the first is the article's own. */
  readonly imageFolders: readonly string[];
  /** How many of them hold a path with a slash at its start: the last ones. */
  readonly assetRoots: number;
  readonly markup: Markup;
  readonly publication: Publication;
}

/** @param problems what is wrong in the article */
export function previewOf(article: Article, problems: readonly Problem[]): Preview {
  const { archetype, model, uri } = article;
  const placed = partsOf(article);
  const body = bodyOf(article);
  const owned = placed.map((): PreviewProblem[] => []);
  const bodyProblems: PreviewProblem[] = [];
  const otherProblems: PreviewProblem[] = [];
  for (const problem of problems) {
    const owner = owned[ownerOf(problem, placed)];
    const isInBody = body !== undefined && problem.finding.start >= body.start;
    (owner ?? (isInBody ? bodyProblems : otherProblems)).push(toProblem(problem));
  }
  return {
    archetype: archetype.name,
    parts: placed.map(({ part }, index) => ({ ...part, problems: owned[index] ?? [] })),
    permalink: article.frontMatter?.unread === undefined ? hugoPage(article).permalink : undefined,
    body,
    bodyProblems,
    otherProblems,
    imageFolders: [uri.slice(0, uri.lastIndexOf("/")), ...model.assetRoots.map((root) => uriIn(model.root, root))],
    assetRoots: model.assetRoots.length,
    markup: model.markup,
    publication: model.publication,
  };
}

/** Of the parts in whose stretch a problem is, the one that is said most closely; -1 where there is none. */
function ownerOf({ rule, finding }: Problem, placed: readonly PlacedPart[]): number {
  if (rule.id === "missing-key") {
    const { key, parent } = finding.data ?? {};
    return placed.findIndex(
      ({ part }) => part.isMissing && part.path.at(-1) === key && placeNameOf(part.path.slice(0, -1)) === parent,
    );
  }
  const closest = (stretches: readonly (Span | undefined)[]): number => {
    const sizes = stretches.map((stretch) => (holds(stretch, finding) ? stretch.end - stretch.start : Infinity));
    const smallest = Math.min(...sizes);
    return smallest === Infinity ? -1 : sizes.indexOf(smallest);
  };
  const own = closest(placed.map(({ territory }) => territory));
  return own === -1 ? closest(placed.map(({ around }) => around)) : own;
}

function holds(stretch: Span | undefined, { start, end }: Span): stretch is Span {
  return stretch !== undefined && stretch.start <= start && end <= stretch.end;
}

function toProblem({ rule, finding, severity }: Problem): PreviewProblem {
  const { start, end, messageId, data } = finding;
  return { ruleId: rule.id, severity, message: messageOf(rule, messageId, data), start, end };
}

/** All below the front matter; all where there is none. */
function bodyOf({ body, frontMatter, text }: Article): Span | undefined {
  if (body !== undefined) return { start: body.start, end: text.length };
  if (frontMatter === undefined) return { start: 0, end: text.length };
  const { closer, bodyStart } = frontMatter.block;
  return closer === undefined ? undefined : { start: bodyStart, end: text.length };
}
