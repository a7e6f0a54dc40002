import { replaceScalar } from "../document/edits.ts";
import { pairAt } from "../document/node.ts";
import { type Article, disagreementAt, isUnsure } from "../model/article.ts";
import { isRefused } from "../model/hugo/refusals.ts";
import { slugify, urlize } from "../model/text/slugify.ts";
import { placeOf } from "./place.ts";
import { defineRule } from "./rule.ts";

type MessageId = "climbs" | "folders" | "nothing" | "fileName" | "trimmed" | "replace";

export const hugoSlug = defineRule<MessageId>({
  id: "hugo-slug",
  summary: "The slug is one step of the page's address, exactly as it stands.",
  why: "Of a slug with slashes, with dots alone or with hyphens at its ends Hugo makes another address than was meant.",
  severity: "warning",
  messages: {
    climbs: "With `..` Hugo puts the page outside its section.",
    folders: "With `/` Hugo puts the page into a folder below its section.",
    nothing: "Nothing of this slug is left in the address: the page takes that of its section.",
    fileName: "Nothing of this slug is left: Hugo uses the file's name instead.",
    trimmed: "Hugo removes the hyphens at the ends: the slug becomes `{slug}`.",
    replace: "Replace by `{slug}`",
  },
  examples: [
    { bad: "---\narchetype: news\nslug: heart/beat\n---\n" },
    { bad: "---\narchetype: news\nslug: -heart-\n---\n", fixed: "---\narchetype: news\nslug: heart\n---\n" },
  ],

  *check(article) {
    const pair = pairAt(article.frontMatter?.root, ["slug"]);
    const node = pair?.value;
    if (pair === undefined || node?.kind !== "scalar" || typeof node.value !== "string") return;
    const messageId = faultOf(node.value);
    if (messageId === undefined || isSaid(article)) return;
    const slug = messageId === "trimmed" ? trimmed(node.value) : slugify(node.value);
    const fix = {
      messageId: "replace" as const,
      data: { slug },
      edits: () => [replaceScalar(article.text, node, slug)],
    };
    const answers = messageId === "trimmed" ? { fix } : { choices: slug === "" ? [] : [fix] };
    yield { messageId, data: { slug }, ...placeOf(pair), ...answers };
  },
});

/** With `url` the slug does not count; a slug that should be another is said to be by the rule for derived values. */
function isSaid(article: Article): boolean {
  return (
    isUnsure(article, ["slug"]) ||
    pairAt(article.frontMatter?.root, ["url"]) !== undefined ||
    isRefused(article, ["slug"]) ||
    disagreementAt(article, ["slug"]) !== undefined
  );
}

function faultOf(slug: string): Exclude<MessageId, "replace"> | undefined {
  if (slug.trim() === "") return undefined;
  const kept = trimmed(slug);
  if (kept === "") return "fileName";
  const segments = urlize(kept).split("/");
  if (segments.every((segment) => segment === "" || segment === ".")) return "nothing";
  if (segments.includes("..")) return "climbs";
  if (segments.length > 1) return "folders";
  return kept === slug ? undefined : "trimmed";
}

function trimmed(slug: string): string {
  return slug.replace(/^-+|-+$/g, "");
}
