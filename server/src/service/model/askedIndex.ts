import type { PageFacts } from "./facts.ts";
import { type FactKind, foundBy, type SiteIndex } from "./siteIndex.ts";
import { sourceKey } from "./text/sourceKey.ts";

/** What a page asked of a site's index. */
interface Question {
  readonly kind: FactKind | "path";
  /** What pages were looked for by. */
  readonly value: string;
  /** Which pages were the answer: a dot for the page itself, the path of another, a number that stands for several, else empty. */
  readonly answer: string;
}

/**
 * All questions of a page as one text, since a check keeps those of all pages: empty where it asked nothing, `any` where it
 * asked something whose answer each page of the site has a part in.
 */
export type Questions = string;

/** An index of which only a part is known, and that remembers what it was asked. */
export interface AskedIndex extends SiteIndex {
  questions(): Questions;
}

/**
 * An index that answers as if there were no other pages than those that are known, for a page that asks. Whoever knows them
 * all can tell later whether that was right.
 *
 * @param path of the page, below the site's root
 * @param self what it says, worked out when something is asked; `undefined` where it is none of the index
 */
export function createAskedIndex(known: SiteIndex, path: string, self: () => PageFacts | undefined): AskedIndex {
  // By their values: hardly any is asked for as two kinds.
  const asked = new Map<string, readonly Question[]>();
  let asksAll = false;
  const answer = (kind: Question["kind"], value: string, found: readonly PageFacts[]): readonly PageFacts[] => {
    const question = { kind, value, answer: answerOf(found, path) };
    asked.set(value, [...(asked.get(value) ?? []).filter((other) => other.kind !== kind), question]);
    return found;
  };
  // Few kinds are asked for.
  const own = new Map<FactKind, ReadonlySet<string>>();
  const withSelf = (found: readonly PageFacts[], kind: FactKind, value: string): readonly PageFacts[] => {
    const page = self();
    if (page === undefined) return found;
    const values = own.get(kind) ?? new Set(foundBy(kind, page));
    own.set(kind, values);
    const others = known.at(path) === undefined ? found : found.filter((other) => other.path !== path);
    return values.has(value) ? [...others, page] : others;
  };
  const all = (): void => {
    asksAll = true;
  };
  return {
    isWhole: true,
    get size() {
      all();
      return known.size;
    },
    get revision() {
      all();
      return known.revision;
    },
    all() {
      all();
      return known.all();
    },
    values(kind) {
      all();
      return known.values(kind);
    },
    at(asked) {
      const found = asked === path ? (self() ?? known.at(path)) : known.at(asked);
      answer("path", asked, found === undefined ? [] : [found]);
      return found;
    },
    find(kind, value) {
      const key = kind === "source" ? sourceKey(value) : value;
      return answer(kind, value, withSelf(known.find(kind, value), kind, key));
    },
    questions: () => (asksAll ? "any" : textOf([...asked.values()].flat())),
  };
}

/**
 * Whether the answers to questions are those that an index gives.
 *
 * @param path of the page that asked them, below the site's root
 */
export function isAnsweredBy(questions: Questions, path: string, index: SiteIndex): boolean {
  if (questions === "any") return false;
  return questionsIn(questions).every(({ kind, value, answer }) => {
    const found = kind === "path" ? [index.at(value)].flatMap((page) => page ?? []) : index.find(kind, value);
    return answerOf(found, path) === answer;
  });
}

function textOf(questions: readonly Question[]): Questions {
  if (questions.length === 0) return "";
  return JSON.stringify(questions.flatMap(({ kind, value, answer }) => [kind, value, answer]));
}

function questionsIn(text: Questions): readonly Question[] {
  const parts = text === "" ? [] : (JSON.parse(text) as readonly string[]);
  return Array.from({ length: parts.length / 3 }, (_, at) => ({
    kind: parts[3 * at] as Question["kind"],
    value: parts[3 * at + 1] ?? "",
    answer: parts[3 * at + 2] ?? "",
  }));
}

/** @param own the path of the page that asks */
function answerOf(pages: readonly PageFacts[], own: string | undefined): string {
  const [first] = pages;
  if (first === undefined) return "";
  if (pages.length === 1) return first.path === own ? "." : first.path;
  const known = numbers.get(pages);
  // A list of the index goes on with the pages that are entered.
  if (known?.length === pages.length) return known.answer;
  const answer = `${pages.length} ${numberOf(pages.map(({ path }) => path).toSorted())}`;
  numbers.set(pages, { length: pages.length, answer });
  return answer;
}

/** Thousands of articles ask for the sections of a site, which are hundreds. */
const numbers = new WeakMap<readonly PageFacts[], { readonly length: number; readonly answer: string }>();

/** A number of 53 bits that differs where texts do, in all likelihood (FNV-1a, twice). */
function numberOf(texts: readonly string[]): number {
  let [high, low] = [0x811c9dc5, 0x9dc5811c];
  for (const text of texts) {
    for (let at = 0; at <= text.length; at++) {
      // Behind each text stands what is in none.
      const code = at < text.length ? text.charCodeAt(at) : 0xffff;
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul(low ^ (code + at), 0x01000193);
    }
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
