import type { Command } from "commander";
import type { CommandParts } from "./commandParts.ts";
import { importTopics } from "./importTopics.ts";

/** `curated-content topics import` */
export function addTopicsCommand(program: Command, { terminal, finish, trace }: CommandParts): void {
  const topics = program.command("topics").description("Keep the vocabulary of a site.");
  topics
    .command("import")
    .description("Take the topics of another vocabulary into that of the site.")
    .argument("<FILE>", "GraphQL's answer in JSON, a table in CSV, SKOS or OWL in Turtle or RDF/XML")
    .option("--dry-run", "tell what would change, and write nothing")
    .option("--site <FOLDER>", "a folder of the site that takes the topics (default: the current folder)")
    .option("--language <TAG>", "the wanted language, where there are several", "en")
    .option("--replace", "replace definitions and broader topics that the site has otherwise")
    .option("--keep-missing", "deprecate no topic that the file lacks, though it has its scheme")
    .option("--config <FILE>", "the site's configuration file; its folder is the site's root")
    .addHelpText("after", help)
    .action(async (file: string, flags: ImportFlags) => {
      const { config, dryRun, keepMissing, language, replace, site } = flags;
      const differing = replace ? "replace" : "keep";
      const missing = keepMissing ? "keep" : "deprecate";
      const mode = dryRun ? "tell" : "write";
      finish(await importTopics(file, { config, differing, language, missing, mode, site, trace }, terminal));
    });
}

interface ImportFlags {
  readonly config?: string;
  readonly dryRun?: true;
  readonly keepMissing?: true;
  readonly language: string;
  readonly replace?: true;
  readonly site?: string;
}

const help = `
A line for each topic says what becomes of it: + added, ~ changed, - retired. Retired topics are deprecated, not deleted,
and all that people wrote stays, comments too. What is left out, and why, is told beside.

A table names its columns in its first line: label, and scheme, altLabels (separated by | or ;), definition, broader,
deprecated and replacedBy where it has them.

Exit codes:
  0  done, or nothing to do
  2  wrong use, or a file that cannot be read or written

Examples:
  curated-content topics import --dry-run ontology.ttl
  curated-content topics import --language de --site docs/site topics.csv`;
