// The page of the command line, from what its help is made of.

/**
 * @param {import("commander").Command} program
 * @returns {string} Markdown
 */
export function commandLinePage(program) {
  const commands = leaves(program);
  const list = commands.map(
    (command) => `| [${nameOf(command)}](#${nameOf(command).replaceAll(" ", "-")}) | ${command.description()} |`,
  );
  return `# The command line

Generated from what \`curated-content --help\` prints, by \`npm run generate\`.

${program.description()}

| command | what it does |
| --- | --- |
${list.join("\n")}

${sections(afterText(program))}
With every command:

${optionTable(program)}
${commands.map((command) => section(command)).join("\n")}`;
}

/** The commands that do something; others only hold them together. */
function leaves(command) {
  const commands = command.commands.filter((each) => each.name() !== "help");
  return commands.flatMap((each) => (each.commands.length > 0 ? leaves(each) : [each]));
}

/** As it is typed behind the program's name. */
function nameOf(command) {
  const { parent } = command;
  return parent === null || parent.parent === null ? command.name() : `${nameOf(parent)} ${command.name()}`;
}

function section(command) {
  const help = command.createHelp();
  const args = help.visibleArguments(command);
  const options = optionTable(command);
  const parts = [
    `## ${nameOf(command)}`,
    command.description(),
    `\`\`\`\n${help.commandUsage(command)}\n\`\`\``,
    ...(args.length > 0
      ? [
          `${table(
            "argument",
            args.map((arg) => [help.argumentTerm(arg), describe(arg)]),
          )}`,
        ]
      : []),
    ...(options === "" ? [] : [options]),
    sections(afterText(command)),
  ];
  return `${parts.map((part) => part.trimEnd()).join("\n\n")}\n`;
}

/** What `-h` and `--help` do is said once, of the program. */
function optionTable(command) {
  const help = command.createHelp();
  const isProgram = command.parent === null;
  const options = help.visibleOptions(command).filter(({ long }) => isProgram || long !== "--help");
  return options.length === 0
    ? ""
    : table(
        "option",
        options.map(({ flags, ...option }) => [flags, describe(option)]),
      );
}

/** As the help says it, with what is allowed and what counts where nothing is said. */
function describe({ description, argChoices, defaultValue }) {
  const choices = argChoices === undefined ? "" : ` (${argChoices.map((choice) => `\`${choice}\``).join(", ")})`;
  const usual = typeof defaultValue === "string" ? `; without it \`${defaultValue}\`` : "";
  return `${description}${choices}${usual}`;
}

function table(heading, rows) {
  const lines = rows.map(([term, text]) => `| \`${escaped(term)}\` | ${escaped(text)} |`);
  return `| ${heading} | |\n| --- | --- |\n${lines.join("\n")}\n`;
}

function escaped(text) {
  return text.replaceAll("|", "\\|");
}

/** What stands below the options in the help. */
function afterText(command) {
  let text = "";
  command.configureOutput({ ...command.configureOutput(), writeOut: (part) => (text += part) });
  command.configureHelp({ ...command.configureHelp(), formatHelp: () => "" });
  command.outputHelp();
  return text.trim();
}

/** Paragraphs stay what they are; lists of terms become tables, and examples code. */
function sections(text) {
  const blocks = text === "" ? [] : text.split(/\n\n+/);
  return blocks
    .map((block) => {
      const [, title, rest] = /^(.+):\n((?: {2}.+(?:\n|$))+)$/.exec(block) ?? [];
      if (title === undefined) return `${block}\n`;
      const lines = rest
        .trimEnd()
        .split("\n")
        .map((line) => line.slice(2));
      if (title === "Examples") return `${title}:\n\n\`\`\`sh\n${lines.join("\n")}\n\`\`\`\n`;
      return table(
        title.toLowerCase(),
        lines.map((line) => /^(.+?) {2,}(.+)$/.exec(line)?.slice(1) ?? [line, ""]),
      );
    })
    .join("\n");
}
