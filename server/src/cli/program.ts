import { resolve } from "node:path";
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { cacheLocation } from "./cache/cacheLocation.ts";
import { type CheckOptions, check } from "./check.ts";
import { completionScript, shells } from "./completion/completion.ts";
import type { ExitCode } from "./exitCode.ts";
import { inspect, inspectionFormats } from "./inspect.ts";
import { type LspOptions, lsp } from "./lsp.ts";
import { addNewCommand } from "./newCommand.ts";
import { oneLine } from "./printable.ts";
import { programVersion } from "./programVersion.ts";
import { type FormatName, formats } from "./reporters/formats.ts";
import type { ReportRequest } from "./reports.ts";
import { merge } from "./shards/merge.ts";
import { type Shard, shardFileName, toShard } from "./shards/shard.ts";
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

  program
    .command("check")
    .description("Report what is wrong with articles.")
    .argument("<PATH...>", "files, folders (the Markdown files below them) and globs")
    .option("--fix", "repair what has one right answer, then report what is left")
    .option("--dry-run", "with --fix: write nothing, and report what would be left")
    .addOption(
      new Option("--diff", "print what --fix would change as a unified diff, for git apply").conflicts([
        "fix",
        "format",
        "maxWarnings",
      ]),
    )
    .option("--format <FORMAT[:FILE]>", `how to report: ${listOf(formats)}; may be said several times`, reportRequest)
    .option("--max-warnings <N>", "fail when there are more warnings than this", wholeNumber)
    .option("--config <FILE>", "the site's configuration file; its folder is the site's root")
    .option("--cache", "look only at what has changed since the last check with this option")
    .option("--cache-location <FILE>", "the file of the cache (default: in node_modules, else with the user's caches)")
    .addOption(
      new Option("--shard <I/N>", "check one of several parts, and write what comes out to a file for merge")
        .argParser(shard)
        .conflicts(["fix", "diff", "format", "maxWarnings"]),
    )
    .option("--shard-file <FILE>", "the file that --shard writes (default: curated-content-shard-I-of-N.jsonl)")
    .addHelpText("after", checkHelp)
    .action(async (paths: string[], options: CheckFlags, command: Command) => {
      if (options.dryRun && !options.fix) command.error("error: option '--dry-run' needs option '--fix'");
      if (options.shardFile && !options.shard) command.error("error: option '--shard-file' needs option '--shard'");
      const {
        format = [{ format: "text" }],
        maxWarnings = Number.POSITIVE_INFINITY,
        config,
        cacheLocation: place,
      } = options;
      const named = place === undefined ? cacheLocation(terminal.cwd, process.env) : resolve(terminal.cwd, place);
      const cache = options.cache || place !== undefined ? named : undefined;
      const [mode, part] = [modeOf(options), partOf(options, terminal.cwd)];
      finish(await check(paths, { mode, part, reports: format, maxWarnings, config, cache, trace }, terminal));
    });

  program
    .command("merge")
    .description("Report what all shards of a check have found, as if it had been one.")
    .argument("<PATH...>", "files that check --shard has written, and folders of such files")
    .option("--format <FORMAT[:FILE]>", `how to report: ${listOf(formats)}; may be said several times`, reportRequest)
    .option("--max-warnings <N>", "fail when there are more warnings than this", wholeNumber)
    .addHelpText("after", mergeHelp)
    .action(async (paths: string[], options: MergeFlags) => {
      const { format = [{ format: "text" }], maxWarnings = Number.POSITIVE_INFINITY } = options;
      finish(await merge(paths, { reports: format, maxWarnings, trace }, terminal));
    });

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

  addNewCommand(program, { terminal, trace, finish });

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

  addTopicsCommand(program, { terminal, finish, trace });
  return program;
}

function modeOf({ fix, dryRun, diff }: CheckFlags): CheckOptions["mode"] {
  if (diff) return "diff";
  if (fix) return dryRun ? "rehearse" : "fix";
  return "report";
}

function partOf({ shard, shardFile }: CheckFlags, cwd: string): CheckOptions["part"] {
  return shard && { shard, file: resolve(cwd, shardFile ?? shardFileName(shard)) };
}

interface CheckFlags {
  readonly fix?: true;
  readonly dryRun?: true;
  readonly diff?: true;
  readonly format?: readonly ReportRequest[];
  readonly maxWarnings?: number;
  readonly cache?: true;
  readonly cacheLocation?: string;
  readonly shard?: Shard;
  readonly shardFile?: string;
  readonly config?: string;
}

type MergeFlags = Pick<CheckFlags, "format" | "maxWarnings">;

interface InspectFlags {
  readonly format: keyof typeof inspectionFormats;
  readonly config?: string;
}

/** One more report, as `sarif` or `sarif:out.sarif`. */
function reportRequest(text: string, others: readonly ReportRequest[] = []): readonly ReportRequest[] {
  const [, format = "", file] = /^([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  if (!isFormat(format)) throw new InvalidArgumentError(`Allowed choices are ${listOf(formats)}.`);
  if (file === "") throw new InvalidArgumentError("Behind the colon belongs a file.");
  return [...others, { format, ...(file !== undefined && { file }) }];
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}

function listOf(choices: { readonly [name: string]: unknown }): string {
  return Object.keys(choices).join(", ");
}

function formatOption(formats: { readonly [name: string]: unknown }): Option {
  const names = Object.keys(formats);
  return new Option("--format <FORMAT>", "how to print the result").choices(names).default(names[0]);
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It must be a whole number, 0 or more.");
  return Number(text);
}

function shard(text: string): Shard {
  const part = toShard(text);
  if (part === undefined) throw new InvalidArgumentError("It must be a part of all, as 2/4.");
  return part;
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

const checkHelp = `
Files that are no articles are passed over. What is wrong in the own files of their site (curated-content.yaml, its
topics and communities) is reported with them, and repaired only where such a file is named itself. Nothing is printed
when all is well.

Exit codes:
  0  no errors; there may be warnings
  1  errors, or more warnings than --max-warnings; with --diff: there is a difference
  2  wrong use, or a file, folder or configuration that cannot be used, or a file that cannot be repaired

--fix leaves every file whole, also when it is interrupted. A file that is read-only, or that was changed while it was
looked at, is left alone and named.

Examples:
  curated-content check content
  curated-content check --fix 'content/**/curated-news/*.md'
  curated-content check --diff content | git apply
  curated-content check --format json --max-warnings 0 content`;

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
