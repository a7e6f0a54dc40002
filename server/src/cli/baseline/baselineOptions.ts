import { type Command, Option } from "commander";
import { BASELINE_FILE, type BaselineRequest } from "./openBaseline.ts";

export interface BaselineFlags {
  /** `false` where none is to be used. */
  readonly baseline?: string | false;
  readonly updateBaseline?: true;
}

/** The options of a command that reports what no baseline knows. */
export function addBaselineOptions(command: Command): Command {
  const [file, update] = [
    `do not report the problems that this file knows (default: ${BASELINE_FILE}, if it is there)`,
    "report nothing, and have the baseline know all problems that are there now",
  ];
  return command
    .addOption(new Option("--baseline <FILE>", file).conflicts(["diff", "shard"]))
    .option("--no-baseline", "report all problems")
    .addOption(new Option("--update-baseline", update).conflicts(["diff", "shard", "dryRun", "stdin"]));
}

/** @param command is told what contradicts itself */
export function toBaselineRequest({ baseline, updateBaseline }: BaselineFlags, command: Command): BaselineRequest {
  if (updateBaseline && baseline === false) {
    command.error("error: option '--update-baseline' cannot be used with option '--no-baseline'");
  }
  if (updateBaseline) return { file: baseline || undefined, mode: "update" };
  return { file: baseline || undefined, mode: baseline === false ? "ignore" : "use" };
}
