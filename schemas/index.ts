import type { BuiltIns } from "../server/src/service/languageService.ts";
import {
  communitiesSchema,
  newsSchema,
  siteConfigSchema,
  topicsSchema,
  validateCommunities,
  validateNews,
  validateSiteConfig,
  validateTopics,
} from "./generated/validators.js";

/** The built-in schemas, compiled at build time by `scripts/compile-schemas.mjs`. */
export const builtIns: BuiltIns = {
  news: { schema: newsSchema, validate: validateNews },
  siteConfig: { schema: siteConfigSchema, validate: validateSiteConfig },
  communities: { schema: communitiesSchema, validate: validateCommunities },
  topics: { schema: topicsSchema, validate: validateTopics },
};
