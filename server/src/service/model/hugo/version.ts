import type { YamlReader } from "../../document/plainScalar.ts";

/** A version of Hugo, and what in its reading of front matter other versions do otherwise. */
export interface HugoVersion {
  /** As its makers write it, without `v`. */
  readonly version: string;
  /** Who reads its YAML: go-yaml v2 up to 0.151, goccy/go-yaml from 0.152 on. */
  readonly yamlReader: YamlReader;
  /**
   * Whether front matter fills a page configuration (from 0.123 on): `params` are merged with the keys beside them, and
   * `path`, `kind`, `lang`, `build`, `cascade` and `markup` have a fixed meaning, so that a wrong value stops the build.
   */
  readonly hasPageConfig: boolean;
  /** Whether a date that Hugo cannot read stops the build (from 0.136 on); before, there was no date then. */
  readonly refusesBadDates: boolean;
}

/**
 * The version that a text names: `0.147.6`, `v0.147`, `0.147.6+extended`.
 *
 * @returns `undefined` where it names none
 */
export function hugoVersionOf(text: string): HugoVersion | undefined {
  const [, version, major, digits] = /^v?((\d+)\.(\d+)(?:\.\d+)?)(?:[+-]\S*)?$/.exec(text.trim()) ?? [];
  if (version === undefined) return undefined;
  const minor = Number(major) > 0 ? Number.POSITIVE_INFINITY : Number(digits);
  return {
    version,
    yamlReader: minor < 152 ? "go-yaml-v2" : "goccy",
    hasPageConfig: minor >= 123,
    refusesBadDates: minor >= 136,
  };
}

/** Whose reading counts where a site does not say: the newest that was measured. All up to 0.151 read as it does. */
export const DEFAULT_HUGO: HugoVersion = {
  version: "0.147.6",
  yamlReader: "go-yaml-v2",
  hasPageConfig: true,
  refusesBadDates: true,
};
