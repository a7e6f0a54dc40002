import { entry, gone, inItem, inList, inSource, inValue, renamed } from "./articleEntries.ts";

// What authors get wrong in a curated news article, fact by fact, as changes of any article in the house style.

/** A slip: what it does to a clean article, and what is said of it. */
export interface Slip {
  readonly name: string;
  /** The article with the slip; `undefined` where it has no place for it. */
  readonly make: (article: string) => string | undefined;
  /** The rules of which one reports it. */
  readonly rules: readonly string[];
  /** The path of the key at whose line it is reported, "" for the first line; else it is the first line that differs. */
  readonly at?: string;
  /** Why nobody but the author knows what stood there. Without it the article comes back to the same bytes. */
  readonly open?: string;
}

type More = Pick<Slip, "at" | "open">;

function slip(name: string, rule: string, make: Slip["make"], more: More = {}): Slip {
  return { name, make: (article) => changedOnly(article, make(article)), rules: rule.split(" or "), ...more };
}

function changedOnly(article: string, changed: string | undefined): string | undefined {
  return changed === article ? undefined : changed;
}

const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf(".")));

const CUSTOM = "openProjectCustomFields";
const DERIVED = [
  ..."aliases basePath contentCategories identifier mastHead mdName slug type".split(" "),
  ..."featuredImage.format featuredImage.href featuredImage.workPackage link.brand".split(" "),
];
const CONSTANT = "archetype openProjectWorkPackageType owlType searchCategory source sub".split(" ");
const COPIED = ["link.href", "link.original", `${CUSTOM}.cleanUrl`, `${CUSTOM}.sourceUrl`];
const KEYS = [
  ...[...DERIVED, ...CONSTANT, ...COPIED, CUSTOM, `${CUSTOM}.medigyTopics`],
  ..."author breadcrumbLinks breadcrumbs categories communityTopics date description featuredImage".split(" "),
  ..."featuredImage.alt featuredImage.size featuredImage.valid featuredImage.wpAttachment".split(" "),
  ..."featuredImage.wpAttachment.fileName featuredImage.wpAttachment.link id lastMod link status tags title".split(" "),
];

/** Keys with nothing behind their colon. */
const HOLDERS = [
  ..."author breadcrumbLinks breadcrumbs communityTopics featuredImage featuredImage.size".split(" "),
  ..."featuredImage.wpAttachment link openProjectCustomFields tags".split(" "),
];

const EITHER_FORM = "an alias may be a text or a list";
const EITHER_ADDRESS = "both addresses may be right";
const AUTHOR_ONLY = "only the author knows the answer";

/** The text of an image may say more than the title does. */
const isTitleAlt = (make: Slip["make"]) => (article: string) =>
  /^ {2}alt: (.*)$/m.exec(article)?.[1] === /^title: (.*)$/m.exec(article)?.[1] ? make(article) : undefined;
const isTextAlias = (make: Slip["make"]) => (article: string) =>
  /^aliases: \//m.test(article) ? make(article) : undefined;

/** Ways to spoil a value, and the rule that knows what it should be. */
function spoilt(path: string, rule: string): readonly Slip[] {
  const only = path === "aliases" ? isTextAlias : (make: Slip["make"]) => make;
  return [
    slip(`${path} is gone`, "missing-key", only(gone(path)), { at: parentOf(path) }),
    slip(`${path} is deleted behind the colon`, rule, only(inSource(path, /:.*\n/s, ":\n"))),
    slip(`${path} is deleted behind the blank`, rule, only(inSource(path, /: .*\n/s, ": \n"))),
  ];
}

function changedValues(path: string, rule: string): readonly Slip[] {
  return [
    slip(
      `${path} lacks its last letter`,
      rule,
      inValue(path, (value) => value.slice(0, -1)),
    ),
    slip(
      `${path} has a letter more`,
      rule,
      inValue(path, (value) => `${value}x`),
    ),
    ...(path === "aliases"
      ? []
      : [
          slip(
            `${path} stands in brackets`,
            rule,
            inValue(path, (value) => `[${value}]`),
          ),
        ]),
  ];
}

/** What keeps a key from being one, or from being this one. */
function misspelt(path: string): readonly Slip[] {
  const glued = /^(?:title|featuredImage|featuredImage\.alt)$/.test(path)
    ? "yaml-syntax or misspelled-key"
    : "yaml-syntax";
  return [
    slip(
      `${path} has two letters swapped`,
      "misspelled-key",
      renamed(path, (key) => key.replace(/(.)(.)(?=.{0,2}$)/, "$2$1")),
    ),
    slip(
      `${path} has a capital`,
      "misspelled-key",
      renamed(path, (key) => key.replace(/^./, (letter) => letter.toUpperCase())),
    ),
    slip(`${path} lacks its colon`, glued, inSource(path, ":", "")),
    ...(HOLDERS.includes(path)
      ? []
      : [slip(`${path} lacks the blank behind its colon`, glued, inSource(path, /^( *\w+:) /, "$1"))]),
    slip(
      `${path} is indented by a blank`,
      "yaml-syntax",
      entry(path, (source) => ` ${source}`),
    ),
    slip(
      `${path} is indented by a tab`,
      "yaml-syntax",
      entry(path, (source) => `\t${source}`),
    ),
    slip(
      `${path} stands there twice`,
      "duplicate-key",
      entry(path, (source) => source + source),
    ),
  ];
}

function crumbs(path: string, rule: string, another: string): readonly Slip[] {
  const at = path;
  return [
    slip(`${path} is gone`, "missing-key", gone(path), { at: "" }),
    slip(
      `${path} is empty`,
      rule,
      entry(path, () => `${path}: []\n`),
    ),
    slip(
      `${path} has no items`,
      rule,
      entry(path, () => `${path}:\n`),
      { at },
    ),
    slip(
      `${path} has an empty item`,
      rule,
      inList(path, (items) => [...items, "-\n"]),
    ),
    ...[0, 1, 2, 3, 4].flatMap((index) => [
      slip(
        `${path} lacks item ${index}`,
        rule,
        inList(path, (items) => items.toSpliced(index, 1)),
        { at },
      ),
      slip(
        `${path} has item ${index} twice`,
        rule,
        inList(path, (items) => items.toSpliced(index, 0, items[index] ?? "")),
      ),
      slip(
        `${path} has another item ${index}`,
        rule,
        inItem(path, index, () => another),
      ),
      slip(
        `${path} has one more item ${index}`,
        rule,
        inList(path, (items) => items.toSpliced(index, 0, another)),
      ),
      slip(
        `${path} has a letter more in item ${index}`,
        rule,
        inItem(path, index, (item) => item.replace(/('?)\n/, "x$1\n")),
      ),
      slip(
        `${path} has nothing in item ${index}`,
        rule,
        inItem(path, index, () => "-\n"),
      ),
      slip(
        `${path} lacks the blank in item ${index}`,
        "yaml-syntax",
        inItem(path, index, (item) => item.replace("- ", "-")),
      ),
      slip(
        `${path} has a tab in item ${index}`,
        "yaml-syntax",
        inItem(path, index, (item) => item.replace("- ", "-\t")),
      ),
      slip(
        `${path} has item ${index} indented`,
        "yaml-syntax",
        inItem(path, index, (item) => `  ${item}`),
      ),
    ]),
    ...[0, 1, 2, 3].map((index) =>
      slip(
        `${path} has item ${index} behind the next`,
        rule,
        inList(path, (items) => items.toSpliced(index, 2, items[index + 1] ?? "", items[index] ?? "")),
      ),
    ),
  ];
}

function dates(path: string): readonly Slip[] {
  const inDate = (change: (date: string) => string) => inValue(path, change);
  return [
    slip(
      `${path} has slashes`,
      "unparsable-date",
      inDate((date) => date.replaceAll("-", "/")),
    ),
    slip(
      `${path} has a small t`,
      "unparsable-date",
      inDate((date) => date.replace("T", "t")),
    ),
    slip(
      `${path} ends in a blank`,
      "unparsable-date",
      inDate((date) => `${date} `),
    ),
    slip(
      `${path} has a blank before the time`,
      "date-format",
      inDate((date) => date.replace("T", " ")),
    ),
    slip(
      `${path} has a comma before the fraction`,
      "date-format",
      inDate((date) => date.replace(".", ",")),
    ),
    slip(
      `${path} is far ahead`,
      "future-date",
      inDate((date) => date.replace(/^\d+/, "2199")),
      { open: AUTHOR_ONLY },
    ),
    slip(`${path} is gone`, "missing-key", gone(path), { at: "", open: AUTHOR_ONLY }),
  ];
}

const TOPICS = "communityTopics";
const JSON_TOPICS = `${CUSTOM}.medigyTopics`;
const SIZE = "featuredImage.size";
const inTopic = (index: number, change: (topic: string) => string) => inItem(TOPICS, index, change);
const inJson = (change: (json: string) => string | undefined) => entry(JSON_TOPICS, change);
const at = JSON_TOPICS;

const TOPIC_SLIPS: readonly Slip[] = [
  slip("communityTopics is gone", "missing-key", gone(TOPICS), { at: "" }),
  slip(
    "communityTopics has no items",
    "wrong-type",
    entry(TOPICS, () => `${TOPICS}:\n`),
    { at: TOPICS },
  ),
  slip(
    "communityTopics is empty",
    "invalid-value",
    entry(TOPICS, () => `${TOPICS}: []\n`),
  ),
  ...[0, 1].flatMap((index) => [
    slip(
      `topic ${index} has no quotes`,
      "topic-unquoted",
      inTopic(index, (item) => item.replaceAll("'", "")),
    ),
    slip(
      `topic ${index} is never closed`,
      "yaml-syntax",
      inTopic(index, (item) => item.replace("'\n", "\n")),
    ),
    slip(
      `topic ${index} has two letters swapped`,
      "unknown-topic",
      inTopic(index, (item) => item.replace(/([a-z])(?!\1)([a-z])(?=[a-z]*(?: \(\w+\))?')/, "$2$1")),
    ),
    slip(
      `topic ${index} stands there twice`,
      "topic-duplicate",
      inList(TOPICS, (items) => [...items, items[index] ?? ""]),
    ),
  ]),
  slip(
    "the first two topics change places",
    "medigy-topics",
    inList(TOPICS, ([first = "", second = "", ...rest]) => [second, first, ...rest]),
    { at, open: "either order may be meant" },
  ),
  slip("medigyTopics is gone", "missing-key", gone(JSON_TOPICS), { at: CUSTOM }),
  slip(
    "medigyTopics is deleted behind the colon",
    "medigy-topics",
    inJson(() => "  medigyTopics:\n"),
    { at },
  ),
  slip(
    "medigyTopics is an empty text",
    "medigy-topics",
    inJson(() => "  medigyTopics: ''\n"),
    { at },
  ),
  slip(
    "medigyTopics lacks the first topic",
    "medigy-topics",
    inJson((json) => json.replace(/\["[^"]*",/, "[")),
    { at },
  ),
  slip(
    "medigyTopics has another first topic",
    "medigy-topics",
    inJson((json) => json.replace(/\["[^"]*"/, '["Medigy: Nobody"')),
    { at },
  ),
  slip(
    "medigyTopics has one topic more",
    "medigy-topics",
    inJson((json) => json.replace('["', '["Medigy: Nobody","')),
    { at },
  ),
  slip(
    "medigyTopics lacks its first comma",
    "medigy-topics",
    inJson((json) => json.replace('","', '" "')),
    { at },
  ),
  slip(
    "medigyTopics lacks its bracket",
    "medigy-topics",
    inJson((json) => json.replace("]'", "'")),
    { at },
  ),
  slip(
    "medigyTopics is a list of YAML",
    "medigy-topics",
    inJson((json) => json.replaceAll("'", "")),
    { at },
  ),
];

const IMAGE_SLIPS: readonly Slip[] = [
  slip("featuredImage.alt is gone", "missing-key", isTitleAlt(gone("featuredImage.alt")), { at: "featuredImage" }),
  slip("featuredImage.alt is deleted", "derived-value", isTitleAlt(inSource("featuredImage.alt", /: .*\n/s, ": \n"))),
  slip(
    "featuredImage.format is in small letters",
    "invalid-value",
    inValue("featuredImage.format", (value) => value.toLowerCase()),
  ),
  slip(
    "featuredImage.href has another extension",
    "derived-value",
    inValue("featuredImage.href", (value) => value.replace(/\w+$/, "gif")),
  ),
  slip(
    "featuredImage.href leaves the site",
    "image-outside",
    inValue("featuredImage.href", (value) => `https://pictures.example/${value}`),
  ),
  slip("featuredImage.size is gone", "missing-key", gone(SIZE), { at: "featuredImage" }),
  slip(
    "featuredImage.size lacks the width",
    "derived-value",
    inList(SIZE, (items) => items.slice(1)),
    { at: SIZE },
  ),
  slip(
    "featuredImage.size has another width",
    "derived-value",
    inItem(SIZE, 0, () => "  - 641\n"),
  ),
  slip(
    "featuredImage.size has another height",
    "derived-value",
    inItem(SIZE, 1, (item) => item.replace("\n", "0\n")),
  ),
  slip(
    "featuredImage.size is turned",
    "derived-value",
    inList(SIZE, (items) => items.toReversed()),
    { at: SIZE },
  ),
  slip(
    "featuredImage.size has text",
    "derived-value",
    inItem(SIZE, 0, (item) => item.replace(/(\d+)/, "'$1'")),
  ),
  slip(
    "featuredImage.valid is text",
    "wrong-type",
    inValue("featuredImage.valid", (value) => `'${value}'`),
  ),
  slip(
    "featuredImage.wpAttachment.link is no path",
    "invalid-value",
    inValue("featuredImage.wpAttachment.link", (value) => value.slice(1)),
    { open: AUTHOR_ONLY },
  ),
];

const SOURCE_SLIPS: readonly Slip[] = [
  ...COPIED.flatMap((path) => [
    ...spoilt(path, "link-mismatch"),
    slip(
      `${path} has no scheme`,
      "link-mismatch",
      inValue(path, (value) => value.replace("https:/", "")),
    ),
    slip(
      `${path} has a wrong scheme`,
      "link-mismatch",
      inValue(path, (value) => value.replace("https", "htps")),
    ),
    slip(
      `${path} leads elsewhere`,
      "link-mismatch",
      inValue(path, (value) => `${value}x`),
      {
        at: /href|cleanUrl/.test(path) ? `${CUSTOM}.cleanUrl` : `${CUSTOM}.sourceUrl`,
        open: EITHER_ADDRESS,
      },
    ),
  ]),
  slip("link is gone", "missing-key", gone("link"), { at: "" }),
  slip("openProjectCustomFields is gone", "missing-key", gone(CUSTOM), { at: "" }),
  slip("id is gone", "missing-key", gone("id"), { at: "" }),
  slip("id is deleted", "wrong-type", inSource("id", /: .*\n/, ":\n")),
  slip(
    "id is text",
    "wrong-type",
    inValue("id", (value) => `'${value}'`),
  ),
];

const OTHER_SLIPS: readonly Slip[] = [
  slip(
    "a list of aliases is gone",
    "missing-key",
    (article) => (isTextAlias(() => "")(article) === "" ? undefined : gone("aliases")(article)),
    { at: "", open: EITHER_FORM },
  ),
  slip(
    "author is a text",
    "wrong-type",
    entry("author", (source) => source.replace(/^author:\n- (.*)\n$/, "author: $1\n")),
  ),
  slip("author is gone", "missing-key", gone("author"), { at: "", open: AUTHOR_ONLY }),
  slip(
    "categories is deleted",
    "wrong-type",
    entry("categories", (source) => source.replace(/: \[\]/, ":")),
  ),
  slip("description is gone", "missing-key", gone("description"), { at: "", open: AUTHOR_ONLY }),
  slip("description is marked up", "description-plain-text", inSource("description", /: (\w+)/, ": <b>$1</b>"), {
    open: AUTHOR_ONLY,
  }),
  slip("status is deleted", "wrong-type", inSource("status", /: ''/, ":")),
  slip(
    "tags is a text",
    "wrong-type",
    entry("tags", (source) => source.replace(/^tags:\n- news\n$/, "tags: news\n")),
  ),
  slip(
    "tags lacks news",
    "invalid-value",
    inItem("tags", 0, () => "- nwes\n"),
  ),
  slip(
    "tags has a capital",
    "invalid-value",
    inItem("tags", 0, () => "- News\n"),
  ),
  slip(
    "title has an entity",
    "title-plain-text",
    inValue("title", (value) => value.replace(" ", "&nbsp;")),
  ),
  slip(
    "title is marked up",
    "title-plain-text",
    inValue("title", (value) => value.replace(/ (\w+)$/, " <b>$1</b>")),
  ),
  slip("title is gone", "missing-key", gone("title"), { at: "", open: AUTHOR_ONLY }),
  slip("the front matter is not closed", "yaml-syntax", (article) => article.replace("\n---\n\n", "\n\n"), {
    at: "",
  }),
  slip(
    "a key of Hugo is refused",
    "hugo-refused-value",
    entry("owlType", (source) => `${source}published: true\n`),
  ),
  slip("the body has a script", "body-active-content", (article) => `${article}<script>count()</script>\n`, {
    open: AUTHOR_ONLY,
  }),
  slip("the body has an event handler", "body-event-handler", (article) =>
    article.replace("\n\n<p", '\n\n<p onclick="count()"'),
  ),
  slip(
    "the body has a script in an address",
    "body-unsafe-url",
    (article) => `${article}<a href="javascript:count()">Count</a>\n`,
    { open: AUTHOR_ONLY },
  ),
  slip("the body has an image without text", "body-image-alt", (article) => `${article}<img src="/a.png">\n`, {
    open: AUTHOR_ONLY,
  }),
];

export const SLIPS: readonly Slip[] = [
  ...DERIVED.flatMap((path) => [...spoilt(path, "derived-value"), ...changedValues(path, "derived-value")]),
  ...CONSTANT.flatMap((path) => [...spoilt(path, "invalid-value"), ...changedValues(path, "invalid-value")]),
  ...KEYS.flatMap(misspelt),
  ...crumbs("breadcrumbs", "breadcrumb-labels", "- News\n"),
  ...crumbs("breadcrumbLinks", "breadcrumb-links", "- /news/\n"),
  ...dates("date"),
  ...dates("lastMod"),
  ...TOPIC_SLIPS,
  ...IMAGE_SLIPS,
  ...SOURCE_SLIPS,
  ...OTHER_SLIPS,
];
