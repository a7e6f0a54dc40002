import * as vscode from "vscode";
import { explain } from "./failureWords.ts";
import type { OpenProject } from "./openProject.ts";

interface Picture {
  readonly image: { readonly id: number; readonly fileName: string } | undefined;
  /** Where it is attached; a saved work package does not hold it. */
  readonly openProject: OpenProject | undefined;
  /** A folder of our own. */
  readonly storage: vscode.Uri;
}

/** Does some work with the URI of a file that holds an attached picture, which is there for as long as the work takes. */
export async function withPicture<Result>(
  { image, openProject, storage }: Picture,
  work: (uri: string | undefined) => Promise<Result>,
): Promise<Result> {
  if (image === undefined || openProject === undefined) return work(undefined);
  const found = await openProject.attachment(image.id, new AbortController().signal);
  if (found.kind === "failed") return work(explain(found));
  const folder = vscode.Uri.joinPath(storage, `picture-${crypto.randomUUID()}`);
  const file = vscode.Uri.joinPath(folder, safeName(image.fileName));
  await vscode.workspace.fs.createDirectory(folder);
  try {
    await vscode.workspace.fs.writeFile(file, found.bytes);
    return await work(file.toString());
  } finally {
    await vscode.workspace.fs.delete(folder, { recursive: true });
  }
}

/** What any file system takes. */
function safeName(name: string): string {
  return (
    name
      .replace(/[^\w.-]+/g, "-")
      .replace(/^[.-]+/, "")
      .slice(-LONGEST_NAME) || "picture"
  );
}

const LONGEST_NAME = 60;
