import type { StructuredDocument } from "../model/structuredDocument.ts";
import type { SiteFile } from "../workspace/siteFile.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { invalidValue } from "./invalid-value.ts";
import { missingKey } from "./missing-key.ts";
import { misspelledKey } from "./misspelled-key.ts";
import type { Rule } from "./rule.ts";
import { siteConfiguration } from "./site-configuration.ts";
import { unknownKey } from "./unknown-key.ts";
import { unusedTopic } from "./unused-topic.ts";
import { vocabularyDuplicate } from "./vocabulary-duplicate.ts";
import { vocabularyReplacement } from "./vocabulary-replacement.ts";
import { wrongType } from "./wrong-type.ts";
import { yamlSyntax } from "./yaml-syntax.ts";

/** The rules about the site's own files alone, by id. */
export const siteFileRules: readonly Rule<string, SiteFile>[] = [
  siteConfiguration,
  unusedTopic,
  vocabularyDuplicate,
  vocabularyReplacement,
];

/**
 * The rules that articles and the site's own files share, as they are for those files: what is wrong there is wrong for
 * all articles, and a key that nobody reads is a mistake. What a site says of a rule it says of its articles.
 */
export const sharedRules: readonly Rule<string, StructuredDocument>[] = [
  duplicateKey,
  { ...invalidValue, severity: "error" },
  missingKey,
  misspelledKey,
  { ...unknownKey, severity: "warning" },
  wrongType,
  yamlSyntax,
];
