import { pathWithin } from "./pathWithin.ts";

/**
 * The folder that GitHub Actions or GitLab CI has put the repository in, if a command runs somewhere in it: their paths
 * are relative to that. Else the folder that the command runs in.
 */
export function repositoryRoot(cwd: string, env: { readonly [name: string]: string | undefined }): string {
  const root = env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR;
  return root && pathWithin(root, cwd) !== undefined ? root : cwd;
}
