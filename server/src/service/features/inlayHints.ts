import { isBroken } from "../document/frontMatter.ts";
import { lineAt } from "../document/lines.ts";
import { nodeAt } from "../document/node.ts";
import { overlaps, type Span, type TextEdit, trimmedEnd } from "../document/span.ts";
import { derivedFieldAt } from "../model/archetype.ts";
import type { Article } from "../model/article.ts";
import type { DerivedField } from "../model/derivedField.ts";
import { shortened } from "../model/text/shortened.ts";
import { breadcrumbLabels } from "../rules/breadcrumb-labels.ts";
import { breadcrumbLinks } from "../rules/breadcrumb-links.ts";
import { derivedValue } from "../rules/derived-value.ts";
import { type Problem, problemsOf, type Severities } from "./problems.ts";

/** A few words that an editor shows in the text, and that are no part of it. */
export interface InlayHint {
  /** What the words stand behind. */
  readonly offset: number;
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string;
  /** What makes the text say so; none where there is nothing to change, or an author must decide. */
  readonly edits: readonly TextEdit[];
}

/** Which hints an author wants. */
export interface InlayHintSettings {
  /** The values that follow from others, where they differ. */
  readonly derivedValues: "off" | "on";
  /** The name of a community, where its slug does not say it. */
  readonly communityLabel: "off" | "on";
}

/** Longer words would push the text aside. */
const LONGEST = 60;

/** The rules that compare a value with the one that follows from others. A comment that suppresses one silences its hints. */
const RULES = [breadcrumbLabels, breadcrumbLinks, derivedValue];

/** The hints in a stretch of an article, in the order of the text. There are none in lines that cannot be read. */
export function inlayHintsIn(
  article: Article,
  span: Span,
  { derivedValues, communityLabel, rules }: InlayHintSettings & { readonly rules: Severities },
): readonly InlayHint[] {
  const hints = derivedValues === "on" ? expectedValues(article, rules) : [];
  const label = communityLabel === "on" ? communityHint(article) : undefined;
  const isFree = label !== undefined && hints.every(({ offset }) => offset !== label.offset);
  return [...hints, ...(isFree ? [label] : [])]
    .filter(({ offset }) => overlaps({ start: offset, end: offset }, span))
    .toSorted((a, b) => a.offset - b.offset);
}

function expectedValues(article: Article, severities: Severities): readonly InlayHint[] {
  return problemsOf(article, RULES, severities).flatMap((problem): readonly InlayHint[] => {
    const { messageId, data, fix } = problem.finding;
    const field = fieldOf(article, problem);
    const expected = data?.expected;
    if ((messageId !== "differs" && messageId !== "wrong") || expected === undefined || field === undefined) return [];
    const tooltip = [field.explanation, ...(fix === undefined ? [] : ["Double-click to accept it."])].join("\n\n");
    const offset = offsetBehind(article.text, problem.finding);
    return [{ offset, label: `→ ${shortened(expected, LONGEST)}`, tooltip, edits: fix?.edits() ?? [] }];
  });
}

function fieldOf({ archetype }: Article, { rule, finding }: Problem): DerivedField | undefined {
  if (rule.id === breadcrumbLabels.id) return archetype.breadcrumbs?.labels;
  if (rule.id === breadcrumbLinks.id) return archetype.breadcrumbs?.links;
  return derivedFieldAt(archetype, finding.data?.key?.split(".") ?? []);
}

/** Behind a value; where only its key is marked, behind what stands on the line. */
function offsetBehind(text: string, { end }: Span): number {
  return text[end] === ":" ? trimmedEnd(text, lineAt(text, end)) : end;
}

/** The community's name, behind the first value that names it by its slug. */
function communityHint({ archetype, community, frontMatter, value }: Article): InlayHint | undefined {
  const { name, slug } = community ?? {};
  if (frontMatter === undefined || name === undefined || slug === undefined || says(slug, name)) return undefined;
  for (const { path, pattern } of archetype.communityClues.slugs) {
    const node = nodeAt(frontMatter.root, path);
    const text = value(path);
    if (node?.kind !== "scalar" || typeof text !== "string" || isBroken(frontMatter, node)) continue;
    if (pattern.exec(text)?.[1] !== slug) continue;
    return { offset: node.end, label: shortened(name, LONGEST), tooltip: `The community \`${slug}\`.`, edits: [] };
  }
  return undefined;
}

/** Whether a slug spells a name, but for an abbreviation that stands behind it in parentheses. */
function says(slug: string, name: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return letters(slug) === letters(name) || letters(slug) === letters(name.replace(/\([^)]*\)\s*$/, ""));
}
