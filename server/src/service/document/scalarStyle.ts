import { isPlainString } from "./plainScalar.ts";

/** How a scalar is written on its line. */
export type ScalarStyle = "plain" | "single" | "double";

/** Inside `[…]` or `{…}` more characters need quotes than outside. */
export type ScalarContext = "block" | "flow";

/**
 * The style in which `text` is written: the wanted one where `text` allows it, else the next of plain, single, double
 * that does. Without a wish this is PyYAML's choice (`analyze_scalar` and `choose_scalar_style` of its emitter) with two
 * exceptions, both because a reader would get another value: text such as `y`, `08` or `1e3` is quoted although PyYAML
 * leaves it plain, and text with NEL, U+2028 or U+2029 is double-quoted although PyYAML puts these into single quotes.
 */
export function chooseScalarStyle(
  text: string,
  context: ScalarContext = "block",
  wanted: ScalarStyle = "plain",
): ScalarStyle {
  if (wanted === "double" || needsEscapes(text)) return "double";
  return wanted === "plain" && isPlainSyntax(text, context) && isPlainString(text) ? "plain" : "single";
}

/** Whether single quotes are the house style's only way to write a text, so that they say nothing of its author's. */
export function isForced(style: string, text: string, context: ScalarContext): boolean {
  return style === "single" && chooseScalarStyle(text, context) === "single";
}

/** Whether only double quotes can hold `text`: folding would eat its spaces, or a character needs an escape. */
function needsEscapes(text: string): boolean {
  return / \n|\n /.test(text) || UNPRINTABLE.test(text);
}

/** All but the line feed and what PyYAML prints as it stands; further the breaks that only YAML 1.1 knows. */
const UNPRINTABLE =
  /[^\n\x20-\x7E\u{A0}-\u{2027}\u{202A}-\u{D7FF}\u{E000}-\u{FEFE}\u{FF00}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

function isPlainSyntax(text: string, context: ScalarContext): boolean {
  if (/^ | $|\n/.test(text) || BLOCK_INDICATORS.test(text)) return false;
  return context === "block" || !FLOW_INDICATORS.test(text);
}

/** A document marker or an indicator at the start, a colon that ends a key, a `#` that starts a comment. */
const BLOCK_INDICATORS = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[-?](?: |$))|:(?: |$)| #/;

const FLOW_INDICATORS = /[,?:[\]{}]/;
