import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { addCheckCommand } from "./checkCommand.ts";
import type { CommandParts } from "./commandParts.ts";
import { completionScript, shells } from "./completion/completion.ts";
import type { ExitCode } from "./exitCode.ts";
import { inspect, inspectionFormats } from "./inspect.ts";
import { type LspOptions, lsp } from "./lsp.ts";
import { addMergeCommand } from "./mergeCommand.ts";
import { addNewCommand } from "./newCommand.ts";
import { oneLine } from "./printable.ts";
import { programVersion } from "./programVersion.ts";
import { addReportCommand } from "./reportCommand.ts";
import type { Terminal } from "./terminal.ts";
import { addTopicsCommand } from "./topicsCommand.ts";

/**
 * The commands, their options and their help.
 *
 * @param terminal where they speak
 * @param finish takes the exit code of the command that ran
 */
export function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command("curated-content")
    .description("Checks and repairs the front matter of curated articles.")
    .version(programVersion(), "-V, --version", "print the version")
    .option("--debug", "tell what happens, and where a fault of the program is")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [COMMAND]", "print the help of a command")
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: terminal.print,
      writeErr: (text) => terminal.complain(text.trimEnd()),
      outputError: (text, write) => write(`curated-content: ${oneLine(text).replace(/^error: |\.$/g, "")}; see --help`),
    })
    .addHelpText("after", programHelp);
  const trace = (line: string) => {
    if (program.opts<{ debug?: true }>().debug) terminal.complain(oneLine(line));
  };

  const parts: CommandParts = { terminal, trace, finish };
  addCheckCommand(program, parts);
  addMergeCommand(program, parts);

  program
    .command("inspect")
    .description("Print what the tool sees of an article: archetype, community, values, derived fields.")
    .argument("<FILE>", "a Markdown file")
    .addOption(formatOption(inspectionFormats))
    .option("--config <FILE>", "the site's configuration file; its folder is the site's root")
    .addHelpText("after", inspectHelp)
    .action(async (file: string, { format, config }: InspectFlags) => {
      finish(await inspect(file, { format, config, trace }, terminal));
    });

  addNewCommand(program, parts);

  program
    .command("lsp")
    .description("Be the language server of an editor.")
    .addOption(new Option("--stdio", "talk over standard input and output (the default)").conflicts(["socket", "pipe"]))
    .addOption(new Option("--socket <PORT>", "connect to this port of the machine").argParser(port).conflicts("pipe"))
    .option("--pipe <NAME>", "connect to this named pipe")
    .option("--clientProcessId <PID>", "end when this process, the editor, is gone")
    .addHelpText("after", lspHelp)
    .action(async (options: LspOptions) => finish(await lsp(options, terminal)));

  program
    .command("completion")
    .description("Print what makes a shell complete this program's commands and options.")
    .addArgument(new Argument("<SHELL>", "the shell").choices(Object.keys(shells)))
    .addHelpText("after", completionHelp)
    .action((shell: keyof typeof shells) => {
      terminal.print(completionScript(shell, program));
      finish(0);
    });

  addReportCommand(program, parts);
  addTopicsCommand(program, parts);
  return program;
}

interface InspectFlags {
  readonly format: keyof typeof inspectionFormats;
  readonly config?: string;
}

function formatOption(formats: { readonly [name: string]: unknown }): Option {
  const names = Object.keys(formats);
  return new Option("--format <FORMAT>", "how to print the result").choices(names).default(names[0]);
}

function port(text: string): string {
  if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > 65_535) {
    throw new InvalidArgumentError("It must be a port, from 1 to 65535.");
  }
  return text;
}

const programHelp = `
Examples:
  curated-content check content
  curated-content check --fix 'content/**/curated-news/*.md'
  curated-content inspect --format json content/communities/kidney-care/curated-news/news.md
  curated-content new content/communities/kidney-care --title 'Salt and Sense' --source https://care.example/salt`;

const inspectHelp = `
Exit codes:
  0  the file is an article
  1  the file is no article
  2  wrong use, or a file or configuration that cannot be used

Examples:
  curated-content inspect content/communities/kidney-care/curated-news/news.md
  curated-content inspect --format json content/communities/kidney-care/curated-news/news.md`;

const lspHelp = `
How editors are told to use it: https://github.com/curated-content/curated-content/tree/main/docs/editors

Exit codes:
  0  the editor ended it
  1  the editor went away without a word
  2  wrong use, or the language server is not installed

Examples:
  curated-content lsp
  curated-content lsp --socket 6010`;

const completionHelp = `
Examples:
  curated-content completion bash > ~/.local/share/bash-completion/completions/curated-content
  curated-content completion zsh > "\${fpath[1]}/_curated-content"
  curated-content completion fish > ~/.config/fish/completions/curated-content.fish`;
