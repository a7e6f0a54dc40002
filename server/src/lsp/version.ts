/** Put in by the bundler. */
declare const CURATED_CONTENT_VERSION: string | undefined;

/** The version of the package. */
export const version = typeof CURATED_CONTENT_VERSION === "string" ? CURATED_CONTENT_VERSION : "0.0.0-dev";
