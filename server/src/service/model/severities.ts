/** How serious a finding is, in LSP's words. */
export type Severity = "error" | "warning" | "information" | "hint";

export type SeveritySetting = Severity | "off";

/** What a site's configuration says of rules; a rule that is not named keeps its own severity. */
export interface SiteSeverities {
  readonly rules: ReadonlyMap<string, SeveritySetting>;
  /** What holds for some files only; of several that name a rule the last one counts. */
  readonly overrides: readonly Override[];
}

/** Other severities for some files (ESLint's word). */
export interface Override {
  /** Whether it is about the file at a path below the site's root. */
  matches(path: string): boolean;
  readonly rules: ReadonlyMap<string, SeveritySetting>;
}

/** What a site says of each rule for the file at a path below its root. */
export function severitiesFor(path: string, { rules, overrides }: SiteSeverities): SiteSeverities["rules"] {
  const own = overrides.filter((override) => override.matches(path));
  return own.length === 0
    ? rules
    : new Map([rules, ...own.map((override) => override.rules)].flatMap((map) => [...map]));
}
