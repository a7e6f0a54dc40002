import type { Archetype } from "../../model/archetype.ts";
import { archetypeOf, isArticle, isContent } from "../../model/article.ts";
import { createFactStore, type SiteIndex } from "../../model/siteIndex.ts";
import { rankByLikeness } from "../../model/text/likeness.ts";
import { slugify } from "../../model/text/slugify.ts";
import { urlUuid } from "../../model/text/urlUuid.ts";
import { isWebAddress } from "../../model/text/webAddress.ts";
import type { Indexing } from "../../workspace/indexing.ts";
import type { Site } from "../../workspace/site.ts";
import { relativePath } from "../../workspace/siteRoot.ts";
import type { Sites } from "../../workspace/sites.ts";
import type { SubjectOptions } from "../../workspace/subject.ts";
import type { Subjects } from "../../workspace/subjects.ts";
import { uriIn } from "../../workspace/uri.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { FileEdit } from "../places.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { placeIn } from "../wholeSite.ts";
import { blanksOf } from "./blanks.ts";
import { archetypeChoice, communityChoices, placeChoices, topicChoices } from "./choices.ts";
import { curatedBefore } from "./curated.ts";
import { newTopicsAmong, unknownTopic, vocabularyWith } from "./newTopics.ts";
import { readPickedImage } from "./pickedImage.ts";
import type { NewArticleRequest, NewArticleSite, ScaffoldedArticle, TopicChoice } from "./request.ts";
import { scaffold } from "./scaffold.ts";

/** New articles: what there is to choose from, and what is written. Nothing is written here. */
export interface Scaffolding {
  /** The site of a file or folder that an article may be written for; with a slash at the end of a folder's URI. */
  site(uri: string): Promise<NewArticleSite>;
  /** The topics that an article may have, those first that its community uses most. */
  topics(root: string, community: string | undefined): Promise<readonly TopicChoice[]>;
  /** The article that follows from answers, or why there is none. Waits until the site's pages are read. */
  newArticle(request: NewArticleRequest): Promise<ScaffoldedArticle | Refusal>;
}

interface ScaffoldingParts {
  readonly workspace: Workspace;
  readonly sites: Sites;
  readonly subjects: Subjects;
  readonly indexing: Indexing;
  readonly options: SubjectOptions;
}

export function createScaffolding(parts: ScaffoldingParts): Scaffolding {
  const { workspace, sites, indexing, options } = parts;
  const siteOf = async (uri: string): Promise<Site> => {
    await sites.index(uri);
    return sites.of(uri);
  };
  const indexOf = ({ model }: Site): SiteIndex => indexing.of(model.root) ?? createFactStore();
  const templateOf = async ({ scaffold: uri }: Archetype): Promise<string | undefined> =>
    uri === undefined ? undefined : workspace.readFile(uri);

  return {
    async site(uri) {
      const site = await siteOf(uri.endsWith("/") ? `${uri}a` : uri);
      const { model } = site;
      const index = indexOf(site);
      const templates = await Promise.all(model.archetypes.map(templateOf));
      return {
        root: model.root,
        archetypes: model.archetypes.map((archetype, place) =>
          archetypeChoice(archetype, { template: templates[place], index }),
        ),
        communities: communityChoices(model, index),
        here: placeChoices(relativePath(model.root, uri) ?? "", model),
      };
    },
    async topics(root, community) {
      const site = await siteOf(placeIn(root));
      return topicChoices(site.model, indexOf(site), community);
    },
    async newArticle(request) {
      const site = await siteOf(placeIn(request.root));
      const { model } = site;
      const archetype = archetypeIn(site, request);
      if (isRefusal(archetype)) return archetype;
      const path = pathFor(archetype, request, indexOf(site));
      if (typeof path !== "string") return path;
      const topics = (request.topics ?? []).map((topic) => topic.trim());
      const vocabulary = model.topicsFor(undefined);
      const added = newTopicsAmong(topics, vocabulary);
      if (isRefusal(added)) return added;
      const [unknown] = added;
      if (unknown !== undefined && request.newTopics !== "add") return unknownTopic(unknown, vocabulary);
      const image = request.image === undefined ? undefined : await readPickedImage(workspace, request.image);
      if (image !== undefined && isRefusal(image)) return image;
      const template = await templateOf(archetype);
      if (archetype.scaffold !== undefined && template === undefined)
        return { refused: `\`${relativePath(model.root, archetype.scaffold)}\` cannot be read.` };
      const made = await scaffold({
        site,
        archetype,
        community: request.community,
        path,
        answers: {
          title: request.title.trim(),
          source: request.source?.trim(),
          topics,
          authors: request.authors ?? [],
          description: request.description,
          body: request.body,
          now: options.now(),
        },
        image,
        template: template === undefined ? undefined : { text: template, name: archetype.scaffold ?? "" },
        options,
      });
      if (isRefusal(made)) return made;
      const { article, imageName } = made;
      const recognised = archetypeOf(path, article.value, model);
      if (recognised?.name !== archetype.name)
        return {
          refused: `At \`${path}\` an article is of archetype \`${recognised?.name}\`, not \`${archetype.name}\`.`,
        };
      const folder = path.slice(0, path.lastIndexOf("/") + 1);
      const to = imageName && uriIn(model.root, `${folder}${imageName}`);
      if (image !== undefined && to !== undefined && to !== image.uri && (await workspace.exists(to)))
        return { refused: `There is a file \`${folder}${imageName}\` already.` };
      return {
        uri: article.uri,
        path,
        text: article.text,
        blanks: blanksOf(article),
        curated: await there(model.root, curatedBefore(article)),
        image: image === undefined || to === undefined || to === image.uri ? undefined : { from: image.uri, to },
        vocabulary: added.length === 0 ? undefined : await vocabularyEdit(site, added),
      };
    },
  };

  /** Those that are there: the index may not know yet that a file is gone, and does not know what is no page. */
  async function there(root: string, curated: ScaffoldedArticle["curated"]): Promise<ScaffoldedArticle["curated"]> {
    const exist = await Promise.all(curated.map(({ path }) => workspace.exists(uriIn(root, path))));
    return curated.filter((_, index) => exist[index]);
  }

  async function vocabularyEdit(site: Site, topics: readonly string[]): Promise<FileEdit | undefined> {
    const uri = site.model.topicsFor(undefined)?.uri;
    const file = uri === undefined ? undefined : await parts.subjects.at(uri);
    return file === undefined || isArticle(file) ? undefined : vocabularyWith(topics, { file, site, options });
  }
}

function archetypeIn({ model }: Site, { archetype: name, community, source }: NewArticleRequest): Archetype | Refusal {
  const { archetypes, communities } = model;
  const archetype = archetypes.find((one) => one.name === name);
  if (archetype === undefined) {
    const known = archetypes.map((one) => `\`${one.name}\``).join(", ");
    return { refused: `The site has no archetype \`${name}\`, only ${known}.` };
  }
  if (archetype.files.haveCommunities && community === undefined)
    return { refused: `Each \`${name}\` article belongs to a community. Say which.` };
  if (community !== undefined && !communities.bySlug.has(community)) {
    const slugs = [...communities.bySlug.keys()];
    const [meant] = rankByLikeness(community, slugs, String).ranked;
    const others = slugs.length > MOST_NAMED ? "" : ` It has ${slugs.map((slug) => `\`${slug}\``).join(", ")}.`;
    const hint = meant === undefined ? others : ` Is \`${meant}\` meant?`;
    return { refused: `The site has no community \`${community}\`.${hint}` };
  }
  if (archetype.sameAddresses.length > 0 && source === undefined)
    return { refused: `A \`${name}\` article needs the address of the page that it curates.` };
  if (source !== undefined && !isWebAddress(source.trim()))
    return { refused: `\`${source}\` is no web address such as \`https://example.org/page\`.` };
  return archetype;
}

/** More communities nobody wants to read in a line. */
const MOST_NAMED = 12;

/** No file system takes much longer names. */
const LONGEST_NAME = 120;

/**
 * Where an article belongs. One whose name is a UUID has that of its source, so that nobody writes it twice; where another
 * community has curated the same page under that name, that of its source and its community.
 */
function pathFor(
  { name, files, fileName }: Archetype,
  { community, source, title }: NewArticleRequest,
  index: SiteIndex,
): string | Refusal {
  const placeOf = (stem: string) => files.placeOf(stem, files.haveCommunities ? community : undefined);
  const isOthers = (stem: string) =>
    index.find("id", `${fileName?.path[0]}:${stem}`).some((page) => page.path !== placeOf(stem));
  const address = source?.trim();
  const uuid = fileName === undefined || address === undefined ? undefined : urlUuid(address);
  const own = uuid !== undefined && isOthers(uuid) ? urlUuid(`${address} ${community}`) : uuid;
  const stem = own ?? (slugify(title).slice(0, LONGEST_NAME).replace(/-+$/, "") || "untitled");
  const path = placeOf(stem);
  if (path !== undefined && isContent(path)) return path;
  return { refused: `Nobody can say where a new \`${name}\` article belongs: its \`files\` do not tell one place.` };
}
