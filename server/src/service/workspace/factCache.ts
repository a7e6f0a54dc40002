import type { PageFacts } from "../model/facts.ts";
import type { SiteKey } from "./site.ts";

/** Where the facts of a site's pages are kept from one session to the next. Never rejects: what is not known is read. */
export interface FactCache {
  /** The pages that are known, and whose files have not changed since. */
  recall(site: SiteKey): Promise<readonly KeptPage[]>;
  /** Keeps the pages of a site, in the place of those that were kept before. */
  keep(site: SiteKey, pages: Iterable<KeptPage>): Promise<void>;
}

export interface KeptPage {
  readonly facts: PageFacts;
  /** What its file looked like before they were read (`FileStart`). */
  readonly stamp: string;
}
