import type { TextEdit } from "../../document/span.ts";
import type { Article } from "../../model/article.ts";
import { imagePlaces } from "../../model/images/places.ts";
import { folderOf, type ImageMove } from "./imageMoves.ts";

/** Edits that have a body's own images follow the files that get another name. Offsets count in the text of the document. */
export async function bodyEdits(
  { body, model, path }: Article,
  moved: Article,
  images: readonly ImageMove[],
): Promise<readonly TextEdit[]> {
  const renamed = images.flatMap(({ from, to }) => {
    const [name, newName] = [lastOf(from), to === undefined ? undefined : lastOf(to)];
    return to === undefined || newName === undefined || name === newName ? [] : [{ from, to, name, newName }];
  });
  if (body === undefined || !renamed.some(({ name }) => body.text.includes(name))) return [];
  const { referencesIn } = await import("../../document/body/references.ts");
  const { assetRoots } = model;
  return referencesIn(body.text).flatMap(({ href, end }) => {
    for (const { from, to, name, newName } of renamed) {
      const leadsThere = href.endsWith(name) && leadsTo(from, href, { folder: folderOf(path), assetRoots });
      const newHref = `${href.slice(0, href.length - name.length)}${newName}`;
      if (!leadsThere || !leadsTo(to, newHref, { folder: folderOf(moved.path), assetRoots })) continue;
      return [{ start: body.start + end - name.length, end: body.start + end, newText: newName }];
    }
    return [];
  });
}

function leadsTo(file: string, href: string, base: Parameters<typeof imagePlaces>[1]): boolean {
  return imagePlaces(href, base)?.includes(file) === true;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
