import { dataOf } from "../../document/data.ts";
import { isJsonObject, type JsonValue } from "../../document/jsonValue.ts";
import { type Node, type Pair, type Path, pairAt, resolve, type Sequence } from "../../document/node.ts";
import { type Article, isArticle, isUnsure } from "../article.ts";
import { oncePerDocument } from "../oncePer.ts";
import { schemaAt } from "../schema.ts";
import type { StructuredDocument } from "../structuredDocument.ts";
import { urlize } from "../text/slugify.ts";

/** Why Hugo stops the build at a value. */
type RefusalReason =
  | "dotsTerm"
  | "httpAlias"
  | "httpUrl"
  | "markup"
  | "notAMapping"
  | "published"
  | "rootAlias"
  | "slashTerm"
  | "tooLong";

/** A value at which Hugo stops the build: that of a key, or an item of its list. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly pair: Pair;
  readonly node: Node;
  /** The list that the value is an item of, and which. */
  readonly item: { readonly list: Sequence; readonly index: number } | undefined;
}

/**
 * The values at which the site's Hugo stops the build, but for dates that it cannot read. What the schema says about the
 * type of a value is not said again.
 */
export const refusals = oncePerDocument((article: Article): readonly Refusal[] => [...refusalsIn(article)]);

function* refusalsIn(article: Article): Generator<Refusal> {
  for (const [key, check] of CHECKS) {
    const pair = pairAt(article.frontMatter?.root, [key]);
    const value = resolve(pair?.value);
    if (pair === undefined || value === undefined) continue;
    const list = value.kind === "sequence" ? value : undefined;
    for (const [index, node] of (list?.items ?? [value]).entries()) {
      const reason = check(dataOf(node) ?? null, article);
      if (reason === undefined || isUnsure(article, [key])) continue;
      yield { reason, pair, node, item: list && { list, index } };
    }
  }
}

/** Whether Hugo stops the build at the value at a path, or at an item of it. */
export function isRefused(document: StructuredDocument, [key, index]: Path): boolean {
  const name = typeof key === "string" ? key.toLowerCase() : "";
  if (!isArticle(document) || !CHECKS.has(name)) return false;
  for (const { pair, item } of refusals(document)) {
    if (pair.key.text.toLowerCase() === name && (index === undefined || item?.index === index)) return true;
  }
  return false;
}

type Check = (value: JsonValue, article: Article) => RefusalReason | undefined;

/** By key, in lower case: Hugo does not tell letter cases apart. Measured with Hugo 0.111 and 0.147. */
const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["aliases", aliasCheck],
  ["build", mappingCheck("build")],
  ["cascade", mappingCheck("cascade")],
  ["categories", termCheck],
  ["markup", markupCheck],
  ["params", mappingCheck("params")],
  ["published", publishedCheck],
  ["slug", (value) => (typeof value === "string" && hasLongSegment(urlize(value)) ? "tooLong" : undefined)],
  ["tags", termCheck],
  ["url", urlCheck],
]);

function aliasCheck(value: JsonValue, article: Article): RefusalReason | undefined {
  if (typeof value !== "string") return undefined;
  // In a text each space starts another alias; in a list none does, but no path starts behind a space either.
  for (const alias of value.split(/\s+(?=\/|https?:)/)) {
    if (/^https?:\/\//.test(alias)) return "httpAlias";
    if (alias.trim() !== "" && isRoot(alias, article)) return "rootAlias";
    if (hasLongSegment(alias)) return "tooLong";
  }
  return undefined;
}

/** Hugo takes a relative alias from the folder that the page is in. */
function isRoot(alias: string, article: Article): boolean {
  const content = article.model.content.find((folder) => article.path.startsWith(`${folder}/`)) ?? "";
  const folder = article.path.slice(content.length, article.path.lastIndexOf("/"));
  const steps: string[] = [];
  for (const step of (alias.startsWith("/") ? alias : `${folder}/${alias}`).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.length === 0;
}

function urlCheck(value: JsonValue): RefusalReason | undefined {
  if (typeof value !== "string") return undefined;
  if (/^https?:\/\//.test(value)) return "httpUrl";
  return hasLongSegment(value) ? "tooLong" : undefined;
}

/** A file's name has at most 255 bytes on the disks that matter, and each segment of a URL becomes one. */
function hasLongSegment(path: string): boolean {
  if (path.length < 256 / 4) return false;
  return path.split("/").some((segment) => segment.length >= 256 / 4 && bytesOf(segment) > 255);
}

/** The length in UTF-8, percent escapes undone. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text.replace(/%[0-9a-f]{2}/gi, "_")) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function termCheck(value: JsonValue, { model: { hugo } }: Article): RefusalReason | undefined {
  if (typeof value !== "string") return undefined;
  if (hugo.hasPageConfig) return /[^/]\/$/.test(value) ? "slashTerm" : undefined;
  return value === ".." ? "dotsTerm" : undefined;
}

function markupCheck(value: JsonValue, { model: { hugo } }: Article): RefusalReason | undefined {
  if (typeof value !== "string" || !hugo.hasPageConfig) return undefined;
  return /^[a-z]+$/i.test(value) && !MARKUPS.has(value.toLowerCase()) ? "markup" : undefined;
}

/** The names of Hugo's converters, and the endings of the files that it knows as content. */
const MARKUPS = new Set(
  "ad adoc asciidoc asciidocext blackfriday goldmark htm html markdown md mdown mmark org pandoc pdc rst text txt xml".split(
    " ",
  ),
);

/** From 0.136 on `published` is a date and nothing else; before, a switch would do. */
function publishedCheck(value: JsonValue, { model: { hugo } }: Article): RefusalReason | undefined {
  const isSwitch = typeof value === "boolean" || (typeof value === "string" && /^(?:true|false)$/i.test(value));
  return hugo.refusesBadDates && isSwitch ? "published" : undefined;
}

function mappingCheck(key: string): Check {
  return (value, { model: { hugo }, archetype }) => {
    const isTold = schemaAt(archetype.schema, [key])?.type !== undefined;
    return hugo.hasPageConfig && !isTold && value !== null && !isJsonObject(value) ? "notAMapping" : undefined;
  };
}
