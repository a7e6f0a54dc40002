/** A key at the start of a line's text, with its colon. */
export const KEY =
  /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?![:?](?:\s|$))[^\s'"#[\]{},&*!|>%@`-](?:[^\s:]|:(?=[^ \t])|[ \t]+(?![\s#:]))*)[ \t]*:(?:[ \t]|$)/;

/** The name of a key that is written with its colon, perhaps in quotes. */
export function keyName(keyAndColon: string): string {
  return keyAndColon.replace(/\s*:\s*$/, "").replace(/^(["'])(.*)\1$/, "$2");
}

const HASH = 35;

const BLANK_OR_COMMENT = /^[ \t]*(?:#|$)/;

export function isBlankOrComment(line: string): boolean {
  // Most lines start with a letter, and are told without a pattern.
  return !(line.charCodeAt(0) > HASH) && BLANK_OR_COMMENT.test(line);
}

/** Whether a line's text starts with the dash of a list item. */
export function isItem(text: string): boolean {
  return text.startsWith("-") && /^-(?:\s|$)/.test(text);
}

/** What stands before the comment of a line. */
export function withoutComment(line: string): string {
  return (line.split(/(?<=\s)#/, 1)[0] ?? "").trimEnd();
}
