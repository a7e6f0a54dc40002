import type { Command } from "commander";
import { bashScript } from "./bash.ts";
import { fishScript } from "./fish.ts";
import { describeProgram, type ProgramWords } from "./programWords.ts";
import { zshScript } from "./zsh.ts";

/** How each shell is told what can be typed. */
export const shells = { bash: bashScript, zsh: zshScript, fish: fishScript } as const satisfies {
  readonly [shell: string]: (program: ProgramWords) => string;
};

/** A script for a shell, made of what `--help` is made of. */
export function completionScript(shell: keyof typeof shells, program: Command): string {
  return shells[shell](describeProgram(program));
}
