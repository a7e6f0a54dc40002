import type { SyntaxCode, SyntaxProblem } from "../document/syntaxProblem.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";
import { defineRule, type Finding } from "./rule.ts";
import { type SyntaxFixTitle, syntaxFix } from "./syntaxFix.ts";

type MessageId = SyntaxCode | SyntaxFixTitle;

export const yamlSyntax = defineRule<MessageId, StructuredDocument>({
  id: "yaml-syntax",
  summary: "The front matter is YAML, TOML or JSON that Hugo can read.",
  why: "One line that Hugo cannot read stops the build of the whole site.",
  severity: "error",
  isSuppressible: false,
  messages: {
    aliasBomb: "The `*` references in this front matter repeat each other without end.",
    badEscape: "`{text}` is no escape in double quotes. Write `\\\\` for a backslash, or use single quotes.",
    badIndent: "This line starts at another column than its neighbours.",
    badMerge: "`<<` takes in the keys of a mapping, and this is none.",
    blockHeader:
      "After `|` or `>` the text must start on the next line. Put a value that starts with this sign in quotes.",
    colonInValue: "A colon with a space behind it starts a mapping. Put the value in quotes.",
    controlCharacter: "There is an invisible control character here. Delete it.",
    dashInItem: "This line stands deeper than its list, so that it is text of the item above, dash and all.",
    listInLine: "A list must start on its own line. Put the value in quotes if the dash belongs to it.",
    missingColon: "A key and a colon are missing here, as in `title: …`.",
    missingDash: "A dash and a space are missing here, as in `- …`: this line stands in a list.",
    missingSpace: "Put a space behind the `{text}`.",
    notAMapping: "Front matter is a list of `key: value` lines.",
    notJson: "This is not JSON. Hugo reads a file that starts with `{` as JSON front matter, and stops the build.",
    notToml: "This is not TOML. Hugo reads what stands between `+++` lines as TOML, and stops the build.",
    notYaml: "This line cannot be read as YAML.",
    reservedStart: "A value cannot start with `{text}`. Put it in quotes.",
    tabIndent: "YAML is indented with spaces, not with tabs.",
    textAfterBracket: "The `{text}` makes this a list or mapping, and text follows it. Put the whole value in quotes.",
    textAfterQuote: "The quote ends before this text. Inside single quotes an apostrophe is written twice: `''`.",
    tooDeep: "This is nested too deeply to be read.",
    unclosedBlock: "The front matter is not closed: the second `---` is missing.",
    unclosedBracket: "This bracket is never closed.",
    unclosedQuote: "This quote is never closed.",
    unclosedToml: "The front matter is not closed: the second `+++` is missing.",
    unknownAnchor: "`{text}` refers to nothing. Put a value that starts with `*` in quotes.",
    quoteIt: "Put the value in quotes",
    closeIt: "Close it",
    indentIt: "Indent with spaces like its neighbours",
    spaceIt: "Add the space",
    colonIt: "Add the colon",
    escapeIt: "Escape it",
    addClosing: "Add the closing `---`",
  },
  examples: [
    {
      bad: "---\narchetype: news\ntitle: CCM: More than a phone call\n---\n",
      fixed: "---\narchetype: news\ntitle: 'CCM: More than a phone call'\n---\n",
    },
    { path: "content/communities/cardiology/curated-news/a.md", bad: "+++\ntitle = Heart\n+++\n" },
    { bad: "---\narchetype: news\ntags: [news\n---\n", fixed: "---\narchetype: news\ntags: [news]\n---\n" },
  ],

  *check(article) {
    for (const problem of article.frontMatter?.problems ?? []) yield toFinding(article, problem);
  },
});

function toFinding(article: StructuredDocument, problem: SyntaxProblem): Finding<MessageId> {
  const { start, end, code } = problem;
  const text =
    code === "reservedStart" || code === "textAfterBracket"
      ? article.text.charAt(start)
      : article.text.slice(start, end);
  // To YAML this is none, and nothing is lost but what was meant.
  const weight = code === "dashInItem" ? ({ severity: "warning" } as const) : {};
  return { messageId: code, data: { text }, start, end, fix: syntaxFix(article, problem), ...weight };
}
