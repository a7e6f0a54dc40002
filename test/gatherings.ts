import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../test/sites/gatherings/", import.meta.url));

/** The sample site whose archetype `event` is nothing but configuration. */
export const GATHERINGS: { readonly [path: string]: string } = Object.fromEntries(
  readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(FOLDER.length), readFileSync(path, "utf8")]),
);
