import type { Span } from "../../document/span.ts";
import type { TextDocument } from "../../document/textDocument.ts";
import { communityAt } from "../communities/communityMention.ts";
import { communityDefinition } from "../communities/communityPlaces.ts";
import { communityReferences } from "../communities/communityReferences.ts";
import { renameCommunity } from "../communities/communityRename.ts";
import { renameCommunitySlug, SLUG_REFUSAL } from "../communities/communitySlug.ts";
import type { MoveOptions } from "../moves/movingArticle.ts";
import type { MoveEdit } from "../moves/willRename.ts";
import type { SiteEdit, TextPlace } from "../places.ts";
import type { Refusal } from "../refusal.ts";
import { renameSharedValue, sharedValueAt, sharedValueReferences } from "../sharedValues.ts";
import { type TopicAddition, topicAdditionsIn } from "./additions.ts";
import { type SiteReading, topicDefinitionAt } from "./definition.ts";
import { lensTitle, type TopicLens, topicLensesIn } from "./lenses.ts";
import { topicReferencesAt } from "./references.ts";
import { type Renamable, renamableTopicAt, renameTopicAt } from "./rename.ts";
import { changeTopicAt, type Replaceable, type RequestedChange, replaceableTopicAt } from "./topicChange.ts";

/** Whether the place that lists what is looked for is one of the references to it. */
export type Declaration = "included" | "left out";

/** What whoever asks for a new name can do, and when nobody waits for it any more. */
export type RenameOptions = Pick<MoveOptions, "renamesFiles" | "isCancelled">;

const TEXT_ONLY: RenameOptions = { renamesFiles: false, isCancelled: () => false };

type TopicLanguageParts = Omit<MoveOptions, keyof RenameOptions>;

/** Topics, communities, tags and authors as a language has its names. What looks at all articles waits until they are read. */
export interface TopicLanguage {
  /** Where the topic or community that is named at an offset is listed. */
  definition(document: TextDocument, offset: number): Promise<readonly TextPlace[]>;
  /** Every place in the site that names what is named at an offset. */
  references(document: TextDocument, offset: number, declaration: Declaration): Promise<readonly TextPlace[]>;
  /** What can get another name at an offset, and where it stands; why it cannot, where somebody may try. */
  prepareRename(
    document: TextDocument,
    offset: number,
    options?: Pick<RenameOptions, "renamesFiles">,
  ): Promise<Renamable | Refusal | undefined>;
  /** Gives what is named at an offset another name, all over the site. The slug of a community is that of folders, too. */
  rename(
    document: TextDocument,
    offset: number,
    name: string,
    options?: RenameOptions,
  ): Promise<SiteEdit | MoveEdit | Refusal | undefined>;
  /** The topic at an offset for which another may be used, and which these are. */
  replaceableTopic(document: TextDocument, offset: number): Promise<Replaceable | undefined>;
  /** Merges the topic at an offset into another, or deprecates it in favour of that. */
  changeTopic(document: TextDocument, offset: number, change: RequestedChange): Promise<SiteEdit | Refusal | undefined>;
  /** The topics in a span of an article that the vocabulary does not know, and how it would get them. */
  topicAdditions(document: TextDocument, span: Span): Promise<readonly TopicAddition[]>;
  /** The topics of a vocabulary's file above which their use is shown. */
  topicLenses(document: TextDocument): Promise<readonly TopicLens[]>;
  /** How often such a topic is used, in a few words. */
  topicLensTitle(document: TextDocument, topic: string): Promise<string | undefined>;
}

export function createTopicLanguage(parts: TopicLanguageParts): TopicLanguage {
  const { subjects, workspace } = parts;
  const { of, placesAt } = subjects;
  const textAt = async (uri: string) => workspace.openDocument(uri)?.getText() ?? (await workspace.readFile(uri));
  const reading: SiteReading = { subjectAt: placesAt, textAt, pause: workspace.pause };
  return {
    async definition(document, offset) {
      const subject = await of(document);
      if (subject === undefined) return [];
      const community = communityAt(subject, offset);
      const place =
        community === undefined
          ? await topicDefinitionAt(subject, offset, reading)
          : await communityDefinition(subject, community, reading);
      return place === undefined ? [] : [place];
    },
    async references(document, offset, declaration) {
      await subjects.index(document.uri);
      const subject = await of(document);
      if (subject === undefined) return [];
      const community = communityAt(subject, offset);
      if (community !== undefined) return communityReferences(subject, community, { reading, declaration });
      const value = sharedValueAt(subject, offset);
      if (value !== undefined) return sharedValueReferences(subject, value, placesAt);
      return (await topicReferencesAt(subject, offset, { subjectAt: placesAt, declaration })) ?? [];
    },
    async prepareRename(document, offset, { renamesFiles } = TEXT_ONLY) {
      const subject = await of(document);
      const community = subject && communityAt(subject, offset);
      if (community?.part === "slug" && !renamesFiles) return SLUG_REFUSAL;
      if (community !== undefined)
        return { start: community.start, end: community.end, placeholder: community.written };
      const value = subject && sharedValueAt(subject, offset);
      if (value !== undefined) return { start: value.start, end: value.end, placeholder: value.value };
      return subject && renamableTopicAt(subject, offset, placesAt);
    },
    async rename(document, offset, name, options = TEXT_ONLY) {
      await subjects.index(document.uri);
      const subject = await of(document);
      const community = subject && communityAt(subject, offset);
      if (subject === undefined) return undefined;
      if (community?.part === "slug" && !options.renamesFiles) return SLUG_REFUSAL;
      if (community?.part === "slug")
        return renameCommunitySlug(subject, { slug: community.slug, name, reading, moving: { ...parts, ...options } });
      if (community !== undefined) return renameCommunity(subject, community.slug, { name, reading });
      const value = sharedValueAt(subject, offset);
      if (value !== undefined) return renameSharedValue(subject, value, { name, subjectAt: placesAt });
      return renameTopicAt(subject, offset, { name, reading });
    },
    async replaceableTopic(document, offset) {
      const subject = await of(document);
      return subject && replaceableTopicAt(subject, offset, placesAt);
    },
    async changeTopic(document, offset, change) {
      await subjects.index(document.uri);
      const subject = await of(document);
      return subject && changeTopicAt(subject, offset, { ...change, reading });
    },
    async topicAdditions(document, span) {
      const subject = await of(document);
      return subject === undefined ? [] : topicAdditionsIn(subject, span, reading);
    },
    async topicLenses(document) {
      await subjects.index(document.uri);
      const subject = await of(document);
      return subject === undefined ? [] : topicLensesIn(subject);
    },
    async topicLensTitle(document, topic) {
      const subject = await of(document);
      return subject && lensTitle(subject, topic);
    },
  };
}
