import type { FrontMatter } from "../document/frontMatter.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import type { Mapping, Path } from "../document/node.ts";
import type { Archetype } from "./archetype.ts";
import { archetypeOf } from "./article.ts";
import { mostSaid, nameIn } from "./community.ts";
import { said } from "./communityClues.ts";
import type { ContentModel } from "./contentModel.ts";
import { linkAddress, pageAddresses, withoutIndex } from "./hugo/addresses.ts";
import { valueIn } from "./structuredDocument.ts";
import { termsIn } from "./terms.ts";
import { splitTopic } from "./vocabulary.ts";

/** What the site's index keeps of a page: plain data, without places, small enough to keep for every page. */
export interface PageFacts {
  /** Where its file is below the site's root. */
  readonly path: string;
  /** The path of its page on the site; absent where it has none or it follows from more than the file. */
  readonly permalink?: string;
  /** The paths of the pages that lead to it, as browsers ask for them. */
  readonly aliases: readonly string[];
  /** Whether Hugo may leave it out of the site, or make it elsewhere: it is a draft, or expires, or is not read. */
  readonly mayBeAbsent?: true;
  /** Whether it is a section that has its pages take over what their addresses follow from. */
  readonly handsDown?: true;
  readonly title?: string;
  /** Absent for a page that is no article, as that of a section. */
  readonly article?: ArticleFacts;
}

/** What an article says of itself, for all that looks at several articles. */
export interface ArticleFacts {
  readonly archetype: string;
  /** The slug of its community, as its folder says it, else its keys. */
  readonly community?: string;
  /** The name of its community, as most of its keys have it. */
  readonly communityName?: string;
  /** The topics that it uses, each once; not those without a scheme, which are none. */
  readonly topics: readonly string[];
  /** The values that no other article may have, by the keys that the schema marks with `x-unique`. */
  readonly ids: { readonly [key: string]: string };
  /** The address of the page that it curates. */
  readonly source?: string;
  /** The names of the files of its images, without their folders. */
  readonly images: readonly string[];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  /** The addresses that its breadcrumbs lead to, but for the home page; absent where there are none. */
  readonly breadcrumbs?: readonly string[];
  /** As it is written. */
  readonly date?: string;
  readonly lastMod?: string;
}

/**
 * Takes the facts from a file, whatever it is: what cannot be read is absent.
 *
 * @param path where the file is below the site's root
 */
export function factsOf(path: string, frontMatter: FrontMatter | undefined, model: ContentModel): PageFacts {
  const value = valueIn(frontMatter);
  const { permalink, aliases, isPassing, handsDown } = pageAddresses(path, frontMatter?.root, model);
  // Front matter that is not read may say anything of the address.
  const mayBeAbsent = isPassing || frontMatter?.unread !== undefined;
  const title = textIn(value(["title"]));
  const archetype = archetypeOf(path, value, model);
  return {
    path,
    aliases,
    ...(permalink !== undefined && { permalink: withoutIndex(permalink) }),
    ...(mayBeAbsent && { mayBeAbsent }),
    ...(handsDown && { handsDown: true }),
    ...(title !== undefined && { title }),
    ...(archetype !== undefined &&
      frontMatter?.root !== undefined && { article: articleFacts(path, { frontMatter, archetype }, value) }),
  };
}

function articleFacts(
  path: string,
  parts: { readonly frontMatter: FrontMatter; readonly archetype: Archetype },
  value: (path: Path) => JsonValue | undefined,
): ArticleFacts {
  const { archetype, frontMatter } = parts;
  const used = [...termsIn(parts)].flatMap(({ topic }) => topic ?? []);
  const { communityClues, files, sameAddresses } = archetype;
  const community = files.communityOf(path) ?? mostSaid(said(communityClues.slugs, value));
  const communityName = nameIn(communityClues, value);
  const source = sameAddresses[0] && textIn(value(sameAddresses[0][0].path));
  const links = archetype.breadcrumbs === undefined ? [] : textsIn(value(archetype.breadcrumbs.links.path));
  const breadcrumbs = [...new Set(links.flatMap((link) => linkAddress(link) ?? []))];
  const [date, lastMod] = [textIn(value(["date"])), textIn(value(["lastMod"]))];
  return {
    archetype: archetype.name,
    topics: [...new Set(used.filter((topic) => splitTopic(topic).scheme !== undefined))],
    ids: Object.fromEntries(archetype.uniqueKeys.flatMap((key) => idIn(frontMatter.root, key, value) ?? [])),
    images: archetype.images.flatMap((path) => textIn(value(path))?.replace(/^.*\//s, "") ?? []),
    tags: textsIn(value(["tags"])),
    authors: textsIn(value(["author"])),
    ...(community !== undefined && { community }),
    ...(communityName !== undefined && { communityName }),
    ...(source !== undefined && { source }),
    ...(breadcrumbs.length > 0 && { breadcrumbs }),
    ...(date !== undefined && { date }),
    ...(lastMod !== undefined && { lastMod }),
  };
}

function idIn(
  root: Mapping | undefined,
  key: string,
  value: (path: Path) => JsonValue | undefined,
): readonly [readonly [string, string]] | undefined {
  const id = root === undefined ? undefined : value([key]);
  return (typeof id === "string" && id !== "") || typeof id === "number" ? [[key, String(id)]] : undefined;
}

function textIn(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function textsIn(value: JsonValue | undefined): readonly string[] {
  return [value].flat().flatMap((item) => textIn(item as JsonValue | undefined) ?? []);
}
