import { insertItem, insertPair, replaceValue } from "../../document/edits.ts";
import { parseFrontMatter } from "../../document/frontMatter.ts";
import { type Mapping, pairAt } from "../../document/node.ts";
import { applyEdits, type TextEdit } from "../../document/span.ts";
import { type Article, isUnsure } from "../../model/article.ts";
import { pageAddresses } from "../../model/hugo/addresses.ts";
import { type Schema, schemaAt, typesOf } from "../../model/schema.ts";

/**
 * The alias by which an article is still found where it was: its old address, where a change gives it another.
 *
 * @param edits the change
 * @param path where the article is then, below the site's root
 * @returns `undefined` where the address stays, leads to it already, or is not known
 */
export function aliasFor(article: Article, edits: readonly TextEdit[], path = article.path): string | undefined {
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
  const alias = unescaped(permalink);
  return now.aliases.includes(permalink) || now.aliases.includes(alias) ? undefined : alias;
}

/**
 * Adds an alias: to a list as another item, to a text that holds several as another of them; of a text that holds one a
 * list is made.
 *
 * @param root the front matter of the text
 * @returns none where nobody can tell what stands there
 */
export function aliasEdits(
  { text, root, schema }: { readonly text: string; readonly root: Mapping | undefined; readonly schema: Schema },
  alias: string,
): readonly TextEdit[] {
  if (root === undefined) return [];
  const types = typesOf(schemaAt(schema, ALIASES) ?? {});
  const mayBeList = types.length === 0 || types.includes("array");
  const pair = pairAt(root, ALIASES);
  if (pair === undefined) return [insertPair(text, root, "aliases", mayBeList ? [alias] : alias)];
  const { value } = pair;
  if (value.kind === "sequence") return [insertItem(text, value, value.items.length, alias)];
  if (value.kind !== "scalar") return [];
  // In a text Hugo takes each space as the start of another alias.
  const paths = [...value.text.split(/\s+/).filter((path) => path !== ""), alias];
  return [replaceValue(text, pair, paths.length > 2 || !mayBeList ? paths.join(" ") : paths)];
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
