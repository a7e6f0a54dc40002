import type { Archetype } from "../model/archetype.ts";
import type { ContentModel } from "../model/contentModel.ts";
import { readArchetypes } from "./archetypeSource.ts";
import { communitiesOfContent, communitiesOfFile } from "./communitySource.ts";
import { type Checked, type DataFile, readDataFile, type SiteProblem } from "./dataFile.ts";
import { isHugoConfig, readHugoConfig } from "./hugoConfig.ts";
import { missingPlaces } from "./missingPlaces.ts";
import type { CompileSchema } from "./schemaSource.ts";
import { readSeverities } from "./severityConfig.ts";
import { toSiteConfig } from "./siteConfig.ts";
import type { SiteFileKind } from "./siteFile.ts";
import { readTopics } from "./topicSource.ts";
import type { Workspace } from "./workspace.ts";

/** What a site is read with. */
export interface SiteSchemas {
  /** The built-in archetypes, for a site with articles in these folders below its root. */
  archetypesIn(content: readonly string[]): readonly Archetype[];
  readonly compileSchema: CompileSchema;
  readonly siteConfig: Checked;
  readonly communities: Checked;
  readonly topics: Checked;
}

/** One site: the model of its content, what is wrong with its own files, and which files those are. */
export interface Site {
  readonly model: ContentModel;
  /** The files that rules check, by their URIs, be they there or not. */
  readonly files: ReadonlyMap<string, SiteFileKind>;
  /** What is wrong in its own files beyond what rules find in them; of the configuration only where it is YAML throughout. */
  readonly problems: readonly SiteProblem[];
  /** What it does not list, so that its articles teach it. */
  readonly unlisted: ReadonlySet<"communities" | "topics">;
  /** What the facts of its pages follow from: sites with the same one are indexed alike. */
  readonly fingerprint: string;
  /** A change to one of these files makes the site another; those in learned communities are told by `isSource`. */
  isSource(uri: string): boolean;
}

/** A site, and what the facts of its pages follow from beside their files. */
export interface SiteKey {
  /** A URI without a slash at its end. */
  readonly root: string;
  readonly fingerprint: string;
}

export function keyOf({ model, fingerprint }: Site): SiteKey {
  return { root: model.root, fingerprint };
}

/**
 * Reads what a site says of itself.
 *
 * @param root the site's root folder
 * @param configUri its configuration file
 */
export async function readSite(
  workspace: Workspace,
  { root, configUri }: { readonly root: string; readonly configUri: string },
  schemas: SiteSchemas,
): Promise<Site> {
  const read = async (uri: string, checked: Checked): Promise<DataFile | undefined> => {
    const text = await workspace.readFile(uri);
    return text === undefined ? undefined : readDataFile(uri, text, checked);
  };
  const configText = await workspace.readFile(configUri);
  const configFile =
    configText === undefined ? readDataFile(configUri, "") : readDataFile(configUri, configText, schemas.siteConfig);
  const config = toSiteConfig(configFile);
  const [communitiesUri, topicsUri] = [`${root}/${config.communities}`, `${root}/${config.topics}`];
  const [communitiesFile, topics] = await Promise.all([
    read(communitiesUri, schemas.communities),
    readTopics(workspace, topicsUri, schemas.topics.validate),
  ]);
  const {
    archetypes,
    problems,
    uris,
    schemas: ownSchemas,
  } = await readArchetypes(configFile, {
    workspace,
    root,
    builtIns: schemas.archetypesIn(config.content),
    compileSchema: schemas.compileSchema,
  });
  const { addressing, markup, publication } = await readHugoConfig(workspace, root, config.content);
  const sections = new Set(archetypes.flatMap(({ files }) => files.communityFolders));
  const communities =
    communitiesFile === undefined
      ? await communitiesOfContent(
          workspace,
          [...sections].map((folder) => `${root}/${folder}`),
        )
      : communitiesOfFile(communitiesUri, communitiesFile);
  const isUnnamed = [...communities.bySlug.values()].some(({ name }) => name === undefined);
  const model: ContentModel = {
    root,
    content: config.content,
    assetRoots: config.assetRoots,
    archetypes,
    communities,
    topicsFor: () => topics,
    openProject: config.openProject,
    hugo: config.hugo,
    addressing,
    markup,
    publication,
    severities: readSeverities(configFile),
  };
  return {
    model,
    files: new Map([
      [configUri, "siteConfig"],
      [communitiesUri, "communities"],
      [topicsUri, "topics"],
    ]),
    unlisted: new Set([
      ...(topics === undefined ? (["topics"] as const) : []),
      ...(communitiesFile === undefined && isUnnamed ? (["communities"] as const) : []),
    ]),
    fingerprint: [configText ?? "", JSON.stringify(addressing), ...ownSchemas].join("\0"),
    problems: configFile.isWellFormed
      ? [...(await missingPlaces(workspace, root, configFile)), ...problems]
      : problems.filter(({ uri }) => uri !== configUri),
    isSource: (uri) =>
      uri === configUri ||
      uri === communitiesUri ||
      uri === topicsUri ||
      uris.includes(uri) ||
      isHugoConfig(root, uri) ||
      (communities.uri === undefined && uri.startsWith(`${root}/`) && uri.endsWith("/_index.md")),
  };
}
