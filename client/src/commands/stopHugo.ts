import type { HugoSites } from "../hugo/hugoSites.ts";
import type { Command } from "./index.ts";

/** Ends every Hugo that a preview started. */
export function stopHugo(sites: () => HugoSites): Command {
  return { id: "curatedContent.stopHugo", execute: () => sites().stop() };
}
