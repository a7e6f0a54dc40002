import type { PageFacts } from "../model/facts.ts";

/** Where the facts of a site's pages are kept from one session to the next. Never rejects: what is not known is read. */
export interface FactCache {
  /** The pages that are known, and whose files have not changed since. */
  recall(site: KeptSite): Promise<readonly KeptPage[]>;
  /** Keeps the pages of a site, in the place of those that were kept before. */
  keep(site: KeptSite, pages: Iterable<KeptPage>): Promise<void>;
}

/** A site, and what the facts of its pages depend on beside their files. */
export interface KeptSite {
  /** A URI without a slash at its end. */
  readonly root: string;
  readonly fingerprint: string;
}

export interface KeptPage {
  readonly facts: PageFacts;
  /** What its file looked like before they were read (`FileStart`). */
  readonly stamp: string;
}
