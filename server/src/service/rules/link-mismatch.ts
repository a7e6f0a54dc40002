import { replaceValue } from "../document/edits.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import { type Pair, pairAt } from "../document/node.ts";
import { type Article, isUnsure } from "../model/article.ts";
import type { DerivedField } from "../model/derivedField.ts";
import { hostOf, isWebAddress } from "../model/text/webAddress.ts";
import { placeOf } from "./place.ts";
import { defineRule, type Finding, type Fix } from "./rule.ts";

type MessageId = "differ" | "wrong" | "here" | "replace" | "replaceAt";

export const linkMismatch = defineRule<MessageId>({
  id: "link-mismatch",
  summary: "An address that an article holds twice, in `link` and in `openProjectCustomFields`, is the same in both.",
  why: "Readers follow the one and editors check the other.",
  severity: "warning",
  messages: {
    differ: "`{key}` and `{other}` should be the same address.",
    wrong: "`{key}` should be `{expected}`, the same as `{other}`.",
    here: "This is `{other}`.",
    replace: "Replace by `{expected}`",
    replaceAt: "Make `{target}` `{expected}`, too",
  },
  examples: [
    {
      bad: "---\narchetype: news\nlink:\n  href: https://a.example/1\nopenProjectCustomFields:\n  cleanUrl: https://a.example/2\n---\n",
    },
    {
      bad: "---\narchetype: news\nlink:\n  href: htp://a.example/1\nopenProjectCustomFields:\n  cleanUrl: https://a.example/1\n---\n",
      fixed:
        "---\narchetype: news\nlink:\n  href: https://a.example/1\nopenProjectCustomFields:\n  cleanUrl: https://a.example/1\n---\n",
    },
  ],

  *check(article) {
    for (const [link, copy] of article.archetype.sameAddresses) {
      const [here, there] = [placed(article, copy), placed(article, link)];
      if (here === undefined || there === undefined || here.value === there.value) continue;
      const isHere = isAddress(here.value);
      if (isHere && isAddress(there.value)) yield differing(article, here, there);
      else if (isHere) yield mended(article, there, here);
      else if (isAddress(there.value)) yield mended(article, here, there);
    }
  },
});

interface Placed {
  readonly key: string;
  readonly pair: Pair;
  readonly value: JsonValue | undefined;
}

function placed(article: Article, { path }: DerivedField): Placed | undefined {
  const pair = pairAt(article.frontMatter?.root, path);
  if (pair === undefined || isUnsure(article, path)) return undefined;
  return { key: path.join("."), pair, value: article.value(path) };
}

function isAddress(value: JsonValue | undefined): value is string {
  return typeof value === "string" && isWebAddress(value);
}

/** Two addresses: which of them is wrong, nobody knows for sure. */
function differing(article: Article, copy: Placed, link: Placed): Finding<MessageId> {
  const { text } = article;
  const replace = (wrong: Placed, right: Placed): Fix<MessageId> => ({
    messageId: "replaceAt",
    data: { target: wrong.key, expected: String(right.value) },
    edits: () => [replaceValue(text, wrong.pair, right.value ?? null)],
  });
  return {
    messageId: "differ",
    data: { key: copy.key, other: link.key },
    ...placeOf(copy.pair),
    related: [{ messageId: "here", ...placeOf(link.pair) }],
    choices:
      votesFor(article, link.value) >= votesFor(article, copy.value)
        ? [replace(copy, link), replace(link, copy)]
        : [replace(link, copy), replace(copy, link)],
  };
}

/** How many values of the article speak for an address: the other addresses, which are often the same, and the brand. */
function votesFor(article: Article, address: JsonValue | undefined): number {
  const { sameAddresses, brand } = article.archetype;
  const same = sameAddresses.flat().filter(({ path }) => article.value(path) === address);
  const named = brand === undefined ? undefined : article.value(brand.path);
  const isNamed = typeof named === "string" && typeof address === "string" && hostOf(address)?.endsWith(named);
  return same.length + (isNamed ? 1 : 0);
}

/** One address and something else in the place of the other. */
function mended({ text }: Article, wrong: Placed, right: Placed): Finding<MessageId> {
  const data = { key: wrong.key, other: right.key, expected: String(right.value) };
  const edits = () => [replaceValue(text, wrong.pair, right.value ?? null)];
  return {
    messageId: "wrong",
    data,
    ...placeOf(wrong.pair),
    related: [{ messageId: "here", ...placeOf(right.pair) }],
    fix: { messageId: "replace", edits },
  };
}
