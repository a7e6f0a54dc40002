import * as vscode from "vscode";

/** Whether there is a curated site: commands that need one show only then. */
const HAS_SITE = "curatedContent.hasSite";

/** What lies in the folder of a site, and hardly anywhere else. */
const SIGNS: readonly string[] = [
  "curated-content.yaml",
  "data/topics.yaml",
  "data/communities.yaml",
  "content/communities",
];

/** Looks into the open folders for a site; of one that lies deeper, whoever finds it says so. */
export function followSites(): vscode.Disposable {
  const look = async (): Promise<void> => {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const found = await Promise.all(
      folders.flatMap(({ uri }) => SIGNS.map((name) => exists(vscode.Uri.joinPath(uri, name)))),
    );
    if (found.includes(true)) noteSite();
  };
  void look();
  return vscode.workspace.onDidChangeWorkspaceFolders(look);
}

/** Says that there is a curated site. */
export function noteSite(): void {
  void vscode.commands.executeCommand("setContext", HAS_SITE, true);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    // There is none, or nobody can look.
    return false;
  }
}
