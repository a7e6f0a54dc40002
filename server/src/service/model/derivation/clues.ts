import type { Path } from "../../document/node.ts";
import type { CommunityClues } from "../communityClues.ts";
import type { Derivation } from "./derivation.ts";

/** The clues that templates give, read backwards: those that hold a community's slug or name and nothing else that varies. */
export function cluesOf(path: Path, derivation: Derivation): CommunityClues {
  switch (derivation.kind) {
    case "template": {
      const { parts } = derivation.template;
      const [expression, ...others] = parts.filter((part) => typeof part !== "string");
      if (expression === undefined || others.length > 0 || expression.filters.length > 0) return NONE;
      const name = "name" in expression.start ? expression.start.name.join(".") : "";
      const pattern = (group: string) =>
        new RegExp(`^${parts.map((part) => (typeof part === "string" ? escaped(part) : group)).join("")}$`, "u");
      if (name === "community.slug") return { slugs: [{ path, pattern: pattern("([^/]+)") }], names: [] };
      return name === "community.name" ? { slugs: [], names: [{ path, pattern: pattern("(.+)") }] } : NONE;
    }
    case "list":
      return joined(derivation.items.map((item, index) => cluesOf([...path, index], item)));
    case "mapping":
      return joined(derivation.entries.map(([key, value]) => cluesOf([...path, key], value)));
    case "constant":
      return NONE;
  }
}

/** Several clues as one. */
export function joined(clues: readonly CommunityClues[]): CommunityClues {
  return { slugs: clues.flatMap(({ slugs }) => slugs), names: clues.flatMap(({ names }) => names) };
}

const NONE: CommunityClues = { slugs: [], names: [] };

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
