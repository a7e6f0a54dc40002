import * as vscode from "vscode";
import { createOpenProject, type OpenProject } from "./openProject.ts";

/** The OpenProject that the user has named in their own settings, and the token that they have for it. */
export interface Account {
  /** Its address; `undefined` where the user names none, or a folder is not trusted. */
  readonly url: string | undefined;
  /** A folder for what is read of it. */
  readonly storage: vscode.Uri;
  open(): Promise<OpenProject | undefined>;
  setToken(token: string | undefined): Promise<void>;
}

/** The token is kept for its address alone: whoever changes the address sends no token of another one. */
export function createAccount({
  secrets,
  globalStorageUri: storage,
}: Pick<vscode.ExtensionContext, "secrets" | "globalStorageUri">): Account {
  const urlNow = (): string | undefined => {
    const url = vscode.workspace.getConfiguration("curatedContent.openProject").get("url", "").trim();
    return vscode.workspace.isTrusted && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
  };
  const keyOf = (url: string): string => `openProject ${new URL(url).href}`;
  return {
    storage,
    get url() {
      return urlNow();
    },
    async open() {
      const url = urlNow();
      return url === undefined ? undefined : createOpenProject({ url, token: await secrets.get(keyOf(url)) });
    },
    async setToken(token) {
      const url = urlNow();
      if (url === undefined) return;
      if (token === undefined) await secrets.delete(keyOf(url));
      else await secrets.store(keyOf(url), token);
    },
  };
}
