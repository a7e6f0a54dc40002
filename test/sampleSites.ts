import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Files } from "./world.ts";

/** The files of a sample site by their paths below it, images with a letter for each byte. */
export function sampleSite(name: string): Files {
  const root = join("test/sites", name);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(root, path).replaceAll("\\", "/"), readFileSync(path, IMAGE.test(path) ? "latin1" : "utf8")];
    }),
  );
}

const IMAGE = /\.(?:png|jpg)$/;
