import type { JsonObject } from "../../document/jsonValue.ts";
import type { Article } from "../article.ts";
import { stemOf } from "../stem.ts";
import { urlize } from "../text/slugify.ts";

/**
 * The path of the article's page on the site, as Hugo's default permalinks have it: `url` where that is set, else the
 * folder below the content folder and the slug, else the file's name. `undefined` where the page has no address, or one
 * that follows from more than the article.
 *
 * @param own what Hugo has for its keys
 */
export function permalinkOf({ model, path }: Pick<Article, "model" | "path">, own: JsonObject): string | undefined {
  const { home, language, source } = model.addressing;
  if (source === "unknown" || !path.startsWith(`${home}/`)) return undefined;
  // Before 0.123 only the page of a folder could be without a head.
  if (own.headless === true && (model.hugo.hasPageConfig || stemOf(path) === "index")) return undefined;
  if (typeof own.url === "string" && own.url !== "") return ofUrl(own.url);
  const folder = path.slice(home.length, path.lastIndexOf("/") + 1);
  const stem = withoutLanguage(stemOf(path), language);
  // Patterns are for pages, not for sections.
  if (source === "url" && stem !== "_index") return undefined;
  if (stem === "_index") return joined(urlize(folder));
  // `index.md` is the page of its folder.
  const isBundle = stem === "index";
  const section = isBundle ? folder.replace(/[^/]+\/$/, "") : folder;
  const name = isBundle ? folder.slice(section.length, -1) : stem;
  const slug = typeof own.slug === "string" && own.slug !== "" ? own.slug : undefined;
  // From 0.123 on the slug is made fit for a URL by itself, so that no blank at its ends becomes a hyphen.
  if (slug !== undefined && model.hugo.hasPageConfig) return joined(`${urlize(section)}${urlize(slug)}/`);
  return joined(urlize(`${section}${slug ?? name}/`));
}

/** The name of a file that is in the language of the site may end in it. */
function withoutLanguage(stem: string, language: string): string {
  const end = `.${language}`;
  return stem.toLowerCase().endsWith(end) && stem.length > end.length ? stem.slice(0, -end.length) : stem;
}

/** Empty segments and those that stay where they are lead nowhere. */
function joined(path: string): string {
  return path.replace(/\/(?:\.?\/)+/g, "/");
}

/** Hugo keeps a `url` as it is written, but for what URLs must escape; without an ending it is a folder. */
function ofUrl(url: string): string | undefined {
  // `:title` and the like stand for parts of other values.
  if (/(?:^|\/):[a-z]/.test(url)) return undefined;
  const path = url.startsWith("/") ? url : `/${url}`;
  const whole = /(?:\/|\.[^/.]+)$/.test(path) ? path : `${path}/`;
  return whole.replace(/[^\w./~@$&+,:;=%!'()*-]+/gu, (part) => encodeURIComponent(part.replace(/\p{Cs}/gu, "\uFFFD")));
}
