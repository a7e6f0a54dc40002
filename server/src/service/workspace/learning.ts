import { parseFrontMatter } from "../document/frontMatter.ts";
import type { Archetype } from "../model/archetype.ts";
import { vocabularyKeys } from "../model/terms.ts";
import { usedTopics } from "../model/usedTopics.ts";
import { nameCommunities, type Witness, witnessOf } from "../model/witness.ts";
import { articlePaths, isArticlePath, uriIn } from "./articlePaths.ts";
import type { Site } from "./site.ts";
import { relativePath } from "./siteRoot.ts";
import type { Log, Workspace } from "./workspace.ts";

/** What articles teach of their sites: topics and names of communities, where a site does not list them. */
export interface Learning {
  /** A site with what its articles taught so far; the same one as long as they teach nothing else. */
  taught(site: Site): Site;
  /** Reads the articles of a site that does not list everything, once. */
  learn(site: Site): Promise<void>;
  /** Reads an article that has changed again, in its own time. */
  didChangeFile(uri: string): void;
  /** Has a function called whenever articles taught something else. */
  onDidLearn(listener: () => void): void;
}

/** More articles than are needed to know how a site writes; the others teach nothing. */
const MOST_ARTICLES = 2000;

/** So many are read at a time: what an author waits for comes in between. */
const AT_ONCE = 4;

/** Larger front matter is not read anywhere; in bytes. */
const HEAD = 64 * 1024;

/** The articles of a site as far as they are read. */
interface Course {
  readonly site: Site;
  readonly witnesses: Map<string, Witness>;
  /** The paths of those that are still to be read. */
  readonly pending: Set<string>;
  isWhole: boolean;
  /** What they taught, once all were read; until then what they taught before, which is nearer to the truth than nothing. */
  lesson: Lesson | undefined;
  isStale: boolean;
  /** What is under way. */
  running: Promise<void> | undefined;
}

/** Adds to a site what it does not list. */
type Lesson = (site: Site) => Site;

export function createLearning({ workspace, log, now }: LearningOptions): Learning {
  const courses = new Map<string, Course>();
  const listeners: (() => void)[] = [];
  const isCurrent = (course: Course) => courses.get(course.site.model.root) === course;

  const begin = async (course: Course): Promise<void> => {
    const started = now();
    const { root, archetypes } = course.site.model;
    const teaching = archetypes.filter((archetype) => teaches(archetype, course.site));
    const folders = await articlePaths(workspace, root, teaching);
    const count = folders.reduce((sum, { length }) => sum + length, 0);
    course.isWhole = count <= MOST_ARTICLES;
    if (!course.isWhole)
      log.warn(`Site ${root}: it has ${count} articles; only ${MOST_ARTICLES} of them are learned from.`);
    for (const path of inTurns(folders, MOST_ARTICLES)) course.pending.add(path);
    await read(course);
    if (!isCurrent(course)) return;
    const topics = course.lesson?.(course.site).model.topicsFor(undefined)?.terms.length ?? 0;
    const communities = new Set([...course.witnesses.values()].flatMap(({ slug }) => slug ?? [])).size;
    const what = `${topics} topics and ${communities} communities of ${course.witnesses.size} articles`;
    log.info(`Site ${root}: learned ${what} in ${Math.round(now() - started)} ms.`);
  };
  const read = async (course: Course): Promise<void> => {
    let isNew = course.isStale;
    const readPending = async (): Promise<void> => {
      for (const path of course.pending) {
        course.pending.delete(path);
        const hasChanged = await readWitness(course, path);
        isNew ||= hasChanged;
        // The site is another now, and is learned anew.
        if (!isCurrent(course)) course.pending.clear();
      }
    };
    while (course.pending.size > 0) await Promise.all(Array.from({ length: AT_ONCE }, readPending));
    course.running = undefined;
    if (!isNew || !isCurrent(course)) return;
    course.isStale = false;
    course.lesson = lessonOf(course);
    for (const listener of listeners) listener();
  };
  /** @returns whether it says something else than before */
  const readWitness = async ({ site: { model }, witnesses }: Course, path: string): Promise<boolean> => {
    const text = await workspace.readStart(uriIn(model.root, path), HEAD);
    const frontMatter = text === undefined ? undefined : parseFrontMatter(text, undefined, model.hugo.yamlReader);
    const witness = witnessOf(path, frontMatter, model);
    if (witness === undefined) return witnesses.delete(path);
    const said = JSON.stringify(witness);
    if (said === JSON.stringify(witnesses.get(path))) return false;
    // A part of a string keeps the whole in memory; this is a string of its own.
    witnesses.set(path, JSON.parse(said) as Witness);
    return true;
  };

  return {
    taught: (site) => courses.get(site.model.root)?.lesson?.(site) ?? site,
    async learn(site) {
      const { root } = site.model;
      const known = courses.get(root);
      if (known?.site === site) return known.running;
      courses.delete(root);
      if (site.unlisted.size === 0) return;
      const lesson = known?.lesson;
      const course: Course = {
        site,
        witnesses: new Map(),
        pending: new Set(),
        isWhole: true,
        lesson,
        isStale: lesson !== undefined,
        running: undefined,
      };
      courses.set(root, course);
      course.running = begin(course);
      return course.running;
    },
    didChangeFile(uri) {
      for (const course of courses.values()) {
        const { root, archetypes } = course.site.model;
        const path = relativePath(root, uri);
        if (path === undefined || !isArticlePath(path, archetypes)) continue;
        if (!course.witnesses.has(path) && course.witnesses.size >= MOST_ARTICLES) {
          course.isWhole = false;
          continue;
        }
        course.pending.add(path);
        course.running ??= read(course);
      }
    },
    onDidLearn: (listener) => void listeners.push(listener),
  };
}

interface LearningOptions {
  readonly workspace: Workspace;
  readonly log: Log;
  /** The time in milliseconds. */
  now(): number;
}

/** Whether articles of an archetype say anything that a site does not list. */
function teaches(archetype: Archetype, { unlisted }: Site): boolean {
  const teachesTopics = unlisted.has("topics") && vocabularyKeys(archetype).length > 0;
  return teachesTopics || (unlisted.has("communities") && archetype.communityClues.names.length > 0);
}

/** Some of the items of groups, of each as many as of the others as far as it has them. */
function* inTurns<T>(groups: readonly (readonly T[])[], most: number): Generator<T> {
  let left = most;
  for (let index = 0; left > 0; index++) {
    const turn = groups.flatMap((group) => group.slice(index, index + 1)).slice(0, left);
    if (turn.length === 0) return;
    left -= turn.length;
    yield* turn;
  }
}

function lessonOf({ witnesses: read, isWhole }: Course): Lesson {
  const witnesses = new Map(read);
  const topicsFor = usedTopics(witnesses, isWhole ? "use" : "partOfUse");
  const taught = new WeakMap<Site, Site>();
  return (site) => {
    const known = taught.get(site) ?? {
      ...site,
      model: {
        ...site.model,
        ...(site.unlisted.has("topics") && { topicsFor }),
        ...(site.unlisted.has("communities") && {
          communities: nameCommunities(site.model.communities, witnesses),
        }),
      },
    };
    taught.set(site, known);
    return known;
  };
}
