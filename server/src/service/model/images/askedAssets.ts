import type { Asset, Assets } from "./assets.ts";

/** What was found behind hrefs: what it was, by the href. */
export type Found = readonly (readonly [href: string, asset: Asset | undefined])[];

/** Files that remember who looked for which. */
export interface AskedAssets extends Assets {
  /** What was found; `undefined` where somebody looked through the names of several images. */
  found(): Found | undefined;
}

/** The same files, that remember what they were asked. */
export function createAskedAssets(assets: Assets): AskedAssets {
  const found = new Map<string, Asset | undefined>();
  let isListed = false;
  return {
    get names() {
      const { names } = assets;
      if (names.length > 0) isListed = true;
      return names;
    },
    find(href) {
      const asset = assets.find(href);
      found.set(href, asset);
      return asset;
    },
    uriOf: assets.uriOf,
    found: () => (isListed ? undefined : [...found]),
  };
}
