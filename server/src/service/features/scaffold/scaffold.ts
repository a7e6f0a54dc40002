import { type JsonObject, valueAt } from "../../document/jsonValue.ts";
import type { Archetype } from "../../model/archetype.ts";
import { type Article, archetypeOf, disagreementAt, isArticle } from "../../model/article.ts";
import { createCommunity } from "../../model/community.ts";
import { utcDateTime } from "../../model/dates/dateTime.ts";
import { factValue } from "../../model/derivation/derivation.ts";
import type { NewArticle } from "../../model/newArticle.ts";
import { stemOf } from "../../model/stem.ts";
import type { Site } from "../../workspace/site.ts";
import { readSubject, type SubjectOptions } from "../../workspace/subject.ts";
import { uriIn } from "../../workspace/uri.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { completedValues } from "./completedValues.ts";
import { imageNameFor, type PickedImage, withImage } from "./pickedImage.ts";
import { filledIn, startValues } from "./startValues.ts";
import { emptyStart, type LookUp, templateStart } from "./template.ts";

/** What an article is made of. */
export interface ScaffoldParts {
  readonly site: Site;
  readonly archetype: Archetype;
  /** The slug of its community. */
  readonly community: string | undefined;
  /** Where its file will be below the site's root. */
  readonly path: string;
  readonly answers: Omit<NewArticle, "image">;
  readonly image: PickedImage | undefined;
  /** The text of the file that it starts from, and what that is called. */
  readonly template: { readonly text: string; readonly name: string } | undefined;
  readonly options: SubjectOptions;
}

/** An article that is written nowhere yet. */
export interface Scaffolded {
  readonly article: Article;
  /** The name of its image's file. */
  readonly imageName: string | undefined;
}

/** Writes an article: from its template where it has one, else in the house style. */
export async function scaffold(parts: ScaffoldParts): Promise<Scaffolded | Refusal> {
  const stem = stemOf(parts.path);
  const imageName = parts.image && imageNameFor(stem, parts.archetype, parts.image);
  const made = await scaffoldWith(parts, imageName);
  const [imagePath] = parts.archetype.images;
  if (isRefusal(made)) return made;
  const recognised = archetypeOf(parts.path, made.article.value, parts.site.model);
  if (recognised?.name !== parts.archetype.name) {
    const [found, wanted] = [recognised?.name, parts.archetype.name];
    return { refused: `At \`${parts.path}\` an article is of archetype \`${found}\`, not \`${wanted}\`.` };
  }
  if (imagePath === undefined || imageName === undefined) return made;
  // Where a site says what the file is to be called, it is.
  const expected = disagreementAt(made.article, imagePath);
  return typeof expected === "string" && !expected.includes("/") ? scaffoldWith(parts, expected) : made;
}

async function scaffoldWith(parts: ScaffoldParts, imageName: string | undefined): Promise<Scaffolded | Refusal> {
  const { archetype, answers, image, template } = parts;
  const article: NewArticle = {
    ...answers,
    image: image && imageName !== undefined ? { name: imageName, picked: image.picked } : undefined,
  };
  const given = lookUpIn(parts, article);
  const start =
    template === undefined ? emptyStart(answers.body ?? "") : templateStart(template.text, template.name, given);
  if (isRefusal(start)) return start;
  const read = (text: string): Promise<Article> => readArticle(parts, text, imageName);
  // Only what a recogniser of articles needs is in this one.
  const first = filledIn(start.values, startValues(archetype, article));
  const values = await completedValues(first, (some) => read(emptyStart("").write(some, given)));
  const text = start.write(values, (name) => given(name) ?? valueAt(values, name));
  return { article: await read(text), imageName };
}

async function readArticle(
  { site, archetype, path, image, options }: ScaffoldParts,
  text: string,
  imageName: string | undefined,
): Promise<Article> {
  const { assets } = options;
  const withPicked: SubjectOptions["assets"] =
    image === undefined || imageName === undefined
      ? assets
      : { ...assets, of: (uri, model) => withImage(assets.of(uri, model), imageName, image) };
  const uri = uriIn(site.model.root, path);
  const own = { ...site, model: { ...site.model, archetypes: [archetype] } };
  const subject = await readSubject({ uri, text, before: undefined, problems: [] }, own, {
    ...options,
    assets: withPicked,
  });
  if (subject === undefined || !isArticle(subject)) throw new Error(`${path} is no article of ${archetype.name}.`);
  await assets.load(subject);
  return subject;
}

/** What a template may name besides keys. */
function lookUpIn({ site, community, path }: ScaffoldParts, article: NewArticle): LookUp {
  const { title, source, topics, authors, description, body, now, image } = article;
  const listed = community === undefined ? undefined : site.model.communities.bySlug.get(community);
  const facts = {
    stem: stemOf(path),
    path,
    community: community === undefined ? undefined : (listed ?? createCommunity(community, {})),
  };
  const answers: JsonObject = {
    title,
    topics,
    author: authors,
    ...(source !== undefined && { source }),
    ...(description !== undefined && { description }),
    ...(body !== undefined && { body }),
    ...(image !== undefined && { image: image.name }),
    // To the second, as Hugo has it: finer ones many schemas refuse.
    date: utcDateTime(Math.floor(now / 1000) * 1000, "least") ?? "",
  };
  return (name) => factValue(facts, name) ?? valueAt(answers, name);
}
