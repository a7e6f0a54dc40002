/**
 * The heading to which a link leads by the id that Hugo gives it, which is made of its text as on GitHub
 * (`markup.goldmark.parser.autoHeadingIDType`).
 *
 * @param headings in the order of the page
 */
export function headingWithId(id: string, headings: Iterable<Element>): Element | undefined {
  const taken = new Set<string>();
  for (const heading of headings) {
    const own = freeId(idOf(heading.textContent ?? ""), taken);
    if (own === id) return heading;
    taken.add(own);
  }
  return undefined;
}

function idOf(text: string): string {
  const kept = text.trim().replace(/[^\p{L}\p{Nd}_\- ]/gu, "");
  return kept.toLowerCase().replaceAll(" ", "-") || "heading";
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let count = 1;
  while (taken.has(`${id}-${count}`)) count++;
  return `${id}-${count}`;
}
