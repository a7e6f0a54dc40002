import { createHash } from "node:crypto";

/** A short text that differs where contents do. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url");
}
