import { CommanderError } from "commander";
import type { ExitCode } from "./exitCode.ts";
import { createProgram } from "./program.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Runs the command line.
 *
 * @param args what was typed behind the program's name
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(terminal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(withoutValue(args, "--changed"), { from: "user" });
    return code;
  } catch (error) {
    // Commander has said already what is wrong; asking for help or the version ends here too.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** Commander takes the next argument for the value of an option that may have one. It is a path. */
function withoutValue(args: readonly string[], flag: string): readonly string[] {
  const end = args.indexOf("--");
  return args.map((arg, index) => (arg === flag && (end === -1 || index < end) ? `${flag}=` : arg));
}
