/** Where things are in this checkout: said once, for the e2e tests and for `npm start`. */
import * as path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");

/** What `npm run package` writes. */
export const packageFile = path.join(root, "dist/curated-content.vsix");

/** The embedded VS Code, kept between runs. */
export const cacheDir = path.join(root, ".vscode-test");

/** Logs and screenshots of the last run. */
export const artifactsDir = path.join(root, "test-artifacts");

/** The bundled in-host suites that `build.mjs` writes. */
export const suiteDir = path.join(root, "out/e2e");
