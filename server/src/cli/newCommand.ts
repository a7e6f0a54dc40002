import type { Command } from "commander";
import type { CommandParts } from "./commandParts.ts";
import { newArticle } from "./newArticle.ts";

/** `curated-content new` */
export function addNewCommand(program: Command, { terminal, trace, finish }: CommandParts): void {
  program
    .command("new")
    .description("Write a new article: what follows from the answers, and blanks for the rest.")
    .argument("[FOLDER]", "a folder of the site; one of a community or of an archetype says which", ".")
    .requiredOption("--title <TITLE>", "its title")
    .option("--archetype <NAME>", "what it is, where the folder does not say it")
    .option("--community <SLUG>", "the community that it belongs to, where the folder does not say it")
    .option("--source <URL>", "the address of the page that it curates")
    .option("--topic <TOPIC>", "a topic, written 'Scheme: Label'; may be said several times", oneMore)
    .option("--add-topics", "give the vocabulary the topics that it does not list")
    .option("--image <FILE>", "its image, which is copied beside it and measured")
    .option("--author <NAME>", "who writes it; may be said several times", oneMore)
    .option("--description <TEXT>", "what lists and search results say of it")
    .option("--dry-run", "print the article, and write nothing")
    .option("--config <FILE>", "the site's configuration file; its folder is the site's root")
    .addHelpText("after", newHelp)
    .action(async (folder: string, flags: NewFlags) => {
      const { title, source, topic: topics, author: authors, description } = flags;
      const newTopics = flags.addTopics ? "add" : "refuse";
      const options = {
        mode: flags.dryRun ? "print" : "write",
        archetype: flags.archetype,
        community: flags.community,
        answers: { title, source, topics, newTopics, authors, description },
        image: flags.image,
        config: flags.config,
        trace,
      } as const;
      finish(await newArticle(folder, options, terminal));
    });
}

interface NewFlags {
  readonly title: string;
  readonly archetype?: string;
  readonly community?: string;
  readonly source?: string;
  readonly topic?: readonly string[];
  readonly addTopics?: true;
  readonly image?: string;
  readonly author?: readonly string[];
  readonly description?: string;
  readonly dryRun?: true;
  readonly config?: string;
}

function oneMore(text: string, others: readonly string[] = []): readonly string[] {
  return [...others, text];
}

const newHelp = `
Its path is printed; beside that, on standard error, each line that is to be filled in. No file is ever overwritten. The
name of the file is the UUID of the source, so that the same source has the same name.

Exit codes:
  0  the article is written
  1  the source is curated already, or the address on the site is taken: the article that has it is named
  2  wrong use, or a file or configuration that cannot be used

Examples:
  curated-content new content/communities/kidney-care --title 'Salt and Sense' --source https://care.example/salt
  curated-content new --dry-run --community kidney-care --title 'Salt' --source https://care.example/salt --image salt.png`;
