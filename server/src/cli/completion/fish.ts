import type { CommandWords, OptionWords, ProgramWords, ValueWords } from "./programWords.ts";

/** For a file `curated-content.fish` in a folder of `fish_complete_path`, and to be sourced as well. */
export function fishScript(program: ProgramWords): string {
  const { name, commands } = program;
  const names = commands.map((command) => command.name).join(" ");
  const before = `not __fish_seen_subcommand_from ${names}`;
  const behind = ({ name: each }: CommandWords): string => `__fish_seen_subcommand_from ${each}`;
  const lines = [
    ...commands.map((command) => [...when(before), "-a", command.name, "-d", quote(command.description)]),
    ...program.options.map((option) => [...when(before), ...optionWords(option)]),
    ...commands.flatMap((command) => [
      ...(command.argument ? [[...when(behind(command)), ...valueWords(command.argument)]] : []),
      ...command.options.map((option) => [...when(behind(command)), ...optionWords(option)]),
    ]),
  ];
  return `# Completion of ${name} in fish. Made by: ${name} completion fish

complete -c ${name} -f
${lines.map((words) => ["complete -c", name, ...words].join(" ")).join("\n")}
`;
}

function when(condition: string): string[] {
  return ["-n", quote(condition)];
}

function optionWords({ flags, description, value }: OptionWords): string[] {
  return [
    ...flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)),
    ...(value && !value.isOptional ? ["-r"] : []),
    ...(value ? valueWords(value) : []),
    "-d",
    quote(description),
  ];
}

function valueWords({ choices, isFile }: ValueWords): string[] {
  if (choices.length > 0) return ["-f", "-a", quote(choices.join(" "))];
  return [isFile ? "-F" : "-f"];
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
