import { pathWithin } from "./pathWithin.ts";

/** A text on one line that cannot steer the terminal: line breaks become spaces, control characters are spelt out. */
export function oneLine(text: string): string {
  return printable(
    text
      .split(/[\r\n]+/)
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .join(" "),
  );
}

/** A path as people read it: relative to `cwd` where it is below, else absolute. */
export function displayPath(path: string, cwd: string): string {
  return printable(pathWithin(cwd, path) || path);
}

/** A text with its control characters spelt out, those of writing direction too: names and values may hold any. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, "0");
    return `\\u${code}`;
  });
}
