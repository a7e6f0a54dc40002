import { type JsonValue, objectIn } from "../document/jsonValue.ts";
import type { Path } from "../document/node.ts";
import type { DataFile, SiteProblem } from "./dataFile.ts";
import { pathIn } from "./siteConfig.ts";
import type { Workspace } from "./workspace.ts";

/** The folders and files that a configuration names and that are not there. */
export async function missingPlaces(
  workspace: Workspace,
  root: string,
  file: DataFile,
): Promise<readonly SiteProblem[]> {
  const data = objectIn(file.data);
  const vocabularies = objectIn(data.vocabularies);
  const named: readonly Named[] = [
    ...(Array.isArray(data.content)
      ? data.content.map((value, index): Named => ({ value, path: ["content", index], is: "folder" }))
      : [{ value: data.content, path: ["content"], is: "folder" } as const]),
    { value: data.communities, path: ["communities"], is: "file" },
    { value: vocabularies.topics, path: ["vocabularies", "topics"], is: "file" },
  ];
  const problems = await Promise.all(
    named.map(async ({ value, path, is }): Promise<readonly SiteProblem[]> => {
      const place = pathIn(value);
      const target = `${root}/${place}`;
      const isThere = is === "file" ? await workspace.exists(target) : await isFolder(workspace, target);
      if (typeof value !== "string" || (place !== undefined && isThere)) return [];
      const problem = file.problemAt(path, `There is no ${is} \`${place ?? value}\` in this site.`);
      return [{ ...problem, severity: "warning" }];
    }),
  );
  return problems.flat();
}

interface Named {
  readonly value: JsonValue | undefined;
  readonly path: Path;
  readonly is: "file" | "folder";
}

/** A link to a folder is none of the folders in the folder it is in, but it leads to some or to files below. */
async function isFolder(workspace: Workspace, uri: string): Promise<boolean> {
  const cut = uri.lastIndexOf("/");
  const beside = await workspace.readFolders(uri.slice(0, cut));
  return beside.includes(uri.slice(cut + 1)) || (await workspace.readFolders(uri)).length > 0;
}
