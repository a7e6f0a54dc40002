import { isEqual, isJsonObject, type JsonValue, valueAt } from "../../document/jsonValue.ts";
import { pairAt } from "../../document/node.ts";
import type { Span, TextEdit } from "../../document/span.ts";
import { createSpanSet } from "../../document/spanSet.ts";
import { alignmentOf } from "../../model/alignment.ts";
import { type Article, disagreement, expectedValue, isUnsure } from "../../model/article.ts";
import { covers, type DerivedField } from "../../model/derivedField.ts";
import { type Follower, followersOf, supposing } from "../../model/following.ts";
import type { Problem } from "../problems.ts";

/** A derived field that is brought up to date. */
export interface FieldUpdate {
  readonly field: DerivedField;
  readonly edits: readonly TextEdit[];
}

/** A key, and all fields that follow from it. */
interface Source {
  readonly key: string;
  readonly fields: readonly DerivedField[];
}

/** The derived fields that follow from a key, directly or by way of others. */
export function fieldsFrom({ archetype }: Article, key: string): readonly DerivedField[] {
  const fields = new Set<DerivedField>();
  const names = [key];
  // The list grows while it is walked.
  for (const name of names) {
    for (const field of archetype.derivedFields) {
      const own = field.path.join(".");
      if (own === key || fields.has(field) || !field.inputs.some((input) => isWithin(input, name))) continue;
      fields.add(field);
      names.push(own);
    }
  }
  return [...fields];
}

function isWithin(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

/**
 * What must change after a key was given another value. Its value before is still said where another key repeats it, as the
 * last breadcrumb repeats the title: what followed from that goes along, and what did not was meant otherwise and stays.
 * Where nothing repeats it, what disagrees now is taken for what has to follow.
 *
 * @param problems those of the article, for their fixes
 */
export function updatesFrom(article: Article, problems: readonly Problem[], source: Source): readonly FieldUpdate[] {
  const { key, fields } = source;
  if (isUnsure(article, key.split(".")) || !fields.some((field) => disagreement(article, field) !== undefined))
    return [];
  let best: readonly Follower[] = [];
  for (const before of formerValues(article, source)) {
    const followers = followersFrom(article, before, source);
    if (followers.length > best.length) best = followers;
  }
  if (best.length < 2) return fixedFields(article, problems, source);
  return best.map((follower) => ({ field: follower.field, edits: follower.edits() }));
}

/** What goes along where a key had another value before. What follows from what follows is known once that is. */
function followersFrom(article: Article, former: JsonValue, { key, fields }: Source): readonly Follower[] {
  const before = supposing(article, new Map([[key, former]]));
  let followers: readonly Follower[] = [];
  for (const _ of fields) {
    const values = new Map(followers.map(({ field, value }) => [field.path.join("."), value]));
    const found = followersOf(before, supposing(article, values)).filter(({ field }) => fields.includes(field));
    const isSettled =
      found.length === followers.length && found.every(({ value }, i) => isEqual(value, followers[i]?.value ?? null));
    followers = found;
    if (isSettled) break;
  }
  return followers;
}

/** Values that a key may have had before: what stands where its value should be repeated. */
function formerValues(article: Article, { key, fields }: Source): ReadonlySet<JsonValue> {
  const current = article.value(key.split("."));
  const repeated = fields.flatMap((field) => {
    const [expected, actual] = [expectedValue(article, field), article.value(field.path)];
    return expected === undefined || actual === undefined || current === undefined
      ? []
      : repeats(expected, actual, current);
  });
  return new Set(repeated);
}

function repeats(expected: JsonValue, actual: JsonValue, current: JsonValue): readonly JsonValue[] {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const pairs = alignmentOf(actual, expected, (item, at) => covers(item, expected[at] ?? null));
    return pairs.flatMap(([index, at]) => repeats(expected[at] ?? null, actual[index] ?? null, current));
  }
  if (isJsonObject(expected) && isJsonObject(actual)) {
    return Object.entries(expected).flatMap(([key, value]) => {
      const there = valueAt(actual, [key]);
      return there === undefined ? [] : repeats(value, there, current);
    });
  }
  const isRepeated = typeof actual === typeof current && covers(current, expected) && !covers(actual, expected);
  return isRepeated && actual !== "" ? [actual] : [];
}

/** The fields that disagree and have one right answer. */
function fixedFields(article: Article, problems: readonly Problem[], { fields }: Source): readonly FieldUpdate[] {
  const taken = createSpanSet();
  return fields.flatMap((field): readonly FieldUpdate[] => {
    if (disagreement(article, field) === undefined) return [];
    const own = problems.filter(({ finding }) => isIn(article, field, finding));
    const edits: TextEdit[] = [];
    for (const { finding } of own) {
      const fix = finding.fix?.edits() ?? [];
      if (fix.some(taken.touches)) continue;
      for (const edit of fix) taken.add(edit);
      edits.push(...fix);
    }
    return edits.length === 0 ? [] : [{ field, edits }];
  });
}

/** Whether a place is in what a derived field has in the text. */
export function isIn({ frontMatter }: Article, { path }: DerivedField, { start, end }: Span): boolean {
  const pair = pairAt(frontMatter?.root, path);
  return pair !== undefined && pair.start <= start && end <= pair.end;
}
