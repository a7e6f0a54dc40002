import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The files of a sample site by their paths below its root, those of images with a letter for each byte. */
export function sampleSite(name: "medigy" | "gatherings" | "broken"): { readonly [path: string]: string } {
  const folder = fileURLToPath(new URL(`../../test/sites/${name}/`, import.meta.url));
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length), readFileSync(path, /\.(?:png|jpg)$/.test(path) ? "latin1" : "utf8")]),
  );
}
