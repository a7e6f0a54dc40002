import type { Command } from "commander";
import type { CommandParts } from "./commandParts.ts";
import { addReportOptions, type ReportFlags, toReportOptions } from "./reportOptions.ts";
import { merge } from "./shards/merge.ts";

/** `curated-content merge` */
export function addMergeCommand(program: Command, { terminal, trace, finish }: CommandParts): void {
  const command = program
    .command("merge")
    .description("Report what all shards of a check have found, as if it had been one.")
    .argument("<PATH...>", "files that check --shard has written, and folders of such files");
  addReportOptions(command)
    .addHelpText("after", mergeHelp)
    .action(async (paths: readonly string[], flags: ReportFlags) => {
      finish(await merge(paths, { ...toReportOptions(flags, command), trace }, terminal));
    });
}

const mergeHelp = `
The files come from one check with --shard 1/N to --shard N/N, on one machine or on several. It runs in the folder that
they ran in, in a checkout of the same commit: where articles share something, they are looked at once more.

Exit codes:
  0  no errors; there may be warnings
  1  errors, or more warnings than --max-warnings
  2  wrong use, or a shard is missing, there twice or of another check, or could not check all of its files

Examples:
  curated-content check --shard 1/2 content
  curated-content check --shard 2/2 content
  curated-content merge .`;
