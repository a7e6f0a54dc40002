import { splitTopic } from "../../model/vocabulary.ts";
import { type ListedTopic, listedSchemes } from "../../rules/vocabularyTopics.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";
import type { Refusal } from "../refusal.ts";
import type { Renaming } from "./renaming.ts";
import type { Target } from "./target.ts";
import { allNamesOf, vocabularyOf } from "./vocabularyFile.ts";

/**
 * What a new name for what is named somewhere makes of the names of topics, or why it cannot be given.
 *
 * @param written the name as an author wrote it; with or without the scheme
 * @param isUsed whether an article uses a topic
 */
export function renamingOf(target: Target, written: string, isUsed: (topic: string) => boolean): Renaming | Refusal {
  const name = oneLine(written);
  if (typeof name !== "string") return name;
  if (target.kind === "scheme") return renamingOfScheme(target, name);
  const topic = fullName(target, name);
  if (typeof topic !== "string") return topic;
  const clash = clashWith(target, topic, isUsed);
  if (clash !== undefined) return clash;
  if (target.kind === "topic" && isElsewhere(topic, target.listed)) return namesElsewhere(target, topic);
  const names = [target.mention.name, ...(target.kind === "alternative" ? sameAlternative(target) : [])];
  const own = target.kind === "topic" ? sameName(target, topic) : [];
  return new Map([...names, ...own].map((before) => [before, topic]));
}

/** Whether a new name of a topic is one in another scheme. */
export function isElsewhere(topic: string, { scheme }: ListedTopic): boolean {
  return !topic.startsWith(`${scheme.label.text}: `);
}

/** A name as an author wrote it, without blanks around it. */
export function oneLine(written: string): string | Refusal {
  const name = written.trim();
  if (name === "") return { refused: "A name is missing." };
  return NOT_ONE_LINE.test(name) ? { refused: "A name is one line of text." } : name;
}

/** Line breaks, tabs and all else that cannot be seen. */
const NOT_ONE_LINE = /[\p{Cc}\u2028\u2029]/u;

function renamingOfScheme({ mention, file }: Target & { readonly kind: "scheme" }, name: string): Renaming | Refusal {
  if (name.includes(":")) return { refused: "The name of a scheme has no colon: there the label of a topic begins." };
  const { topics } = vocabularyOf(file);
  const isTaken = topics.some(({ scheme }) => scheme.label.text === name);
  if (isTaken && name !== mention.name) return { refused: `There is a scheme \`${name}\` already.` };
  const own = topics.filter(({ scheme }) => scheme.label.text === mention.name).flatMap(allNamesOf);
  return new Map(own.map((before) => [before, `${name}${before.slice(mention.name.length)}`]));
}

/** `Scheme: Label` of what an author wrote, who may leave the scheme out. */
function fullName(
  target: Target & { readonly kind: "topic" | "alternative" | "unlisted" },
  name: string,
): string | Refusal {
  const own =
    target.kind === "unlisted" ? (splitTopic(target.mention.name).scheme ?? "") : target.listed.scheme.label.text;
  const rest = name.startsWith(`${own}:`) ? name.slice(own.length + 1).trim() : undefined;
  if (rest === "") return { refused: `A label is missing behind \`${own}:\`.` };
  if (rest !== undefined) return `${own}: ${rest}`;
  const { scheme, label } = splitTopic(name);
  const isMove = target.kind === "topic" && scheme !== undefined && hasScheme(target.file, scheme);
  // In the vocabulary a label stands alone, and may have a colon of its own.
  if (scheme === undefined || (!isMove && target.shown !== target.mention.name)) return `${own}: ${name}`;
  if (label === "") return { refused: `A label is missing behind \`${scheme}:\`.` };
  if (target.kind === "unlisted" || isMove) return `${scheme}: ${label}`;
  const { topic } = target.listed;
  if (target.kind === "alternative")
    return {
      refused: `\`${target.mention.name}\` is another name of \`${topic}\`, which belongs to scheme \`${own}\`.`,
    };
  return { refused: `\`${topic}\` belongs to scheme \`${own}\`, and there is no scheme \`${scheme}\`.` };
}

function hasScheme(file: SiteFile, label: string): boolean {
  return [...listedSchemes(file)].some((scheme) => scheme.label.text === label);
}

/** All names that a topic has once it belongs to another scheme, by those it has. */
function namesElsewhere({ file, listed }: Target & { readonly kind: "topic" }, topic: string): Renaming | Refusal {
  const { scheme } = splitTopic(topic);
  const names = new Map([[listed.topic, topic]]);
  for (const before of allNamesOf(listed).slice(1)) {
    const after = `${scheme}${before.slice(listed.scheme.label.text.length)}`;
    const other = vocabularyOf(file).topics.find(
      (one) => one !== listed && allNamesOf(one).some((name) => isSame(name, after)),
    );
    if (other !== undefined)
      return { refused: `\`${after}\`, another name of the topic there, is a name of \`${other.topic}\` already.` };
    names.set(before, isSame(after, topic) ? topic : after);
  }
  return names;
}

function clashWith(
  target: Target & { readonly kind: "topic" | "alternative" | "unlisted" },
  topic: string,
  isUsed: (topic: string) => boolean,
): Refusal | undefined {
  const { mention, file } = target;
  if (topic === mention.name) return undefined;
  const exists = { refused: `\`${topic}\` exists already. To make one topic of two, use “Merge into…”.` };
  if (file === undefined) return isUsed(topic) ? exists : undefined;
  const lower = topic.toLowerCase();
  const own = target.kind === "unlisted" ? undefined : target.listed;
  for (const listed of vocabularyOf(file).topics) {
    const isOwn = listed === own;
    if (listed.topic.toLowerCase() === lower && !(isOwn && target.kind === "topic")) return exists;
    if (isOwn && target.kind === "topic") continue;
    const others = allNamesOf(listed)
      .slice(1)
      .filter((other) => !(isOwn && isSame(other, mention.name)));
    if (others.some((other) => isSame(other, topic)))
      return { refused: `\`${topic}\` is another name of \`${listed.topic}\`.` };
  }
  return undefined;
}

/** An alternative label as the vocabulary has it, where an article wrote it in other letters. */
function sameAlternative({ listed, mention }: Target & { readonly kind: "alternative" }): readonly string[] {
  return allNamesOf(listed)
    .slice(1)
    .filter((name) => isSame(name, mention.name));
}

/** The alternative labels that a topic's new name makes superfluous. */
function sameName({ listed }: Target & { readonly kind: "topic" }, topic: string): readonly string[] {
  return allNamesOf(listed)
    .slice(1)
    .filter((name) => isSame(name, topic) && name !== topic);
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
