import { constants } from "node:fs";
import { copyFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { applyEdits, type TextEdit } from "../service/languageService.ts";
import { replaceFile } from "./fixing/replaceFile.ts";
import { makeFolder } from "./makeFolder.ts";
import { bytesOf, readTextFile } from "./textFile.ts";

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
 * @returns whether the file that is changed with them was; not where somebody else changed it meanwhile, or it is not to be
 */
export async function createFiles({ article, image, changed }: NewFiles): Promise<boolean> {
  makeFolder(dirname(article.path));
  await writeFile(article.path, article.text, { flag: "wx" });
  try {
    if (image !== undefined) await copyFile(image.from, image.to, constants.COPYFILE_EXCL);
  } catch (error) {
    await rm(article.path);
    throw error;
  }
  if (changed === undefined) return true;
  const file = readTextFile(changed.path);
  if (file.text !== changed.text || file.encoding === "lossy") return false;
  const text = applyEdits(file.text, changed.edits);
  return (await replaceFile(changed.path, bytesOf({ ...file, text }), bytesOf(file))) === undefined;
}
