import type { Block } from "../block.ts";
import type { SyntaxProblem } from "../syntaxProblem.ts";
import { jsonFaultIn } from "./jsonFault.ts";
import { tomlFaultIn } from "./tomlFault.ts";

/** Where front matter in TOML or JSON stops being that, so that Hugo stops the build; the first place only. */
export function formatFaults(text: string, { format, opener, content, closer }: Block): readonly SyntaxProblem[] {
  if (format === "json") {
    const fault = jsonFaultIn(text, content);
    return fault === undefined ? [] : [{ code: "notJson", ...fault }];
  }
  if (format !== "toml") return [];
  if (closer === undefined) return [{ code: "unclosedToml", ...opener }];
  const fault = tomlFaultIn(text, content);
  return fault === undefined ? [] : [{ code: "notToml", ...fault }];
}
