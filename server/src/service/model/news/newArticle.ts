import type { JsonObject } from "../../document/jsonValue.ts";
import type { NewArticle } from "../newArticle.ts";

/** An author who picks a picture has looked at it; what file it was, the work package says, too. */
export function startsWith({ image }: NewArticle): JsonObject {
  if (image === undefined) return { featuredImage: { valid: false } };
  return { featuredImage: { valid: true, wpAttachment: { fileName: image.picked } } };
}
