import { bodyActiveContent } from "./body-active-content.ts";
import { bodyEmpty } from "./body-empty.ts";
import { bodyEventHandler } from "./body-event-handler.ts";
import { bodyImageAlt } from "./body-image-alt.ts";
import { bodyUnsafeUrl } from "./body-unsafe-url.ts";
import { breadcrumbLabels } from "./breadcrumb-labels.ts";
import { breadcrumbLinks } from "./breadcrumb-links.ts";
import { breadcrumbStructure } from "./breadcrumb-structure.ts";
import { breadcrumbTarget } from "./breadcrumb-target.ts";
import { communityPage } from "./community-page.ts";
import { dateFormat } from "./date-format.ts";
import { dateOrder } from "./date-order.ts";
import { derivedValue } from "./derived-value.ts";
import { descriptionLength } from "./description-length.ts";
import { descriptionPlainText } from "./description-plain-text.ts";
import { duplicateAlias } from "./duplicate-alias.ts";
import { duplicateId } from "./duplicate-id.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { duplicateLink } from "./duplicate-link.ts";
import { duplicatePermalink } from "./duplicate-permalink.ts";
import { fileName } from "./file-name.ts";
import { futureDate } from "./future-date.ts";
import { hugoAliases } from "./hugo-aliases.ts";
import { hugoDraft } from "./hugo-draft.ts";
import { hugoDroppedValue } from "./hugo-dropped-value.ts";
import { hugoRefusedValue } from "./hugo-refused-value.ts";
import { hugoReservedKey } from "./hugo-reserved-key.ts";
import { hugoSlug } from "./hugo-slug.ts";
import { hugoTurnsValue } from "./hugo-turns-value.ts";
import { imageMissing } from "./image-missing.ts";
import { imageOutside } from "./image-outside.ts";
import { imageUnreadable } from "./image-unreadable.ts";
import { invalidValue } from "./invalid-value.ts";
import { linkMismatch } from "./link-mismatch.ts";
import { medigyTopics } from "./medigy-topics.ts";
import { missingFrontMatter } from "./missing-front-matter.ts";
import { missingKey } from "./missing-key.ts";
import { misspelledKey } from "./misspelled-key.ts";
import type { Rule, RuleDescription } from "./rule.ts";
import { shadowedAlias } from "./shadowed-alias.ts";
import { siteFileRules } from "./siteFileRules.ts";
import { titlePlainText } from "./title-plain-text.ts";
import { topicAlternativeLabel } from "./topic-alternative-label.ts";
import { topicDuplicate } from "./topic-duplicate.ts";
import { topicRetired } from "./topic-retired.ts";
import { topicScheme } from "./topic-scheme.ts";
import { topicUnquoted } from "./topic-unquoted.ts";
import { uncheckedBody } from "./unchecked-body.ts";
import { uncheckedFrontMatter } from "./unchecked-front-matter.ts";
import { unknownCommunity } from "./unknown-community.ts";
import { unknownKey } from "./unknown-key.ts";
import { unknownRule } from "./unknown-rule.ts";
import { unknownTopic } from "./unknown-topic.ts";
import { unparsableDate } from "./unparsable-date.ts";
import { unpublishedPage } from "./unpublished-page.ts";
import { unusedSuppression } from "./unused-suppression.ts";
import { wrongType } from "./wrong-type.ts";
import { yamlSyntax } from "./yaml-syntax.ts";

/** The rules about articles, by id. */
export const articleRules: readonly Rule[] = [
  bodyActiveContent,
  bodyEmpty,
  bodyEventHandler,
  bodyImageAlt,
  bodyUnsafeUrl,
  breadcrumbLabels,
  breadcrumbLinks,
  breadcrumbStructure,
  breadcrumbTarget,
  communityPage,
  dateFormat,
  dateOrder,
  derivedValue,
  descriptionLength,
  descriptionPlainText,
  duplicateAlias,
  duplicateId,
  duplicateKey,
  duplicateLink,
  duplicatePermalink,
  fileName,
  futureDate,
  hugoAliases,
  hugoDraft,
  hugoDroppedValue,
  hugoRefusedValue,
  hugoReservedKey,
  hugoSlug,
  hugoTurnsValue,
  imageMissing,
  imageOutside,
  imageUnreadable,
  invalidValue,
  linkMismatch,
  medigyTopics,
  missingFrontMatter,
  missingKey,
  misspelledKey,
  shadowedAlias,
  titlePlainText,
  topicAlternativeLabel,
  topicDuplicate,
  topicRetired,
  topicScheme,
  topicUnquoted,
  uncheckedBody,
  uncheckedFrontMatter,
  unknownCommunity,
  unknownKey,
  unknownRule,
  unknownTopic,
  unparsableDate,
  unpublishedPage,
  unusedSuppression,
  wrongType,
  yamlSyntax,
];

/** Every rule, by id. Documentation, settings and tests follow from this list. */
export const rules: readonly RuleDescription[] = [...articleRules, ...siteFileRules].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);
