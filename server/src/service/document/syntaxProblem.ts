import type { Span } from "./span.ts";

/** Every way in which front matter can fail to be YAML, TOML or JSON that Hugo reads. The words for them are in rule `yaml-syntax`. */
export type SyntaxCode =
  | "aliasBomb"
  | "badEscape"
  | "badIndent"
  | "badMerge"
  | "blockHeader"
  | "colonInValue"
  | "controlCharacter"
  | "dashInItem"
  | "listInLine"
  | "missingColon"
  | "missingDash"
  | "missingSpace"
  | "notAMapping"
  | "notJson"
  | "notToml"
  | "notYaml"
  | "reservedStart"
  | "tabIndent"
  | "textAfterBracket"
  | "textAfterQuote"
  | "tooDeep"
  | "unclosedBlock"
  | "unclosedBracket"
  | "unclosedQuote"
  | "unclosedToml"
  | "unknownAnchor";

/** One fault of the YAML text, at the token that causes it. */
export interface SyntaxProblem extends Span {
  readonly code: SyntaxCode;
  /** The whole value that holds the fault, where quoting it or closing it repairs the fault. */
  readonly value?: Span;
  /** How many spaces should start the line, where it is indented wrongly. */
  readonly indent?: number;
}

/** Lines that could not be read. What stands in them is unknown, so nothing is said about it but the fault itself. */
export interface BrokenLines extends Span {
  /** The text of the first of them up to a colon: the key that was meant, as far as it is typed. */
  readonly key: string;
}
