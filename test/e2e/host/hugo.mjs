/** Hugo on this machine. In CI, which installs it (.ci/run), nothing that needs it is left out. */
import { spawnSync } from "node:child_process";

const isThere = spawnSync("hugo", ["version"]).error === undefined;

if (!isThere) console.log("Hugo is not on the PATH: nothing is said about the preview with Hugo.");

export const hasHugo = isThere || Boolean(process.env.CI);
