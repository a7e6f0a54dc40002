import type { JsonValue } from "../document/jsonValue.ts";
import type { Path } from "../document/node.ts";

/** Keys of an article that name its community, for an article whose place does not. */
export interface CommunityClues {
  readonly slugs: readonly Clue[];
  readonly names: readonly Clue[];
}

/** A key, and a pattern whose group is what it says of the community. */
export interface Clue {
  readonly path: Path;
  readonly pattern: RegExp;
}

/** What an article's keys say. */
export function said(clues: readonly Clue[], value: (path: Path) => JsonValue | undefined): readonly string[] {
  return clues.flatMap((clue) => saidBy(clue, value) ?? []);
}

/** What one key says. */
export function saidBy({ path, pattern }: Clue, value: (path: Path) => JsonValue | undefined): string | undefined {
  const found = value(path);
  return typeof found === "string" ? pattern.exec(found)?.[1] : undefined;
}
