import { parse, TomlError } from "smol-toml";
import { lineAt } from "../lines.ts";
import type { Span } from "../span.ts";

/**
 * The line where a text stops being TOML 1.0, without the space around it; `undefined` where all of it can be read.
 *
 * @param content where the TOML is in the text
 */
export function tomlFaultIn(text: string, { start, end }: Span): Span | undefined {
  try {
    parse(text.slice(start, end), { integersAsBigInt: "asNeeded" });
    return undefined;
  } catch (error) {
    // What else it throws is of its own making, as when values nest too deeply for it.
    const number = error instanceof TomlError ? error.line : 1;
    return nthLine(text, start, number);
  }
}

function nthLine(text: string, from: number, number: number): Span {
  let line = lineAt(text, from);
  for (let left = number; left > 1 && line.next < text.length; left--) line = lineAt(text, line.next);
  const start = Math.max(from, line.start + line.text.search(/\S|$/));
  return { start, end: Math.max(start, line.start + line.text.trimEnd().length) };
}
