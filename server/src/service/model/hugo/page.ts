import { type JsonObject, type JsonValue, listIn } from "../../document/jsonValue.ts";
import type { Article } from "../article.ts";
import { roleOf } from "../dates/dates.ts";
import { hugoDates } from "./pageDates.ts";
import { hugoParams } from "./params.ts";
import { permalinkOf } from "./permalink.ts";

/** What Hugo's templates get of a page, under the names of its methods with a small first letter. */
export interface HugoPage {
  readonly title: string;
  readonly linkTitle: string;
  readonly description: string;
  readonly slug: string;
  readonly type: string;
  readonly layout: string;
  readonly weight: number;
  readonly draft: boolean;
  readonly aliases: readonly JsonValue[];
  readonly keywords: readonly JsonValue[];
  /** ISO 8601 in its own zone; `undefined` where Hugo has no date. */
  readonly date: string | undefined;
  readonly lastmod: string | undefined;
  readonly publishDate: string | undefined;
  readonly expiryDate: string | undefined;
  /** The path of the page on the site. */
  readonly permalink: string | undefined;
  /** Its own values and those of the author, keys in lower case. */
  readonly params: JsonObject;
}

/** What the site's Hugo makes of an article's front matter. */
export function hugoPage(article: Article): HugoPage {
  const { own, merged } = hugoParams(article.frontMatter?.root, article.model.hugo);
  const text = (key: string): string => String(own[key] ?? "");
  const dates = hugoDates(article);
  return {
    title: text("title"),
    linkTitle: text("linktitle") || text("title"),
    description: text("description"),
    slug: text("slug"),
    type: text("type") || sectionOf(article),
    layout: text("layout"),
    weight: Number(own.weight ?? 0),
    draft: own.draft === true,
    aliases: listIn(own.aliases),
    keywords: listIn(own.keywords),
    date: dates.date,
    lastmod: dates.lastmod,
    publishDate: dates.publishdate,
    expiryDate: dates.expirydate,
    permalink: permalinkOf(article, own),
    params: { ...withoutLostDates(article, merged), ...dates },
  };
}

/** Where an unreadable date does not stop the build, it is gone. */
function withoutLostDates({ model }: Article, params: JsonObject): JsonObject {
  if (model.hugo.refusesBadDates) return params;
  return Object.fromEntries(Object.entries(params).filter(([key]) => roleOf(key) === undefined));
}

/** The first folder below the content folder, which is the type of a page that names none. */
function sectionOf({ path, model }: Article): string {
  const content = model.content.find((folder) => path.startsWith(`${folder}/`)) ?? "";
  const [section, ...others] = path
    .slice(content.length)
    .split("/")
    .filter((step) => step !== "");
  return section === undefined || others.length === 0 ? "page" : section;
}
