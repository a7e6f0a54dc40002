import { URI } from "vscode-uri";
import type { Archetype } from "../../model/archetype.ts";
import { isArticle } from "../../model/article.ts";
import type { NewArticle } from "../../model/newArticle.ts";
import { createFactStore, type SiteIndex } from "../../model/siteIndex.ts";
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
import { archetypeFor, placeFor, unusedAnswer } from "./newPlace.ts";
import { newTopicsAmong, unknownTopic, vocabularyWith } from "./newTopics.ts";
import { type PickedImage, readPickedImage } from "./pickedImage.ts";
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
  const { workspace, sites, subjects, indexing, options } = parts;
  const siteOf = async (uri: string): Promise<Site> => {
    await subjects.index(uri);
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
    async newArticle(asked) {
      const request = wellFormed(asked);
      const site = await siteOf(placeIn(request.root));
      const { model } = site;
      const archetype = archetypeFor(request, model, indexOf(site));
      if (isRefusal(archetype)) return archetype;
      const template = await templateOf(archetype);
      const unused = unusedAnswer(request, archetypeChoice(archetype, { template, index: indexOf(site) }));
      if (unused !== undefined) return unused;
      const place = placeFor(archetype, request, indexOf(site));
      if (isRefusal(place)) return place;
      const topics = [...new Set((request.topics ?? []).map((topic) => topic.trim()))];
      const added = newTopicsAmong(topics, model.topicsFor(undefined));
      if (isRefusal(added)) return added;
      const [unknown] = added;
      if (unknown !== undefined && request.newTopics !== "add")
        return unknownTopic(unknown, model.topicsFor(undefined));
      const image = request.image === undefined ? undefined : await readPickedImage(workspace, request.image);
      if (image !== undefined && isRefusal(image)) return image;
      const name = archetype.scaffold && relativePath(model.root, archetype.scaffold);
      if (name !== undefined && template === undefined) return { refused: `\`${name}\` cannot be read.` };
      const made = await scaffold({
        site,
        archetype,
        community: request.community,
        path: place.path,
        answers: answersIn(request, topics, options.now()),
        image,
        template: name === undefined || template === undefined ? undefined : { text: template, name },
        options,
      });
      if (isRefusal(made)) return made;
      const copy = image && made.imageName && (await copyOf(image, `${place.folder}/${made.imageName}`, model.root));
      if (typeof copy === "object" && isRefusal(copy)) return copy;
      return {
        uri: made.article.uri,
        path: place.path,
        text: made.article.text,
        blanks: blanksOf(made.article),
        curated: await there(model.root, curatedBefore(made.article)),
        image: copy || undefined,
        vocabulary: added.length === 0 ? undefined : await vocabularyEdit(site, added),
      };
    },
  };

  /** The file to copy; none where that is at its place already, and a refusal where another one is. */
  async function copyOf(
    { uri }: PickedImage,
    path: string,
    root: string,
  ): Promise<ScaffoldedArticle["image"] | Refusal> {
    const to = uriIn(root, path);
    if (uri === URI.parse(to).toString()) return undefined;
    if (await workspace.exists(to)) return { refused: `There is a file \`${path}\` already.` };
    return { from: uri, to };
  }

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

/** Half a letter has no place in a file's name, nor in UTF-8. */
function wellFormed(request: NewArticleRequest): NewArticleRequest {
  const whole = (value: unknown): unknown =>
    typeof value === "string" ? value.replace(/\p{Cs}/gu, "\uFFFD") : Array.isArray(value) ? value.map(whole) : value;
  return Object.fromEntries(
    Object.entries(request).map(([key, value]) => [key, whole(value)]),
  ) as unknown as NewArticleRequest;
}

function answersIn(
  { title, source, authors = [], description, body, values }: NewArticleRequest,
  topics: readonly string[],
  now: number,
): Omit<NewArticle, "image"> {
  // A title is one line.
  const line = title.trim().replace(/\s+/g, " ");
  return { title: line, source: source?.trim(), topics, authors, description, body, values, now };
}
