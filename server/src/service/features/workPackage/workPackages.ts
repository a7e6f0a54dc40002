import type { JsonObject } from "../../document/jsonValue.ts";
import type { TextDocument } from "../../document/textDocument.ts";
import { isArticle } from "../../model/article.ts";
import type { Subjects } from "../../workspace/subjects.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { articleFacts, attachmentValue } from "./articleFacts.ts";
import { type KeyChange, refreshOf } from "./refresh.ts";
import { type Attachment, readWorkPackage, type WorkPackageSource } from "./workPackage.ts";

/** What a work package answers of what the author of a new article is asked. */
export interface WorkPackageAnswers {
  readonly title: string;
  readonly source: string | undefined;
  readonly topics: readonly string[];
  readonly authors: readonly string[];
  readonly description: string | undefined;
  readonly body: string | undefined;
  /** What it says of further keys. */
  readonly values: JsonObject;
  /** Its picture, to be fetched. */
  readonly image: Attachment | undefined;
}

/** Work packages of OpenProject, in which articles are prepared. */
export interface WorkPackages {
  readWorkPackage(source: WorkPackageSource): WorkPackageAnswers | Refusal;
  /** What an article says otherwise than its work package; `undefined` where a document is no article. */
  refreshFromWorkPackage(
    document: TextDocument,
    source: WorkPackageSource,
  ): Promise<readonly KeyChange[] | Refusal | undefined>;
}

export function createWorkPackages({ subjects }: { readonly subjects: Subjects }): WorkPackages {
  return {
    readWorkPackage(source) {
      const found = readWorkPackage(source);
      if (isRefusal(found)) return found;
      const { title, sourceUrl, cleanUrl, topics, description, body, image } = articleFacts(found);
      const { id, author, createdAt, updatedAt } = found;
      return {
        title,
        source: sourceUrl,
        topics,
        authors: author === undefined ? [] : [author],
        description,
        body,
        values: {
          id,
          ...(createdAt !== undefined && { date: createdAt }),
          ...(updatedAt !== undefined && { lastMod: updatedAt }),
          ...(cleanUrl !== undefined && { link: { href: cleanUrl }, openProjectCustomFields: { cleanUrl } }),
          ...(image !== undefined && { featuredImage: { wpAttachment: attachmentValue(image) } }),
        },
        image,
      };
    },
    async refreshFromWorkPackage(document, source) {
      const subject = await subjects.of(document);
      if (subject === undefined || !isArticle(subject)) return undefined;
      const found = readWorkPackage(source);
      return isRefusal(found) ? found : refreshOf(subject, found);
    },
  };
}
