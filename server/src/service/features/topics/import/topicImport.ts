import { applyEdits } from "../../../document/span.ts";
import { parseLongYamlFile } from "../../../document/yamlFile.ts";
import { isArticle } from "../../../model/article.ts";
import { type ListedTopic, listedTopics } from "../../../rules/vocabularyTopics.ts";
import type { SiteFile } from "../../../workspace/siteFile.ts";
import type { Sites } from "../../../workspace/sites.ts";
import type { Subjects } from "../../../workspace/subjects.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import type { FileEdit } from "../../places.ts";
import type { Refusal } from "../../refusal.ts";
import { type ComparisonOptions, compareTopics, type ImportChange } from "./comparison.ts";
import type { Concept } from "./concept.ts";
import { importEdits } from "./importEdits.ts";
import { inStretches } from "./inStretches.ts";

/** Takes the topics of a foreign vocabulary into that of a site. */
export interface TopicImport {
  /** The URI of the file that lists the topics of a site, be it there or not. */
  vocabularyUri(uri: string): Promise<string | undefined>;
  /**
   * Works out what foreign topics make of a site's vocabulary. Nothing is changed here.
   *
   * @param uri any in the site
   */
  importTopics(uri: string, request: ImportRequest): Promise<ImportedTopics | Refusal>;
}

export interface ImportRequest extends Omit<ComparisonOptions, "pause"> {
  readonly concepts: readonly Concept[];
  /** Topics that stay as they are, though the import would change them. */
  readonly leftOut?: ReadonlySet<string>;
}

export interface ImportedTopics {
  /** Whether there is a file already that lists topics. */
  readonly isListed: boolean;
  /** All changes, those that are left out as well. */
  readonly changes: readonly TopicImportChange[];
  /** How many topics have a definition or a broader topic of their own that is kept. */
  readonly kept: number;
  /** The edits of the file that lists the topics; none where nothing changes. */
  readonly edit: FileEdit;
}

export interface TopicImportChange {
  readonly kind: ImportChange["kind"];
  readonly topic: string;
  /** The keys of the topic that are written, but for its label. */
  readonly keys: readonly string[];
}

interface TopicImportParts {
  readonly sites: Sites;
  readonly subjects: Subjects;
  readonly workspace: Workspace;
}

export function createTopicImport({ sites, subjects, workspace }: TopicImportParts): TopicImport {
  const { pause } = workspace;
  const vocabularyUri = async (uri: string): Promise<string | undefined> => {
    const { files } = await sites.of(uri);
    return [...files].find(([, kind]) => kind === "topics")?.[0];
  };
  const fileAt = async (uri: string): Promise<SiteFile | undefined> => {
    const file = await subjects.placesAt(uri);
    return file === undefined || isArticle(file) ? undefined : file;
  };
  const emptyFile = async (uri: string): Promise<SiteFile | undefined> => {
    const empty = await subjects.of({ uri, version: 0, getText: () => "" });
    return empty === undefined || isArticle(empty) ? undefined : empty;
  };

  return {
    vocabularyUri,
    async importTopics(uri, { concepts, leftOut = new Set(), ...options }) {
      const own = await vocabularyUri(uri);
      if (own === undefined) return { refused: "There is no site to take topics into." };
      const listed = await fileAt(own);
      if (listed === undefined && (await workspace.exists(own)))
        return { refused: `\`${nameOf(own)}\` cannot be read.` };
      const file = listed ?? (await emptyFile(own));
      if (file === undefined) return { refused: "There is no site to take topics into." };
      if (file.frontMatter.problems.length > 0 || isNoList(file))
        return { refused: `\`${nameOf(own)}\` has errors. Mend these first, so that nothing gets lost.` };
      const topics: ListedTopic[] = [];
      await inStretches(listedTopics(file), pause, (topic) => void topics.push(topic));
      const { changes, kept } = await compareTopics(topics, concepts, { ...options, pause });
      const wanted = changes.filter(({ topic }) => !leftOut.has(topic));
      const edits = await importEdits(file, topics, { changes: wanted, pause });
      const shown = { isListed: listed !== undefined, changes: changes.map(toShown), kept };
      if (edits.length === 0) return { ...shown, edit: { uri: own, text: file.text, edits } };
      await pause();
      const changed = applyEdits(file.text, edits);
      await pause();
      const after = await parseLongYamlFile(changed, pause);
      if (after.problems.length > 0)
        return { refused: `\`${nameOf(own)}\` could not be read any more. Nothing was changed.` };
      return { ...shown, edit: { uri: own, text: file.text, edits } };
    },
  };
}

/** Whether something else stands where the schemes should be. */
function isNoList({ frontMatter: { root }, value }: SiteFile): boolean {
  const schemes = value(["schemes"]);
  return root?.kind === "sequence" || !(schemes === undefined || schemes === null || Array.isArray(schemes));
}

function toShown(change: ImportChange): TopicImportChange {
  const { kind, topic } = change;
  if (kind === "changed") return { kind, topic, keys: Object.keys(change.values) };
  if (kind === "retired") return { kind, topic, keys: ["deprecated"] };
  const { altLabels, scheme: _scheme, label: _label, ...values } = change.concept;
  return { kind, topic, keys: [...(altLabels.length > 0 ? ["altLabels"] : []), ...Object.keys(values)] };
}

/** The last steps of where a file is. */
function nameOf(uri: string): string {
  return decodeURIComponent(uri.split("/").slice(-2).join("/"));
}
