import type { JsonValue } from "../../document/jsonValue.ts";
import type { Path } from "../../document/node.ts";
import type { Span } from "../../document/span.ts";
import { rankByLikeness } from "../text/likeness.ts";
import { type Filter, filters } from "./filters.ts";

// Templates in the output syntax of Liquid: text, and between double braces a value with filters behind it, as in
// `/events/{{ title | slugify }}/`. Liquid's tags (`{% … %}`) are no part of it.

/** A template, read: text, and expressions whose values take their place. */
export interface Template {
  readonly parts: readonly (string | Expression)[];
}

export interface Expression {
  readonly start: Operand;
  readonly filters: readonly { readonly filter: Filter; readonly operands: readonly Operand[] }[];
}

/** A text or number as it stands there, or the name of a value. Its span is its place in the template. */
export type Operand = { readonly value: string | number | boolean } | Reference;

export interface Reference extends Span {
  readonly name: Path;
}

/** What is wrong with a template, where in it. */
export interface TemplateFault extends Span {
  readonly message: string;
}

/** Reads a template; `undefined` with the first fault where it has one. Never throws. */
export function parseTemplate(text: string): { readonly template: Template } | { readonly fault: TemplateFault } {
  const parts: (string | Expression)[] = [];
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf("{{", at);
    const literal = text.slice(at, open === -1 ? text.length : open);
    const tag = literal.indexOf("{%");
    if (tag !== -1)
      return { fault: { start: at + tag, end: at + tag + 2, message: "Only `{{ … }}` is read here, no `{% … %}`." } };
    if (literal !== "") parts.push(literal);
    if (open === -1) break;
    const read = readExpression(text, open);
    if ("fault" in read) return read;
    parts.push(read.expression);
    at = read.end;
  }
  return { template: { parts } };
}

/** The names that a template reads. */
export function referencesOf({ parts }: Template): readonly Reference[] {
  return parts.flatMap((part) =>
    typeof part === "string"
      ? []
      : [part.start, ...part.filters.flatMap(({ operands }) => operands)].filter(isReference),
  );
}

/**
 * The value of a template: the text, or what its only expression gives, which keeps its type.
 *
 * @param lookUp gives the value of a name
 * @returns `undefined` where a name has no value, or a filter cannot take the one it has
 */
export function evaluate({ parts }: Template, lookUp: (name: Path) => JsonValue | undefined): JsonValue | undefined {
  const values = parts.map((part) => (typeof part === "string" ? part : expressionValue(part, lookUp)));
  if (values.some(isMissing)) return undefined;
  const [only] = values;
  if (values.length === 1) return only;
  if (values.some((value) => typeof value === "object")) return undefined;
  const text = values.join("");
  return text.length > LONGEST_TEXT ? undefined : text;
}

/** No value of front matter is longer; without a limit a few templates could make one that fills the memory. */
const LONGEST_TEXT = 10_000;

function expressionValue(expression: Expression, lookUp: (name: Path) => JsonValue | undefined): JsonValue | undefined {
  const read = (operand: Operand): JsonValue | undefined =>
    isReference(operand) ? lookUp(operand.name) : operand.value;
  let value = read(expression.start);
  for (const { filter, operands } of expression.filters) {
    const given = operands.map(read);
    if (filter.name === "default") value = isMissing(value) ? given[0] : value;
    else if (isMissing(value) || given.some((one) => one === undefined)) return undefined;
    else
      value = filter.apply(
        value ?? null,
        given.map((one) => one ?? null),
      );
    if (typeof value === "string" && value.length > LONGEST_TEXT) return undefined;
  }
  return value;
}

function isMissing(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === "";
}

function isReference(operand: Operand): operand is Reference {
  return "name" in operand;
}

interface Token extends Span {
  readonly kind: "text" | "number" | "name" | "mark" | "close";
  readonly text: string;
}

const WORD = "[\\p{L}_][\\p{L}\\p{N}_-]*";
const TOKEN = new RegExp(
  `\\s*(?:(?<text>'[^']*'|"[^"]*")|(?<number>-?\\d+(?:\\.\\d+)?)|(?<name>${WORD}(?:\\.${WORD}|\\[\\d{1,6}\\])*)|(?<close>\\}\\})|(?<mark>[|:,]))`,
  "yu",
);

type Read = { readonly expression: Expression; readonly end: number } | { readonly fault: TemplateFault };

/** Reads from the opening braces to behind the closing ones. */
function readExpression(text: string, open: number): Read {
  const tokens: Token[] = [];
  for (let at = open + 2; tokens.at(-1)?.kind !== "close"; at = tokens.at(-1)?.end ?? at) {
    const token = tokenAt(text, at);
    if (token === undefined) {
      const isAtEnd = text.slice(at).trim() === "" || !text.includes("}}", at);
      if (isAtEnd) return faultAt({ start: open, end: open + 2 }, "`{{` is never closed by `}}`.");
      const start = at + text.slice(at).search(/\S/);
      return faultAt({ start, end: start + 1 }, UNREADABLE);
    }
    tokens.push(token);
  }
  const end = tokens.at(-1)?.end ?? open;
  const [first, ...others] = split(tokens.slice(0, -1), "|");
  const start = first?.length === 1 ? operandOf(first[0]) : undefined;
  if (start === undefined)
    return faultAt(spanOf(first ?? [], open), "Here belongs a key, a text in quotes or a number.");
  const filterList: Expression["filters"][number][] = [];
  for (const tokensOfFilter of others) {
    const read = readFilter(tokensOfFilter, open);
    if ("fault" in read) return read;
    filterList.push(read);
  }
  return { expression: { start, filters: filterList }, end };
}

function readFilter(
  tokens: readonly Token[],
  open: number,
): Expression["filters"][number] | { readonly fault: TemplateFault } {
  const [name, colon, ...rest] = tokens;
  if (name?.kind !== "name") return faultAt(spanOf(tokens, open), "Behind `|` belongs the name of a filter.");
  const filter = filters.find((one) => one.name === name.text);
  if (filter === undefined) {
    const [meant] = rankByLikeness(name.text, filters, (one) => one.name).ranked;
    const hint = meant === undefined ? "" : ` Is \`${meant.name}\` meant?`;
    return faultAt(name, `There is no filter \`${name.text}\`.${hint}`);
  }
  const operands =
    colon === undefined ? [] : split(rest, ",").map((part) => (part.length === 1 ? operandOf(part[0]) : undefined));
  const isRight = (colon === undefined || colon.text === ":") && operands.length === filter.operands;
  const usable = operands.filter((operand) => operand !== undefined);
  if (!isRight || usable.length < operands.length) {
    const wanted =
      filter.operands === 0
        ? "nothing behind it"
        : filter.operands === 1
          ? "one value behind a colon"
          : "two values behind a colon";
    return faultAt(spanOf(tokens, open), `\`${filter.name}\` takes ${wanted}.`);
  }
  const fault = usable.some(isReference)
    ? undefined
    : filter.faultOf?.(usable.flatMap((operand) => (isReference(operand) ? [] : [operand.value])));
  return fault === undefined ? { filter, operands: usable } : faultAt(spanOf(rest, open), fault);
}

const UNREADABLE = "This cannot be read. A template has keys, texts in quotes, numbers and filters behind `|`.";

function tokenAt(text: string, at: number): Token | undefined {
  TOKEN.lastIndex = at;
  const match = TOKEN.exec(text);
  const found = Object.entries(match?.groups ?? {}).find(([, value]) => value !== undefined);
  if (match === null || found === undefined) return undefined;
  const end = at + match[0].length;
  const [kind, value = ""] = found;
  return { kind: kind as Token["kind"], text: value, start: end - value.length, end };
}

function operandOf(token: Token | undefined): Operand | undefined {
  switch (token?.kind) {
    case "text":
      return { value: token.text.slice(1, -1) };
    case "number":
      return { value: Number(token.text) };
    case "name":
      if (token.text === "true" || token.text === "false") return { value: token.text === "true" };
      return { name: nameOf(token.text), start: token.start, end: token.end };
    default:
      return undefined;
  }
}

/** The steps of `authors[0].name`. */
function nameOf(text: string): Path {
  return text.split(/[.[]/).map((step) => (step.endsWith("]") ? Number(step.slice(0, -1)) : step));
}

function split(tokens: readonly Token[], mark: string): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "mark" && token.text === mark) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function spanOf(tokens: readonly Token[], open: number): Span {
  return { start: tokens[0]?.start ?? open, end: tokens.at(-1)?.end ?? open + 2 };
}

function faultAt({ start, end }: Span, message: string): { readonly fault: TemplateFault } {
  return { fault: { start, end, message } };
}
