import { applyEdits, type Span } from "../span.ts";

/**
 * A text with each of Hugo's shortcodes, as `{{< figure src="a" >}}`, replaced by as many letters: they are no HTML, and
 * Hugo too puts a word into their place before it reads Markdown. What stands between two that belong together stays.
 */
export function withoutShortcodes(text: string): string {
  const edits = Array.from(shortcodesIn(text), ({ start, end }) => ({ start, end, newText: "x".repeat(end - start) }));
  return applyEdits(text, edits);
}

function* shortcodesIn(text: string): Generator<Span> {
  const opener = /\{\{[<%]/g;
  // What is never closed is looked for once, not from each opener again.
  const unclosed = new Set<string>();
  for (let found = opener.exec(text); found !== null; found = opener.exec(text)) {
    const closer = found[0] === "{{<" ? ">}}" : "%}}";
    const closed = unclosed.has(closer) ? -1 : text.indexOf(closer, opener.lastIndex);
    if (closed === -1) {
      unclosed.add(closer);
      continue;
    }
    opener.lastIndex = closed + closer.length;
    yield { start: found.index, end: opener.lastIndex };
  }
}
