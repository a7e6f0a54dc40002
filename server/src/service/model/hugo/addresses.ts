import type { Mapping } from "../../document/node.ts";
import type { ContentModel } from "../contentModel.ts";
import { hugoParams } from "./params.ts";
import { permalinkOf } from "./permalink.ts";

/** Where browsers find a page. Paths on the site, those of folders with a slash at their ends. */
export interface PageAddresses {
  readonly permalink: string | undefined;
  /** The pages that Hugo makes for its aliases. */
  readonly aliases: readonly string[];
}

/** The keys that addresses follow from, in lower case. */
const KEYS: ReadonlySet<string> = new Set(["aliases", "headless", "slug", "url"]);

/**
 * The addresses of a page.
 *
 * @param path where its file is below the site's root
 * @param root its front matter
 */
export function pageAddresses(path: string, root: Mapping | undefined, model: ContentModel): PageAddresses {
  // Only these are read, because an index asks for the addresses of thousands of pages.
  const pairs = root?.pairs.filter(({ key }) => KEYS.has(key.text.toLowerCase()));
  const { own } = hugoParams(root && { ...root, pairs: pairs ?? [] }, model.hugo);
  const permalink = permalinkOf({ path, model }, own);
  const aliases = Array.isArray(own.aliases) ? own.aliases : [];
  return { permalink, aliases: aliases.flatMap((alias) => aliasAddress(String(alias), path, model) ?? []) };
}

/**
 * Where a browser finds the page that Hugo makes for an alias: one that does not start with a slash is looked for from the
 * page's own folder. `undefined` where Hugo makes none.
 */
function aliasAddress(alias: string, path: string, { content }: ContentModel): string | undefined {
  if (alias.trim() === "" || /^https?:/i.test(alias)) return undefined;
  const home = content.find((folder) => path.startsWith(`${folder}/`));
  const folder = home === undefined ? "/" : path.slice(home.length, path.lastIndexOf("/") + 1);
  const whole = alias.startsWith("/") ? alias : `${folder}${alias}`;
  const steps: string[] = [];
  for (const step of whole.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  const address = `/${steps.join("/")}`;
  return /\.[^/.]+$/.test(address) ? address.replace(/\/index\.html$/, "/") : `${address}/`.replace("//", "/");
}
