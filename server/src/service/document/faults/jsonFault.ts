import type { Span } from "../span.ts";

/** Values inside each other deeper than this are no front matter; the scan keeps a list of them. */
const DEEPEST = 10_000;

/**
 * Where a text stops being JSON (RFC 8259), as Hugo's reader (Go's `encoding/json`) sees it: the first token that cannot
 * stand where it stands. `undefined` where all of it is one JSON value.
 *
 * @param span where the JSON is in the text
 */
export function jsonFaultIn(text: string, { start, end }: Span): Span | undefined {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  for (let at = start; ; ) {
    at = behindSpace(text, at);
    if (at >= end) return expected === "end" ? undefined : { start: end, end };
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    const next: Expected | undefined = token === undefined ? undefined : follow(token, expected, open);
    if (token === undefined || next === undefined || open.length > DEEPEST)
      return { start: at, end: wordEnd(text, at) };
    expected = next;
    at += token.length;
  }
}

type Expected = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma" | "end";

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON takes none in a string.
  /[{}[\],:]|"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null/y;

/** What may come behind a token; `undefined` where the token may not come. */
function follow(token: string, expected: Expected, open: ("{" | "[")[]): Expected | undefined {
  const behindValue = (): Expected => (open.length === 0 ? "end" : "comma");
  const wantsValue = expected === "value" || expected === "value or ]";
  switch (token) {
    case "{":
    case "[":
      if (!wantsValue) return undefined;
      open.push(token);
      return token === "{" ? "key or }" : "value or ]";
    case "}":
    case "]": {
      const isEmpty = expected === (token === "}" ? "key or }" : "value or ]");
      const isLast = expected === "comma" && open.at(-1) === (token === "}" ? "{" : "[");
      if (!isEmpty && !isLast) return undefined;
      open.pop();
      return behindValue();
    }
    case ",":
      if (expected !== "comma") return undefined;
      return open.at(-1) === "{" ? "key" : "value";
    case ":":
      return expected === "colon" ? "value" : undefined;
    default:
      if (token.startsWith('"') && (expected === "key" || expected === "key or }")) return "colon";
      return wantsValue ? behindValue() : undefined;
  }
}

function behindSpace(text: string, from: number): number {
  let at = from;
  while (/[ \t\n\r]/.test(text[at] ?? "")) at++;
  return at;
}

/** The end of what stands at an offset, for marking it: a word, or one character. */
function wordEnd(text: string, at: number): number {
  const word = /[\p{L}\p{N}_.+-]+/uy;
  word.lastIndex = at;
  return at + (word.exec(text)?.[0].length ?? 1);
}
