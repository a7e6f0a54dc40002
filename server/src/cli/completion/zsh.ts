import type { CommandWords, OptionWords, ProgramWords, ValueWords } from "./programWords.ts";

/** For a file `_curated-content` in a folder of `fpath`, and to be sourced as well. */
export function zshScript(program: ProgramWords): string {
  const { name, commands } = program;
  const fn = `_${name}`;
  return `#compdef ${name}
# Completion of ${name} in Zsh. Made by: ${name} completion zsh

${fn}() {
  local state line
  typeset -A opt_args
  _arguments -C \\
${indent(program.options.map(optionSpec), 4)} \\
    '1:command:->command' \\
    '*::argument:->argument'
  case $state in
    command)
      local -a commands=(
${commands.map(({ name: each, description }) => `        ${quote(`${colonless(each)}:${description}`)}`).join("\n")}
      )
      _describe command commands
      ;;
    argument)
      case $words[1] in
${commands.map(commandCase).join("\n")}
      esac
      ;;
  esac
}

if [[ $funcstack[1] == ${fn} ]]; then
  ${fn} "$@"
else
  compdef ${fn} ${name}
fi
`;
}

function commandCase({ name, options, argument }: CommandWords): string {
  const specs = [...options.map(optionSpec), ...(argument ? [quote(`*:${messageAndAction(argument)}`)] : [])];
  return `        ${name})
          _arguments \\
${indent(specs, 12)}
          ;;`;
}

/** An option may be given several times, as the one for formats is. */
function optionSpec({ flags, description, value }: OptionWords): string {
  return flags
    .map((flag) => {
      const sign = value === undefined ? "" : value.isOptional ? "=-" : flag.startsWith("--") ? "=" : "+";
      const behind = value === undefined ? "" : `:${value.isOptional ? ":" : ""}${messageAndAction(value)}`;
      return quote(`*${flag}${sign}[${description.replace(/[\\[\]]/g, "\\$&")}]${behind}`);
    })
    .join(" ");
}

function messageAndAction({ name, choices, isFile }: ValueWords): string {
  return `${colonless(name)}:${choices.length > 0 ? `(${choices.join(" ")})` : isFile ? "_files" : ""}`;
}

function colonless(text: string): string {
  return text.replace(/[\\:]/g, "\\$&");
}

function indent(specs: readonly string[], width: number): string {
  return specs.map((spec) => " ".repeat(width) + spec).join(" \\\n");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
