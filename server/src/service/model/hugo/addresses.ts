import { isJsonObject, type JsonObject, type JsonValue } from "../../document/jsonValue.ts";
import type { Mapping } from "../../document/node.ts";
import { oncePerText } from "../../document/oncePerText.ts";
import type { ContentModel } from "../contentModel.ts";
import { hugoParams } from "./params.ts";
import { permalinkOf } from "./permalink.ts";

/** Where browsers find a page. Paths on the site, those of folders with a slash at their ends. */
export interface PageAddresses {
  /** `undefined` where Hugo makes no page, or at an address that follows from more than the file. */
  readonly permalink: string | undefined;
  /** The pages that Hugo makes for its aliases. */
  readonly aliases: readonly string[];
  /** Whether Hugo may leave the page out: it is a draft, or expires. */
  readonly isPassing: boolean;
  /** Whether a section has its pages take over something that their addresses follow from. */
  readonly handsDown: boolean;
}

/** The keys that addresses follow from, in lower case. */
const KEYS: ReadonlySet<string> = new Set([
  "_build",
  "aliases",
  "build",
  "cascade",
  "draft",
  "expirydate",
  "headless",
  "outputs",
  "published",
  "slug",
  "unpublishdate",
  "url",
]);

/** Whether the addresses of a page follow from a key, in any letter case. */
export function isAddressKey(key: string): boolean {
  return KEYS.has(key.toLowerCase());
}

/**
 * The addresses of a page.
 *
 * @param path where its file is below the site's root
 * @param root its front matter
 */
export function pageAddresses(path: string, root: Mapping | undefined, model: ContentModel): PageAddresses {
  // Only these are read, because an index asks for the addresses of thousands of pages.
  const pairs = root?.pairs.filter(({ key }) => isAddressKey(key.text));
  const { own } = hugoParams(root && { ...root, pairs: pairs ?? [] }, model.hugo);
  const permalink = permalinkOf({ path, model }, own);
  const isPassing = own.draft === true || isSet(own.expirydate) || isSet(own.unpublishdate);
  const handsDown = isHandedDown(own.cascade);
  if (!isRendered(own)) return { permalink: undefined, aliases: [], isPassing, handsDown };
  const written = isPage(path, model) && own.headless !== true && Array.isArray(own.aliases) ? own.aliases : [];
  const aliases = written.flatMap((alias) => aliasAddress(String(alias), permalink) ?? []);
  return { permalink, aliases, isPassing, handsDown };
}

/**
 * Where a browser finds the page that Hugo makes for an alias: one that does not start with a slash stands beside the page.
 * `undefined` where Hugo makes none. Measured with Hugo 0.111, whose `targetPathAlias` takes only `.html` for a file.
 *
 * @param permalink that of the page
 */
export function aliasAddress(alias: string, permalink: string | undefined): string | undefined {
  const whole = alias.startsWith("/") ? alias : besides(permalink, alias);
  // Hugo refuses an alias that is the home page.
  return whole === undefined || alias.trim() === "" || /^https?:/i.test(alias) ? undefined : pathAddress(whole);
}

/**
 * The page that a link leads to, as permalinks are written; `undefined` for one that leads to the home page, to another
 * site, within the page or to a file that is no page, and for one that is taken from the page's own address.
 */
export const linkAddress = oncePerText((link: string): string | undefined => {
  const [path = ""] = link.trim().split(/[?#]/);
  if (!/^\/(?!\/)/.test(path) || /\.(?!html$)[a-z]\w{0,4}$/i.test(path)) return undefined;
  return pathAddress(decoded(path));
});

/** The address of a path on the site; `undefined` for that of the home page. */
function pathAddress(path: string): string | undefined {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  if (steps.length === 0) return undefined;
  const address = steps.map(escaped).join("/");
  return withoutIndex(address.endsWith(".html") ? `/${address}` : `/${address}/`);
}

/** Two names of one file: servers find `index.html` by the name of its folder. */
export function withoutIndex(address: string): string {
  return address.replace(/\/index\.html$/, "/");
}

/** An alias is the name of a file, and browsers ask for it as permalinks are escaped. */
function escaped(step: string): string {
  return step.replace(/[^\w.~@$&+,:;=!'()*-]+/gu, (part) => encodeURIComponent(part.replace(/\p{Cs}/gu, "\uFFFD")));
}

/** The folder that a page is in lies in that in which its relative aliases stand. */
function besides(permalink: string | undefined, alias: string): string | undefined {
  const folder = permalink?.replace(/[^/]*$/, "").replace(/[^/]+\/$/, "");
  return folder === undefined ? undefined : `${decoded(folder)}${alias}`;
}

function isPage(path: string, { addressing: { home, source } }: ContentModel): boolean {
  return source !== "unknown" && path.startsWith(`${home}/`);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether Hugo makes a page of a file that it publishes. Where it is told what to make, it may be no page. */
function isRendered({ _build, build, outputs }: JsonObject): boolean {
  if (isSet(outputs)) return false;
  return ![_build, build].some((options) => {
    if (!isJsonObject(options) || options.render === undefined) return false;
    return options.render !== true && options.render !== "always";
  });
}

/** Whether what a section has its pages take over matters to their addresses. */
function isHandedDown(cascade: JsonValue | undefined): boolean {
  const parts = Array.isArray(cascade) ? cascade : [cascade];
  return parts.some((part) => isJsonObject(part) && Object.keys(part).some(isAddressKey));
}

function isSet(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && value !== "";
}
