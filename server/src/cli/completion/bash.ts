import type { CommandWords, ProgramWords, ValueWords } from "./programWords.ts";

/** Works from Bash 3.2 on, which macOS has: `compopt`, which adds the slash behind a folder, came later. */
export function bashScript(program: ProgramWords): string {
  const { name, commands } = program;
  const fn = `_${name.replaceAll("-", "_")}`;
  return `# Completion of ${name} in Bash. Made by: ${name} completion bash

${fn}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command= index word
  # Bash counts the sign in --option=value as a word.
  if [[ $current == "=" ]]; then
    current=
  elif [[ $previous == "=" ]]; then
    previous=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    case \${COMP_WORDS[index]} in
      ${commands.map((command) => command.name).join(" | ")})
        command=\${COMP_WORDS[index]}
        break
        ;;
    esac
  done

  local words= options= files=
  case "$command $previous" in
${[program, ...commands].flatMap((command) => valueCases(command, command === program ? "" : command.name)).join("\n")}
    *)
      case $command in
${commands.map(commandCase).join("\n")}
        *) words=${quote(commands.map((command) => command.name))} options=${quote(flagsOf(program))} ;;
      esac
      ;;
  esac
  if [[ $current == -* ]]; then
    words=$options files=
  fi

  COMPREPLY=()
  while IFS= read -r word; do
    COMPREPLY+=("$word")
  done < <(
    compgen -W "$words" -- "$current"
    [[ -n $files ]] && compgen -f -- "$current"
  )
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
  fi
}

complete -F ${fn} ${name}
`;
}

/** Where an option that wants a value stands before the cursor. */
function valueCases({ options }: CommandWords, command: string): string[] {
  return options.flatMap(({ flags, value }) => {
    if (value === undefined || value.isOptional) return [];
    const patterns = flags.map((flag) => quote([`${command} ${flag}`])).join(" | ");
    return [`    ${patterns}) ${assignments(value)} ;;`];
  });
}

function commandCase(command: CommandWords): string {
  const { name, argument } = command;
  const words = argument === undefined ? [] : [assignments(argument)];
  return `        ${name}) ${[...words, `options=${quote(flagsOf(command))}`].join(" ")} ;;`;
}

function assignments({ choices, isFile }: ValueWords): string {
  return [`words=${quote(choices)}`, ...(isFile ? ["files=yes"] : [])].join(" ");
}

function flagsOf({ options }: CommandWords): readonly string[] {
  return options.flatMap(({ flags }) => flags);
}

/** What stands between apostrophes is taken as it is. No word that can be typed holds one. */
function quote(words: readonly string[]): string {
  return `'${words.join(" ")}'`;
}
