import { isJsonObject, type JsonValue, listIn } from "../document/jsonValue.ts";
import { type Communities, type Community, createCommunity } from "../model/community.ts";
import type { DataFile } from "./dataFile.ts";
import type { Workspace } from "./workspace.ts";

/** The communities that a site lists in a file of its own. */
export function communitiesOfFile(uri: string, file: DataFile): Communities {
  const bySlug = new Map<string, Community>();
  for (const entry of listIn(file.data)) {
    if (!isJsonObject(entry) || typeof entry.slug !== "string") continue;
    const { slug, name, mastHead, type } = entry;
    bySlug.set(slug, createCommunity(slug, { name: textIn(name), mastHead: textIn(mastHead), type: textIn(type) }));
  }
  return { uri: file.problems.length === 0 ? uri : undefined, bySlug };
}

/**
 * The communities that the content shows: every folder is one. Its `_index.md` says its name; where it does not, articles
 * may.
 *
 * @param folders the folders whose folders are communities, as URIs
 */
export async function communitiesOfContent(workspace: Workspace, folders: readonly string[]): Promise<Communities> {
  const bySlug = new Map<string, Community>();
  for (const folder of folders) {
    for (const slug of await workspace.readFolders(folder)) {
      const text = await workspace.readFile(`${folder}/${slug}/_index.md`);
      const name = text === undefined ? undefined : await titleIn(text);
      if (bySlug.get(slug)?.name === undefined) bySlug.set(slug, createCommunity(slug, { name }));
    }
  }
  return { uri: undefined, bySlug };
}

/** The title of a page, where nobody asks for its place. Front matter that cannot be read has none. */
async function titleIn(text: string): Promise<string | undefined> {
  // A site that lists its communities never needs it.
  const { default: matter } = await import("gray-matter");
  try {
    return textIn(matter(text, { language: "yaml", engines: { javascript: refuse, js: refuse } }).data.title);
  } catch {
    return undefined;
  }
}

/** gray-matter runs `---js` front matter as a program unless it is told otherwise. */
function refuse(): never {
  throw new Error("Front matter is data; it is never run.");
}

function textIn(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
