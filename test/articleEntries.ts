import type { Span } from "../server/src/service/document/span.ts";

// Changes of an article in the house style: two blanks for each level, items at the column of their key.

/** A change of an article; `undefined` where it has no place for it. */
type Change = (article: string) => string | undefined;

/** Changes the source of an entry, key and all, found by its path with dots. */
export function entry(path: string, change: (source: string) => string | undefined): Change {
  return (article) => {
    const found = entryAt(article, path);
    const source = found && article.slice(found.start, found.end);
    const changed = source === undefined ? undefined : change(source);
    if (found === undefined || changed === undefined || changed === source) return undefined;
    return article.slice(0, found.start) + changed + article.slice(found.end);
  };
}

/** Where an entry stands, its lines whole. */
export function entryAt(article: string, path: string): Span | undefined {
  let span: Span = { start: 0, end: article.indexOf("\n---\n") + 1 };
  for (const [depth, name] of path.split(".").entries()) {
    const indent = "  ".repeat(depth);
    const lines = new RegExp(`^${indent}${name}:.*\\n(?:(?:${indent} |${indent}- ).*\\n)*`, "m");
    const found = lines.exec(article.slice(span.start, span.end));
    if (found === null) return undefined;
    const start = span.start + found.index;
    span = { start, end: start + found[0].length };
  }
  return span;
}

export function gone(path: string): Change {
  return entry(path, () => "");
}

export function inSource(path: string, part: string | RegExp, by: string): Change {
  return entry(path, (source) => source.replace(part, by));
}

export function renamed(path: string, change: (key: string) => string): Change {
  return entry(path, (source) => source.replace(/\w+/, change));
}

/** Changes the text of a value on one line, within its quotes. */
export function inValue(path: string, change: (value: string) => string): Change {
  return entry(path, (source) => {
    const [, key = "", quote = "", value] = /^( *\w+: )('?)(.+)\2\n$/.exec(source) ?? [];
    return value === undefined ? undefined : `${key}${quote}${change(value)}${quote}\n`;
  });
}

/** Changes the lines of a list's items. */
export function inList(path: string, change: (items: readonly string[]) => readonly string[]): Change {
  return entry(path, (source) => {
    const [key = "", ...items] = source.split(/(?<=\n)/);
    return items.length === 0 ? undefined : [key, ...change(items)].join("");
  });
}

export function inItem(path: string, index: number, change: (item: string) => string): Change {
  return inList(path, (items) => items.map((item, at) => (at === index ? change(item) : item)));
}
