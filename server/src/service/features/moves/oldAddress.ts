import { insertItem, insertPair, replaceNode, replaceValue } from "../../document/edits.ts";
import { parseFrontMatter } from "../../document/frontMatter.ts";
import { type Mapping, pairAt } from "../../document/node.ts";
import { applyEdits, type TextEdit } from "../../document/span.ts";
import { type Article, isUnsure } from "../../model/article.ts";
import { pageAddresses } from "../../model/hugo/addresses.ts";
import { type Schema, schemaAt, typesOf } from "../../model/schema.ts";

/** The address that an article leaves, and the one that it gets, as they are written as aliases. */
export interface AddressChange {
  readonly old: string;
  readonly own: string;
}

/**
 * The change of an article's address that an alias can make up for.
 *
 * @param edits what changes in its text
 * @param path where the article is then, below the site's root
 * @returns `undefined` where the address stays, leads to it already, or is not known
 */
export function addressChange(
  article: Article,
  edits: readonly TextEdit[],
  path = article.path,
): AddressChange | undefined {
  const { archetype, frontMatter, model, text } = article;
  const { additionalProperties } = archetype.schema;
  if (schemaAt(archetype.schema, ALIASES) === undefined && additionalProperties === false) return undefined;
  // What was never published has no readers.
  if (article.value(["draft"]) === true || isUnsure(article, ALIASES)) return undefined;
  const { permalink } = pageAddresses(article.path, frontMatter?.root, model);
  const after = parseFrontMatter(applyEdits(text, edits), article, model.hugo.yamlReader);
  const now = pageAddresses(path, after?.root, model);
  if (permalink === undefined || now.permalink === undefined || now.permalink === permalink) return undefined;
  // Hugo makes folders of aliases as they are written, and browsers ask for them with letters beyond ASCII escaped.
  const [old, own] = [unescaped(permalink), unescaped(now.permalink)];
  return now.aliases.includes(permalink) || now.aliases.includes(old) ? undefined : { old, own };
}

/**
 * Makes the old address of an article one of its aliases: in a list as another item, in a text that holds several as another
 * of them; of a text that holds one a list is made. An alias that is the new address, as after a move there and back, would
 * stand in the page's own place: the old address takes its place.
 *
 * @param root the front matter of the text
 * @returns none where nobody can tell what stands there
 */
export function aliasEdits(
  { text, root, schema }: { readonly text: string; readonly root: Mapping | undefined; readonly schema: Schema },
  { old, own }: AddressChange,
): readonly TextEdit[] {
  if (root === undefined) return [];
  const types = typesOf(schemaAt(schema, ALIASES) ?? {});
  const mayBeList = types.length === 0 || types.includes("array");
  const isOwn = (alias: string) => withoutSlash(alias) === withoutSlash(own);
  const pair = pairAt(root, ALIASES);
  if (pair === undefined) return [insertPair(text, root, "aliases", mayBeList ? [old] : old)];
  const { value } = pair;
  if (value.kind === "sequence") {
    const item = value.items.find((one) => one.kind === "scalar" && isOwn(one.text));
    return [
      item === undefined ? insertItem(text, value, value.items.length, old) : replaceNode(text, item, old, value.style),
    ];
  }
  if (value.kind !== "scalar") return [];
  // In a text Hugo takes each space as the start of another alias.
  const before = value.text.split(/\s+/).filter((path) => path !== "");
  const paths = before.some(isOwn) ? before.map((path) => (isOwn(path) ? old : path)) : [...before, old];
  const isText = paths.length === before.length || before.length > 1 || !mayBeList;
  return [replaceValue(text, pair, isText ? paths.join(" ") : paths)];
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, "");
}

const ALIASES = ["aliases"];

function unescaped(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    // An author's own escapes need not be UTF-8.
    return address;
  }
}
