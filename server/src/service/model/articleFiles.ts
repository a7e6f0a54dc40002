import { oncePerText } from "../document/oncePerText.ts";
import { globMatcher } from "./glob.ts";

/** Where the articles of an archetype are. All paths are below the site's root. */
export interface ArticleFiles {
  /** Whether a file at a path is one of them. */
  matches(path: string): boolean;
  /** Whether some of them may lie in a folder or below it. */
  mayLieIn(folder: string): boolean;
  /** The slug of the community in whose folder a path is; `undefined` where it is in none. */
  communityOf(path: string): string | undefined;
  /**
   * The path of a new file with a name, in a community's folder; `undefined` where no glob says where it would be.
   *
   * @param stem its name without `.md`
   */
  placeOf(stem: string, community: string | undefined): string | undefined;
  /** Whether each of them is in the folder of a community. */
  readonly haveCommunities: boolean;
  /** The folders whose folders are communities, where no part of their own path is a glob. */
  readonly communityFolders: readonly string[];
}

/**
 * Reads the globs of an archetype. The first `*` that stands for a whole folder stands for communities, unless a `**`
 * comes before it: then nobody can say which folder of a path it is.
 */
export function createArticleFiles(globs: readonly string[]): ArticleFiles {
  const sections = globs.flatMap((glob) => {
    const steps = glob.split("/");
    const index = steps.indexOf("*");
    const above = steps.slice(0, index);
    if (index === -1 || index === steps.length - 1 || above.includes("**")) return [];
    return [{ index, folder: above.join("/"), isAbove: index === 0 ? () => true : globMatcher([above.join("/")]) }];
  });
  const places = globs.map(folderMatcher);
  const matches = oncePerText(globMatcher(globs));
  return {
    matches,
    placeOf(stem, community) {
      const paths = globs.map((glob) => pathIn(glob, { stem, community }));
      return paths.find((path) => path !== undefined && matches(path));
    },
    haveCommunities: sections.length > 0,
    mayLieIn: (folder) => places.some((isPlace) => isPlace(folder)),
    communityOf: oncePerText((path) => {
      const steps = path.split("/");
      const section = sections.find(
        ({ index, isAbove }) => steps.length > index + 1 && isAbove(steps.slice(0, index).join("/")),
      );
      return section && steps[section.index];
    }),
    communityFolders: [
      ...new Set(sections.map(({ folder }) => folder).filter((folder) => !/[*?[\]{}()!]/.test(folder))),
    ],
  };
}

/** The path that a glob has for a file: its first star for a whole folder is the community, one in its last step the name. */
function pathIn(
  glob: string,
  { stem, community }: { readonly stem: string; readonly community: string | undefined },
): string | undefined {
  const steps = glob.split("/").filter((step) => step !== "**");
  const folder = steps.slice(0, -1).map((step, index, all) => {
    return step === "*" && community !== undefined && all.indexOf("*") === index ? community : step;
  });
  const name = (steps.at(-1) ?? "").replace(/\*+/, () => stem);
  const path = [...folder, name].join("/");
  // A folder that is a glob could be any.
  return /[*?{}()!]/.test([...folder, name.replace(stem, "")].join("/")) ? undefined : path;
}

/** Whether what a glob names may lie in a folder or below it. */
function folderMatcher(glob: string): (folder: string) => boolean {
  const steps = glob.split("/");
  // Behind a `**`, and from a brace on that is open over several folders, any folder will do.
  const open = steps.findIndex((step) => step === "**" || step.split("{").length !== step.split("}").length);
  // Without either, all but the last step, which names files.
  const known = steps.slice(0, open);
  const matchers = known.map((_, index) => globMatcher([known.slice(0, index + 1).join("/")]));
  return (folder) => {
    const names = folder.split("/");
    if (names.length > known.length && open === -1) return false;
    const compared = names.slice(0, known.length);
    return compared.length === 0 || matchers[compared.length - 1]?.(compared.join("/")) === true;
  };
}
