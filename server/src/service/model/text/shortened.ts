/**
 * A text on one line, and not longer than there is room for.
 *
 * @param longest in UTF-16 code units, the dots that say that it goes on among them
 */
export function shortened(text: string, longest: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  return `${line
    .slice(0, longest - 1)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd()}…`;
}
