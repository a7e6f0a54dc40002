/** The folder that tests and `npm start` open: a copy of the sample site with one broken article in it. */
import * as fs from "node:fs";
import * as path from "node:path";
import { root } from "./project.mjs";

const sites = path.join(root, "test/sites");

/** The demo article of `test/sites/broken/FAULTS.md`. It replaces its faultless namesake. */
const brokenArticle =
  "content/communities/chronic-care-management/curated-news/ea15bcd2-9e0c-565c-8cec-7e0b4bb38723.md";

/** What a build of the site leaves behind. */
const BUILD_OUTPUT = ["public", "resources", ".hugo_build.lock"];

/**
 * @param {string} folder to create
 * @returns {{ folder: string, brokenArticle: string }}
 */
export function createWorkspace(folder) {
  const site = path.join(sites, "medigy");
  const leftOut = BUILD_OUTPUT.map((name) => path.join(site, name));
  fs.cpSync(site, folder, { recursive: true, filter: (source) => !leftOut.includes(source) });
  const article = path.join(folder, brokenArticle);
  fs.copyFileSync(path.join(sites, "broken", brokenArticle), article);
  return { folder, brokenArticle: article };
}

/**
 * The folder that the in-host suite opens: as above, with a site of another kind in it, whose articles are as its own
 * configuration says.
 *
 * @param {string} folder to create
 */
export function createSuiteWorkspace(folder) {
  const workspace = createWorkspace(folder);
  fs.cpSync(path.join(sites, "gatherings"), path.join(folder, "gatherings"), { recursive: true });
  return workspace;
}
