import { constants, copyFileSync, mkdirSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { applyEdits, type TextEdit } from "../service/languageService.ts";
import { readTextFile, writeTextFile } from "./textFile.ts";

/** What belongs to a new article. */
export interface NewFiles {
  readonly article: { readonly path: string; readonly text: string };
  readonly image: { readonly from: string; readonly to: string } | undefined;
  /** A file that is changed with it, and the text in which the edits count. */
  readonly changed: { readonly path: string; readonly text: string; readonly edits: readonly TextEdit[] } | undefined;
}

/**
 * Writes files that are not there yet; what is there stays as it is. Throws where the system does, as where one of them is
 * there: then none is left.
 *
 * @returns the path of the article
 */
export function createFiles({ article, image, changed }: NewFiles): string {
  mkdirSync(dirname(article.path), { recursive: true });
  writeFileSync(article.path, article.text, { flag: "wx" });
  try {
    if (image !== undefined) copyFileSync(image.from, image.to, constants.COPYFILE_EXCL);
  } catch (error) {
    unlinkSync(article.path);
    throw error;
  }
  if (changed !== undefined) {
    const { text, ...file } = readTextFile(changed.path);
    // Somebody who changed it meanwhile knows what it should say; a check tells of topics that it lacks.
    if (text === changed.text) writeTextFile(changed.path, { ...file, text: applyEdits(text, changed.edits) });
  }
  return article.path;
}
