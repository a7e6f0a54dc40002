import type { PageFacts } from "../model/facts.ts";
import { usedTopics } from "../model/usedTopics.ts";
import { nameCommunities, type Witness } from "../model/witness.ts";
import type { DiskFacts } from "./diskFacts.ts";
import type { Site } from "./site.ts";

/** What the articles of a site teach of it: topics and names of communities, where it does not list them. */
export interface Learning {
  /**
   * A site with what its files teach; the same one as long as they teach nothing else. Until all are read it is what they
   * taught before, which is nearer to the truth than nothing.
   */
  taught(site: Site, facts: DiskFacts | undefined): Site;
}

/** Adds to a site what it does not list. */
type Lesson = (site: Site) => Site;

export function createLearning(): Learning {
  const known = new Map<string, { readonly facts: DiskFacts; readonly number: number; readonly lesson: Lesson }>();
  return {
    taught(site, facts) {
      if (site.unlisted.size === 0) return site;
      const { root } = site.model;
      const before = known.get(root);
      const isNew = facts?.isWhole === true && (before?.facts !== facts || before.number !== facts.lesson);
      if (!isNew) return before?.lesson(site) ?? site;
      const lesson = lessonOf(site, facts);
      known.set(root, { facts, number: facts.lesson, lesson });
      return lesson(site);
    },
  };
}

function lessonOf({ model }: Site, facts: DiskFacts): Lesson {
  const { archetypes } = model;
  const witnesses = new Map<string, Witness>();
  for (const page of facts.all()) {
    const witness = witnessIn(page, (path, name) =>
      archetypes.find((archetype) => archetype.name === name)?.files.communityOf(path),
    );
    if (witness !== undefined) witnesses.set(page.path, witness);
  }
  const topicsFor = usedTopics(witnesses);
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

/** What an article says; of its community only where its folder names it. */
function witnessIn(
  { path, article }: PageFacts,
  communityOf: (path: string, archetype: string) => string | undefined,
): Witness | undefined {
  if (article === undefined) return undefined;
  const { archetype, communityName: name, topics } = article;
  const slug = communityOf(path, archetype);
  return { topics, ...(slug !== undefined && { slug, ...(name !== undefined && { name }) }) };
}
