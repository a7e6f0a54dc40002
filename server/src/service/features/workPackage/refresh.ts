import { insertPair } from "../../document/edits.ts";
import { isEqual, type JsonValue } from "../../document/jsonValue.ts";
import { nodeAt, type Path, pairAt, startsWith } from "../../document/node.ts";
import type { TextEdit } from "../../document/span.ts";
import { type Article, isUnsure } from "../../model/article.ts";
import { dateOf, writtenDates } from "../../model/dates/dates.ts";
import { editsTo, type Follower, followersOf, supposing } from "../../model/following.ts";
import { vocabularyKeys } from "../../model/terms.ts";
import type { Refusal } from "../refusal.ts";
import { articleFacts, attachmentValue } from "./articleFacts.ts";
import type { WorkPackage } from "./workPackage.ts";

/** A key that gets another value. */
export interface KeyChange {
  /** With dots. */
  readonly name: string;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue;
  /** Offsets count in the text of the article. */
  readonly edits: readonly TextEdit[];
}

interface Value {
  readonly path: Path;
  readonly value: JsonValue;
}

/**
 * What an article says otherwise than its work package, and what follows from that, each with the fewest edits. Description
 * and body are its editors' work and stay; what the work package does not say stays, too.
 */
export function refreshOf(article: Article, workPackage: WorkPackage): readonly KeyChange[] | Refusal {
  const id = article.value(["id"]);
  if (article.frontMatter?.root === undefined) return { refused: "The front matter of the article cannot be read." };
  if (typeof id === "number" && id !== workPackage.id)
    return { refused: `The article is made of work package ${id}, and this is ${workPackage.id}.` };
  const differing = (values: readonly Value[]): readonly Value[] =>
    values.filter(({ path, value }) => !isUnsure(article, path) && !isEqual(article.value(path), value));
  const said = differing(valuesIn(article, workPackage));
  if (said.length === 0) return [];
  const changed = [...said, ...differing(lastChange(article, workPackage))];
  const followers = followersFrom(article, changed);
  return [
    ...changed.map(({ path, value }) => ({ path, value, edits: editsFor(article, path, value) })),
    ...followers.map(({ field, value, edits }) => ({ path: field.path, value, edits: edits() })),
  ]
    .filter(({ edits }) => edits.length > 0)
    .map(({ path, value, edits }) => ({ name: path.join("."), before: article.value(path), after: value, edits }));
}

/** What the work package says, by the keys that an article of the archetype has for it. */
function valuesIn(article: Article, workPackage: WorkPackage): readonly Value[] {
  const { title, sourceUrl, cleanUrl, topics, image } = articleFacts(workPackage);
  const { archetype, frontMatter } = article;
  const [topicKey] = vocabularyKeys(archetype);
  const { topicsText, sameAddresses } = archetype;
  const text = JSON.stringify(topics);
  const written = topicsText && article.value(topicsText.path);
  const isSame = written !== undefined && topicsText?.accepts?.(written, text) === true;
  const attachment: Path = ["featuredImage", "wpAttachment"];
  const hasAttachment = nodeAt(frontMatter?.root, attachment)?.kind === "mapping";
  const pictures = Object.entries(image === undefined ? {} : attachmentValue(image));
  return [
    { path: ["id"], value: workPackage.id },
    { path: ["title"], value: title },
    ...sameAddresses.flatMap(([link, copy], index) => {
      const address = index === 0 ? cleanUrl : sourceUrl;
      return address === undefined ? [] : [link.path, copy.path].map((path) => ({ path, value: address }));
    }),
    ...(topicKey === undefined || topics.length === 0 ? [] : [{ path: [topicKey], value: topics }]),
    ...(topicsText === undefined || topics.length === 0 || isSame ? [] : [{ path: topicsText.path, value: text }]),
    ...(hasAttachment
      ? pictures.map(([key, value]) => ({ path: [...attachment, key], value }))
      : pictures.length > 0
        ? [{ path: attachment, value: Object.fromEntries(pictures) }]
        : []),
  ];
}

/** Each comment on a work package is a change of it, so its time counts only where something else has changed. */
function lastChange(article: Article, { updatedAt }: WorkPackage): readonly Value[] {
  const last = dateOf(writtenDates(article), "lastmod");
  if (last === undefined || updatedAt === undefined || Date.parse(updatedAt) <= last.date.instant) return [];
  return [{ path: [last.key], value: updatedAt }];
}

/** What follows may have something follow from it in turn; longer chains no archetype has. */
const MOST_ROUNDS = 20;

function followersFrom(article: Article, changed: readonly Value[]): readonly Follower[] {
  const isChanged = (path: Path): boolean =>
    changed.some((one) => startsWith(path, one.path) || startsWith(one.path, path));
  let followers: readonly Follower[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const values = [...changed, ...followers.map(({ field, value }) => ({ path: field.path, value }))];
    const after = supposing(article, new Map(values.map(({ path, value }) => [path.join("."), value])));
    const found = followersOf(article, after).filter(({ field }) => !isChanged(field.path));
    const isSettled = isEqual(
      found.map(({ value }) => value),
      followers.map(({ value }) => value),
    );
    followers = found;
    if (isSettled) break;
  }
  return followers;
}

function editsFor({ text, frontMatter }: Article, path: Path, value: JsonValue): readonly TextEdit[] {
  const pair = pairAt(frontMatter?.root, path);
  if (pair !== undefined) return editsTo(text, pair, value);
  const parent = path.length === 1 ? frontMatter?.root : nodeAt(frontMatter?.root, path.slice(0, -1));
  return parent?.kind === "mapping" ? [insertPair(text, parent, String(path.at(-1)), value)] : [];
}
