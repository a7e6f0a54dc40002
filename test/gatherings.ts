import { sampleSite } from "./sampleSite.ts";

/** The sample site whose archetype `event` is nothing but configuration. */
export const GATHERINGS = sampleSite("gatherings");
