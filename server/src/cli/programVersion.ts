/** Set by the bundler, from `package.json`. */
declare const CURATED_CONTENT_VERSION: string | undefined;

export function programVersion(): string {
  return typeof CURATED_CONTENT_VERSION === "string" ? CURATED_CONTENT_VERSION : "0.0.0";
}
