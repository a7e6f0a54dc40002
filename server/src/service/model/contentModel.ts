import type { Archetype } from "./archetype.ts";
import type { Communities } from "./community.ts";
import type { Addressing } from "./hugo/addressing.ts";
import type { Markup } from "./hugo/markup.ts";
import type { Publication } from "./hugo/publication.ts";
import type { HugoVersion } from "./hugo/version.ts";
import type { SiteSeverities } from "./severities.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** All that is expected of the articles of one site. */
export interface ContentModel {
  /** The site's root folder, a URI without a slash at its end. */
  readonly root: string;
  /** The folders with articles, below the root, without slashes at their ends. */
  readonly content: readonly string[];
  /** Where the site keeps files that are not beside an article: folders below the root, without slashes at their ends. */
  readonly assetRoots: readonly string[];
  readonly archetypes: readonly Archetype[];
  readonly communities: Communities;
  /**
   * The topics that the article at a path may choose from, as others list or use them; `undefined` while none are known:
   * then any will do.
   */
  topicsFor(path: string | undefined): Vocabulary | undefined;
  /** The address of the site's OpenProject, without a slash at its end; `undefined` where the site does not say it. */
  readonly openProject: string | undefined;
  /** Whose reading of front matter counts. */
  readonly hugo: HugoVersion;
  /** Where its pages are on the site. */
  readonly addressing: Addressing;
  /** What becomes of the bodies of its pages. */
  readonly markup: Markup;
  readonly publication: Publication;
  readonly severities: SiteSeverities;
}
