import { resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { rules, type Settings } from "../service/languageService.ts";
import { cacheLocation } from "./cache/cacheLocation.ts";
import { createFileStore, createMemoryStore } from "./cache/cacheStore.ts";
import { type CheckOptions, check } from "./check.ts";
import type { CommandParts } from "./commandParts.ts";
import { programFile } from "./programFile.ts";
import { addReportOptions, formatsHelp, type ReportFlags, toReportOptions } from "./reportOptions.ts";
import type { Selection } from "./selecting/select.ts";
import { type Shard, shardFileName, toShard } from "./shards/shard.ts";
import { watch } from "./watch.ts";

/** `curated-content check` */
export function addCheckCommand(program: Command, { terminal, trace, finish }: CommandParts): void {
  const command = program
    .command("check")
    .description("Report what is wrong with articles.")
    .argument("[PATH...]", "files, folders (the Markdown files below them) and globs")
    .option(
      "--changed [=REF]",
      "only what has changed, by git, since the work on it left REF (default: the last commit)",
    )
    .addOption(
      new Option("--stdin", "check what the standard input says, as if it stood in --stdin-filename").conflicts([
        ...["fix", "dryRun", "diff", "shard", "changed"],
      ]),
    )
    .option("--stdin-filename <FILE>", "the file that --stdin stands for; it need not be there")
    .option("--fix", "repair what has one right answer, then report what is left")
    .option("--dry-run", "with --fix: write nothing, and report what would be left")
    .addOption(
      new Option("--diff", "print what --fix would change as a unified diff, for git apply").conflicts([
        ...["fix", "dryRun", "format", "quiet", "maxWarnings"],
      ]),
    );
  addReportOptions(command)
    .option("--rule <ID=SEVERITY>", "how serious a rule is here: off, hint, information, warning, error", ruleSetting)
    .addOption(
      new Option("--watch", "check again whenever something has changed").conflicts([
        ...["fix", "dryRun", "diff", "stdin", "shard", "updateBaseline"],
      ]),
    )
    .option("--config <FILE>", "the site's configuration file; its folder is the site's root")
    .option("--cache", "look only at what has changed since the last check with this option")
    .option("--cache-location <FILE>", "the file of the cache (default: in node_modules, else with the user's caches)")
    .addOption(
      new Option("--shard <I/N>", "check one of several parts, and write what comes out to a file for merge")
        .argParser(shard)
        .conflicts(["fix", "diff", "format", "quiet", "maxWarnings"]),
    )
    .option("--shard-file <FILE>", "the file that --shard writes (default: curated-content-shard-I-of-N.jsonl)")
    .addHelpText("after", checkHelp)
    .action(async (paths: readonly string[], flags: CheckFlags) => {
      for (const mistake of mistakesIn(paths, flags)) command.error(`error: ${mistake}`);
      const { rule: rules, config, cacheLocation: place } = flags;
      const named = place === undefined ? cacheLocation(terminal.cwd, process.env) : resolve(terminal.cwd, place);
      const file = flags.cache || place !== undefined ? createFileStore(named, programFile()) : undefined;
      const cache = flags.watch ? (file ?? createMemoryStore()) : file;
      const [mode, part] = [modeOf(flags), partOf(flags, terminal.cwd)];
      const reports = toReportOptions(flags, command);
      const options = { ...reports, mode, part, rules, config, cache, trace };
      const selection = selectionOf(paths, flags);
      const once = () => check(selection, options, terminal);
      const own = [
        named,
        ...reports.reports.flatMap((each) => (each.file === undefined ? [] : resolve(terminal.cwd, each.file))),
      ];
      finish(await (flags.watch ? watch(once, { paths: selection.paths, own }, terminal) : once()));
    });
}

interface CheckFlags extends ReportFlags {
  readonly changed?: string | true;
  readonly stdin?: true;
  readonly stdinFilename?: string;
  readonly fix?: true;
  readonly dryRun?: true;
  readonly diff?: true;
  readonly rule?: Settings["rules"];
  readonly watch?: true;
  readonly cache?: true;
  readonly cacheLocation?: string;
  readonly shard?: Shard;
  readonly shardFile?: string;
  readonly config?: string;
}

/** What commander cannot tell, in its words. */
function* mistakesIn(paths: readonly string[], flags: CheckFlags): Generator<string> {
  const { changed, stdin, stdinFilename, fix, dryRun, shard, shardFile } = flags;
  if (stdin && stdinFilename === undefined) yield "option '--stdin' needs option '--stdin-filename'";
  if (!stdin && stdinFilename !== undefined) yield "option '--stdin-filename' needs option '--stdin'";
  if (stdin && paths.length > 0) yield "option '--stdin' takes the place of PATH";
  if (!stdin && changed === undefined && paths.length === 0) yield "missing required argument 'PATH'";
  if (dryRun && !fix) yield "option '--dry-run' needs option '--fix'";
  if (shardFile && !shard) yield "option '--shard-file' needs option '--shard'";
}

function selectionOf(paths: readonly string[], { changed, stdinFilename }: CheckFlags): Selection {
  return {
    paths: paths.length > 0 ? paths : ["."],
    changedSince: changed === true || changed === "" ? "HEAD" : changed,
    inputName: stdinFilename,
  };
}

function modeOf({ fix, dryRun, diff }: CheckFlags): CheckOptions["mode"] {
  if (diff) return "diff";
  if (fix) return dryRun ? "rehearse" : "fix";
  return "report";
}

function partOf({ shard, shardFile }: CheckFlags, cwd: string): CheckOptions["part"] {
  return shard && { shard, file: resolve(cwd, shardFile ?? shardFileName(shard)) };
}

function shard(text: string): Shard {
  const part = toShard(text);
  if (part === undefined) throw new InvalidArgumentError("It must be a part of all, as 2/4.");
  return part;
}

/** One more rule, as `unknown-key=off`. */
function ruleSetting(text: string, others: Settings["rules"] = {}): Settings["rules"] {
  const [, id = "", severity = ""] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (!isSeverity(severity)) throw new InvalidArgumentError(`It must be a rule and a severity, as unknown-key=off.`);
  if (!rules.some((rule) => rule.id === id)) throw new InvalidArgumentError(`There is no rule '${id}'.`);
  return { ...others, [id]: severity };
}

function isSeverity(text: string): text is Settings["rules"][string] {
  return ["off", "hint", "information", "warning", "error"].includes(text);
}

const checkHelp = `
Files that are no articles are passed over. What is wrong in the own files of their site (curated-content.yaml, its
topics and communities) is reported with them, and repaired only where such a file is named itself. Nothing is printed
when all is well.

What .gitignore leaves out is passed over, unless it is named itself; what .curatedignore leaves out, in the same language,
is never checked. What articles share is always looked up in the whole site, whatever part of it is checked.
${formatsHelp}
Exit codes:
  0  no errors; there may be warnings
  1  errors, or more warnings than --max-warnings; with --diff: there is a difference
  2  wrong use, or a file, folder or configuration that cannot be used, or a file that cannot be repaired

--fix leaves every file whole, also when it is interrupted. A file that is read-only, or that was changed while it was
looked at, is left alone and named.

Examples:
  curated-content check content
  curated-content check --changed=origin/main --format github content
  curated-content check --fix 'content/**/curated-news/*.md'
  curated-content check --diff content | git apply
  curated-content check --format text --format sarif:out.sarif --max-warnings 0 content
  curated-content check --stdin --stdin-filename content/communities/kidney-care/curated-news/news.md < draft.md`;
