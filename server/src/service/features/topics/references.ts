import type { SiteFile } from "../../workspace/siteFile.ts";
import type { Subject } from "../../workspace/subject.ts";
import { uriIn } from "../../workspace/uri.ts";
import { inTurns } from "../inTurns.ts";
import type { TextPlace } from "../places.ts";
import { type SubjectAt, vocabularyFileOf } from "./definition.ts";
import { type Mention, mentionAt, mentionsIn } from "./mentions.ts";
import { allNamesOf, vocabularyOf } from "./vocabularyFile.ts";

/**
 * Every place that names the topic at an offset, by its label or another name; of a scheme those that name its topics. The
 * vocabulary's places come first, then those of articles, by their paths.
 */
export async function topicReferencesAt(
  subject: Subject,
  offset: number,
  { subjectAt, declaration }: { readonly subjectAt: SubjectAt; readonly declaration: "included" | "left out" },
): Promise<readonly TextPlace[] | undefined> {
  const mention = mentionAt(subject, offset);
  if (mention === undefined) return undefined;
  const file = await vocabularyFileOf(subject, subjectAt);
  const names = namesOf(mention, file);
  const isMeant = (other: Mention): boolean =>
    other.kind === "scheme" ? mention.kind === "scheme" && other.name === mention.name : names.has(other.name);
  const isDeclaration = ({ kind }: Mention): boolean => kind === "label" || kind === "scheme";
  const placesIn = (other: Subject | undefined): readonly TextPlace[] => {
    if (other === undefined) return [];
    const { uri, text } = other;
    const found = [...mentionsIn(other)].filter(
      (one) => isMeant(one) && (declaration === "included" || !isDeclaration(one)),
    );
    return found.map(({ start, end }) => ({ uri, text, start, end }));
  };
  const uris = usersOf(subject, names);
  const used = await inTurns(uris, async (uri) => placesIn(await subjectAt(uri)));
  return [...placesIn(file), ...used.flat()];
}

/** The names by which articles may call what is named. */
function namesOf(mention: Mention, file: SiteFile | undefined): ReadonlySet<string> {
  if (file === undefined) return new Set([mention.name]);
  const { topics, named } = vocabularyOf(file);
  const listed =
    mention.kind === "scheme" ? topics.filter(({ scheme }) => scheme.label.text === mention.name) : named(mention.name);
  return new Set([mention.name, ...[listed ?? []].flat().flatMap(allNamesOf)]);
}

/** The URIs of the articles that use one of several topics, in the order of their paths. */
export function usersOf({ index, model }: Subject, topics: Iterable<string>): readonly string[] {
  const paths = new Set([...topics].flatMap((topic) => index.find("topic", topic).map(({ path }) => path)));
  return [...paths].toSorted().map((path) => uriIn(model.root, path));
}
