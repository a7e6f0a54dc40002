import type { Command, Help, Option } from "commander";

/** What can be typed: the commands of a program and what goes with each. */
export interface ProgramWords extends CommandWords {
  readonly commands: readonly CommandWords[];
}

export interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionWords[];
  /** What is typed beside options; `undefined` where nothing is. */
  readonly argument: ValueWords | undefined;
}

export interface OptionWords {
  /** As typed: `-h`, `--help`. */
  readonly flags: readonly string[];
  readonly description: string;
  /** What stands behind it; `undefined` where nothing does. */
  readonly value: (ValueWords & { readonly isOptional: boolean }) | undefined;
}

export interface ValueWords {
  /** As the help calls it. */
  readonly name: string;
  /** All that it may be; empty where that is not known. */
  readonly choices: readonly string[];
  readonly isFile: boolean;
}

/** Reads what can be typed from the definitions that the help is made of. What the help does not show is not offered. */
export function describeProgram(program: Command): ProgramWords {
  const help = Object.assign(program.createHelp(), { showGlobalOptions: true });
  const commands = help.visibleCommands(program);
  const names = commands.map((command) => command.name());
  return {
    ...describeCommand(program, help),
    argument: undefined,
    commands: commands.map((command) => {
      const words = describeCommand(command, help);
      // Commander makes the command for help itself, and does not say what it takes.
      if (command.name() !== "help") return words;
      return {
        ...words,
        argument: { name: "COMMAND", choices: names.filter((name) => name !== "help"), isFile: false },
      };
    }),
  };
}

function describeCommand(command: Command, help: Help): CommandWords {
  const [argument] = command.registeredArguments;
  return {
    name: command.name(),
    description: command.description(),
    options: [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)].map(describeOption),
    argument: argument && describeValue(argument.name(), argument.argChoices),
  };
}

function describeOption(option: Option): OptionWords {
  const { short, long, description, required, optional, argChoices, flags } = option;
  const placeholder = /[<[]=?(\w+)/.exec(flags)?.[1] ?? "";
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    description,
    // A value that must be there may have parts that need not.
    value: required || optional ? { ...describeValue(placeholder, argChoices), isOptional: !required } : undefined,
  };
}

/** What a value is, its name in the help says: `FILE`, `PATH`, `FOLDER`. */
function describeValue(name: string, choices: readonly string[] = []): ValueWords {
  return { name, choices, isFile: /^(?:FILE|PATH|FOLDER)/.test(name) };
}
