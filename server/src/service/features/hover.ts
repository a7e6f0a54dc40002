import { commentAt } from "../document/comment.ts";
import { writeScalar } from "../document/houseStyle.ts";
import { type JsonValue, valueAt } from "../document/jsonValue.ts";
import { locate, type Path } from "../document/node.ts";
import type { Span } from "../document/span.ts";
import { derivedFieldOver } from "../model/archetype.ts";
import { type Article, isArticle } from "../model/article.ts";
import { datesOf } from "../model/dates/dates.ts";
import { inWords } from "../model/dates/words.ts";
import { agrees, covers } from "../model/derivedField.ts";
import { expectationOf } from "../model/expectation.ts";
import { type Schema, schemaAt, valuesOf } from "../model/schema.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";
import { DIRECTIVES, suppressionsOf } from "../model/suppression.ts";
import { isControlled, lookUp, type Term } from "../model/vocabulary.ts";
import { rules } from "../rules/index.ts";
import { describeRule } from "./ruleText.ts";
import { countInWords, describeListedUse, describeUse } from "./topics/use.ts";

/** What is said about a place in an article. */
export interface Hover extends Span {
  /** Markdown. */
  readonly contents: string;
}

/** Explains the key, value or topic at an offset; `undefined` where there is nothing to say. */
export function hoverAt(article: StructuredDocument, offset: number): Hover | undefined {
  const { frontMatter, archetype, text } = article;
  if (frontMatter !== undefined && commentAt(offset, text, frontMatter) !== undefined)
    return isArticle(article) ? hoverInSuppression(article, offset) : undefined;
  const location = locate(frontMatter?.root, offset);
  if (location === undefined) return undefined;
  const { path, node, part } = location;
  const schema = schemaAt(archetype.schema, path);
  if (schema === undefined || path.length === 0 || node.start === node.end) return undefined;
  const topic = part === "value" && node.kind === "scalar" ? describeTopic(article, schema, node.text) : undefined;
  const said = [
    describeKey(article, path, schema),
    ...describeDate(article, path),
    ...describeListedUse(article, path),
  ];
  const contents = topic ?? said.join("\n\n");
  return { start: node.start, end: node.end, contents };
}

/** What Hugo makes of a date. */
function describeDate(article: StructuredDocument, path: Path): readonly string[] {
  const use = isArticle(article) && path.length === 1 ? datesOf(article).find(({ key }) => key === path[0]) : undefined;
  if (use === undefined) return [];
  return [use.date === undefined ? "Hugo cannot read a date here." : `Hugo reads ${inWords(use.date.instant)}.`];
}

/** What a rule that a suppression names is about, or what the suppression itself does. */
function hoverInSuppression(article: Article, offset: number): Hover | undefined {
  const isHere = ({ start, end }: Span) => start <= offset && offset <= end;
  const suppression = suppressionsOf(article).find(({ comment }) => isHere(comment));
  if (suppression === undefined) return undefined;
  const { directive, list, named } = suppression;
  const span = { start: list.start - directive.length, end: list.start };
  if (isHere(span)) return { ...span, contents: DIRECTIVES[directive] };
  const found = named.find(isHere);
  const rule = rules.find(({ id }) => id === found?.id);
  return found && rule && { start: found.start, end: found.end, contents: describeRule(rule) };
}

/** What a key means, what it may hold, and what it should hold here; for completion as well. */
export function describeKey(article: StructuredDocument, path: Path, schema: Schema): string {
  const key = path.filter((step) => typeof step === "string").join(".");
  const isRequired = schemaAt(article.archetype.schema, path.slice(0, -1))?.required?.includes(String(path.at(-1)));
  const lines = [
    `**${schema.title ?? key}** · \`${key}\` · ${expectationOf(schema)}${isRequired ? " · required" : ""}`,
  ];
  if (schema.deprecated) lines.push("*Deprecated.*");
  if (schema.description !== undefined) lines.push(schema.description);
  const [example] = schema.examples ?? [];
  if (example !== undefined && valuesOf(schema).length === 0) lines.push(`Example: ${code(example)}`);
  const derived = describeDerivation(article, path);
  if (derived !== undefined) lines.push(derived);
  return lines.join("\n\n");
}

function describeDerivation(article: StructuredDocument, path: Path): string | undefined {
  const found = derivedFieldOver(article.archetype, path);
  if (found === undefined) return undefined;
  const { field, rest } = found;
  const expected = valueAt(field.derive(article), rest);
  const follows = `Derived: ${field.explanation}`;
  if (expected === undefined) return follows;
  const actual = article.value(path);
  const isWhole = rest.length === 0;
  const isRight = actual !== undefined && (isWhole ? agrees(field, actual, expected) : covers(actual, expected));
  return `${follows}\n\n${isRight ? "It is as it should be:" : "Here it should be:"} ${code(expected)}`;
}

function describeTopic(article: StructuredDocument, schema: Schema, text: string): string | undefined {
  const { topics } = article;
  if (schema["x-vocabulary"] === undefined || topics === undefined) return undefined;
  const found = lookUp(topics, text);
  switch (found.kind) {
    case "known":
      return describeUsedTerm(found.term, article);
    case "retired": {
      const advice = found.replacement === undefined ? "Deprecated." : `Replaced by **${found.replacement.topic}**.`;
      return `${describeUsedTerm(found.term, article)}\n\n${advice}`;
    }
    case "alternativeLabel":
      return `\`${text}\` is another name of the topic below.\n\n${describeUsedTerm(found.term, article)}`;
    case "noScheme":
    case "unknown": {
      const near = found.ranked.map((term) => `- ${term.topic}`).join("\n");
      const verdict = isControlled(topics)
        ? `\`${text}\` is no topic of the vocabulary.`
        : `\`${text}\` is not among the topics of the other articles.`;
      return near === "" ? verdict : `${verdict} Near it:\n\n${near}`;
    }
  }
}

/** A term's scheme, definition and other names, and how often it is used, in Markdown. */
export function describeTerm(term: Term, article: StructuredDocument): string {
  const count = countInWords(term, article);
  return [...linesAbout(term), ...(count === undefined ? [] : [count])].join("\n\n");
}

/** The same, and where. */
function describeUsedTerm(term: Term, article: StructuredDocument): string {
  return [...linesAbout(term), ...describeUse(term, article)].join("\n\n");
}

function linesAbout(term: Term): readonly string[] {
  const lines = [`**${term.label}** · scheme *${term.scheme}*`];
  if (term.definition !== undefined) lines.push(term.definition);
  if (term.altLabels.length > 0) lines.push(`Also called: ${term.altLabels.join(", ")}.`);
  if (term.broader !== undefined) lines.push(`Part of: ${term.broader}.`);
  return lines;
}

function code(value: JsonValue): string {
  if (Array.isArray(value))
    return value.length === 0
      ? "`[]`"
      : `\n\n\`\`\`yaml\n${value.map((item) => `- ${inline(item)}`).join("\n")}\n\`\`\``;
  return `\`${inline(value)}\``;
}

function inline(value: JsonValue): string {
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  return writeScalar(value, { column: 0, indent: 0, foldAt: Number.POSITIVE_INFINITY });
}
