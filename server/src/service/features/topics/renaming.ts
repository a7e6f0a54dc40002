import { removeItem, removePair, replaceNode } from "../../document/edits.ts";
import { removeJsonItem, replaceJsonItem } from "../../document/jsonList.ts";
import { pairAt } from "../../document/node.ts";
import { editScalarText } from "../../document/scalarEdit.ts";
import { overlaps, type TextEdit } from "../../document/span.ts";
import { type Article, isArticle } from "../../model/article.ts";
import { grouped } from "../../model/grouped.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";
import type { Subject } from "../../workspace/subject.ts";
import { type Mention, mentionsIn, type TextMention, type VocabularyMention } from "./mentions.ts";

/** What topics are to be called, by what they are called now: `Scheme: Label` both. */
export type Renaming = ReadonlyMap<string, string>;

/**
 * The edits that give topics their new names wherever a document names them. Where a list has the new name already, the old
 * one is taken out.
 */
export function renamingEdits(subject: Subject, renaming: Renaming): readonly TextEdit[] {
  return isArticle(subject) ? editsInArticle(subject, renaming) : editsInVocabulary(subject, renaming);
}

function editsInArticle(article: Article, renaming: Renaming): readonly TextEdit[] {
  const { text } = article;
  const mentions = [...mentionsIn(article)];
  const items = mentions.filter((mention) => mention.kind === "item");
  const lists = [...grouped(items, ({ key }) => key).values()];
  const edits = lists.flatMap((list) =>
    changesIn(list, renaming, {
      replace: ({ node, list: { style } }, name) => [replaceNode(text, node, name, style)],
      remove: ({ list, index }) => [removeItem(text, list, index) ?? []].flat(),
    }),
  );
  return [...edits, ...editsInText(text, mentions.filter(isInText), renaming)];
}

function editsInText(text: string, mentions: readonly TextMention[], renaming: Renaming): readonly TextEdit[] {
  const [first] = mentions;
  if (first === undefined) return [];
  const { node, items } = first;
  const changes = changesIn(mentions, renaming, {
    replace: ({ index }, name) => items.slice(index, index + 1).map((item) => replaceJsonItem(node.text, item, name)),
    remove: ({ index }) => removeJsonItem(items, index),
  });
  return changes.length === 0 ? [] : editScalarText(text, node, changes);
}

/** How a name in a list is changed. */
interface Changing<One> {
  replace(mention: One, name: string): readonly TextEdit[];
  remove(mention: One): readonly TextEdit[];
}

/** The edits of one list of names. */
function changesIn<One extends Mention>(
  mentions: readonly One[],
  renaming: Renaming,
  { replace, remove }: Changing<One>,
): readonly TextEdit[] {
  const names = new Set(mentions.map(({ name }) => name).filter((name) => !renaming.has(name)));
  const edits: TextEdit[] = [];
  for (const mention of mentions) {
    const name = renaming.get(mention.name);
    if (name === undefined) continue;
    const removal = names.has(name) ? remove(mention) : [];
    // Neighbours in brackets cannot both be taken out; a rule tells of the one that stays.
    const canGo = removal.length > 0 && !removal.some((edit) => edits.some((other) => overlaps(edit, other)));
    edits.push(...(canGo ? removal : replace(mention, name)));
    names.add(name);
  }
  return edits;
}

function editsInVocabulary(file: SiteFile, renaming: Renaming): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const mention of mentionsIn(file)) {
    if (mention.kind === "item" || mention.kind === "text" || mention.kind === "scheme") continue;
    const own = mention.topic && renaming.get(mention.topic.topic);
    const name = renaming.get(mention.name);
    if (mention.kind === "altLabel" && own !== undefined && own === (name ?? mention.name)) {
      // A topic needs no other name that is its own.
      edits.push(alternativeRemoved(file.text, mention));
      continue;
    }
    if (name === undefined) continue;
    const written = writtenAs(mention, name);
    if (written !== mention.node.text) edits.push(replaceNode(file.text, mention.node, written, mention.context));
  }
  return edits;
}

/** Takes an alternative label away, with its list where it is the only one. */
export function alternativeRemoved(text: string, { node, topic }: VocabularyMention): TextEdit {
  const pair = topic && pairAt(topic.node, ["altLabels"]);
  const list = pair?.value.kind === "sequence" ? pair.value : undefined;
  const isOnly = list?.items.length === 1 && pair?.style === "block";
  const removal = list && !isOnly ? removeItem(text, list, list.items.indexOf(node)) : undefined;
  return removal ?? (pair === undefined ? { ...node, newText: "" } : removePair(text, pair));
}

/** A topic's new name as it is written in a place of the vocabulary: its label alone where that was so, and says enough. */
export function writtenAs({ kind, name: before, node, topic }: VocabularyMention, name: string): string {
  if (kind === "replacedBy") return name;
  const scheme = `${topic?.scheme.label.text}: `;
  // Where a scheme gets another name, labels stay as they are.
  if (!name.startsWith(scheme)) return node.text === before ? name : node.text;
  return kind === "broader" && node.text === before ? name : name.slice(scheme.length);
}

function isInText(mention: Mention): mention is TextMention {
  return mention.kind === "text";
}
