import { coverBroken } from "./brokenLines.ts";
import { entriesOf } from "./entries.ts";
import { readByEntry, together, type YamlRead } from "./entryReading.ts";
import { type Continued, type Fault, scanEntry } from "./faults/entryFault.ts";
import { knownEntries, type ReadBefore } from "./knownEntries.ts";
import { indentOf, lineAt, linesOf } from "./lines.ts";
import type { Mapping, Pair } from "./node.ts";
import type { YamlReader } from "./plainScalar.ts";
import type { Span } from "./span.ts";
import type { BrokenLines, SyntaxProblem } from "./syntaxProblem.ts";
import { isBlankOrComment, isItem } from "./yamlLine.ts";
import {
  FILLER,
  newContext,
  readYamlNodes,
  TEXT_COLON,
  type YamlContext,
  type YamlError,
  type YamlResult,
} from "./yamlNodes.ts";

/** A text with more faults than these is not worth reading on. */
const MOST_FAULTS = 100;

/** How many characters may be read again, in all, to get past faults: a keystroke must not wait for more. */
const MOST_WORK = 96 * 1024;

/** How YAML is read. */
interface ReadOptions {
  /** Whose reading of values counts. */
  readonly reader: YamlReader;
  /** The text as it was read last, by the same reader: what is the same in both need not be read again. */
  readonly before?: ReadBefore | undefined;
  /** What the text takes from what stands before it, where it is a part of another; what it marks is added. */
  readonly context?: YamlContext;
}

/**
 * Reads the YAML of front matter, come what may. A text without a fault is read at once; else each top-level entry that
 * may be faulty is read by itself, each fault in it is named and hidden from the reader, and then the rest is read. So a
 * half-typed line costs only itself, and one fault is one problem.
 *
 */
export function readYaml(
  text: string,
  content: Span,
  { reader, before, context = newContext(reader) }: ReadOptions,
): YamlRead {
  const known = before && knownEntries(text, content, before);
  const entries = known?.entries ?? entriesOf(text, content);
  const byEntry = readByEntry(text, entries, { reader, known });
  if (byEntry !== undefined) return byEntry;
  const whole = readSpan(text, content, context);
  if (whole.errors.length === 0 && whole.root?.kind === "sequence") {
    const { start, end } = lineAt(text, whole.root.start);
    return {
      root: undefined,
      problems: [{ code: "notAMapping", start, end }],
      broken: [{ ...content, key: "" }],
      entries,
    };
  }
  if (isReadable(whole)) return { root: mappingOf(whole), problems: [], broken: [], entries };
  return readFaulty(text.slice(0, content.end), content, { reader, entries, errors: whole.errors });
}

/** What is found while the entries are read one after the other. */
interface Findings {
  readonly problems: SyntaxProblem[];
  readonly broken: BrokenLines[];
  work: number;
}

function readFaulty(
  text: string,
  content: Span,
  {
    reader,
    entries,
    errors,
  }: { readonly reader: YamlReader; readonly entries: readonly Span[]; readonly errors: readonly YamlError[] },
): YamlRead {
  // A vocabulary may be larger than any front matter: it may be read again as often as it takes to tell its faults apart.
  const work = Math.max(MOST_WORK, 3 * (content.end - content.start));
  const findings: Findings = { problems: [], broken: [], work };
  const offsets = errors.map((error) => error.offset).sort((a, b) => a - b);
  let readable = text;
  let end = content.end;
  let next = 0;
  for (const entry of entries) {
    while ((offsets[next] ?? content.end) < entry.start) next++;
    const hasError = (offsets[next] ?? Number.POSITIVE_INFINITY) <= entry.end;
    if (!hasError && scanEntry(text, entry).fault === undefined) continue;
    readable = readEntry(readable, entry, { findings, context: newContext(reader) }).readable;
    if (!isExhausted(findings)) continue;
    end = entry.start;
    findings.broken.push({ start: end, end: content.end, key: "" });
    break;
  }
  const rest = readSpan(readable, { start: content.start, end }, newContext(reader));
  const root = isReadable(rest) ? mappingOf(rest) : readEntries(readable, { entries, end, reader }, findings);
  const { problems, broken } = findings;
  if (problems.length === 0 && root?.style === "block" && root.pairs.some(({ style }) => style === "flow")) {
    // Each can be read by itself, and all together cannot, because one of several is a mapping in braces.
    const { code, start, end: faultEnd } = faultAt(readable, content, rest.errors[0]);
    problems.push({ code, start, end: faultEnd });
    broken.push({ start: lineAt(text, start).start, end: faultEnd, key: "" });
  }
  return { root: root && coverBroken(text, root, broken), problems: merged(text, problems), broken, entries };
}

/** Reads entries that cannot be read together, each by itself. */
function readEntries(
  text: string,
  { entries, end, reader }: { readonly entries: readonly Span[]; readonly end: number; readonly reader: YamlReader },
  findings: Findings,
): Mapping | undefined {
  const pairs: Pair[] = [];
  const context = newContext(reader);
  for (const entry of entries) {
    if (entry.start >= end) break;
    for (const pair of readEntry(text, entry, { findings, context }).pairs) pairs.push(pair);
    if (!isExhausted(findings)) continue;
    findings.broken.push({ start: entry.start, end, key: "" });
    break;
  }
  return together(pairs);
}

function isExhausted({ problems, work }: Findings): boolean {
  return problems.length >= MOST_FAULTS || work <= 0;
}

/** Reads an entry, fault by fault, until it can be read; the faults are blank in the text that comes back. */
function readEntry(
  text: string,
  entry: Span,
  { findings, context }: { readonly findings: Findings; readonly context: YamlContext },
): { readonly readable: string; readonly pairs: readonly Pair[] } {
  for (let readable = text; ; ) {
    findings.work -= entry.end - entry.start;
    const read = readSpan(readable, entry, context);
    if (isReadable(read)) return { readable, pairs: mappingOf(read)?.pairs ?? [] };
    const scan = scanEntry(readable, entry);
    const before = readable;
    if (scan.fault === undefined) readable = joinLines(readable, scan.continued);
    if (readable !== before && !isExhausted(findings)) continue;

    const fault = faultOf(readable, entry, { ...read, fault: scan.fault });
    const { hide: hidden, below, ...problem } = fault;
    findings.problems.push(problem);
    const lines = linesToHide(readable, entry, fault);
    findings.broken.push({ ...withOpener(text, entry, lines), key: keyIn(text, lines) });
    readable = hide(readable, fault, lines);
    if (readable === before || isExhausted(findings)) return { readable, pairs: [] };
  }
}

function readSpan(text: string, span: Span, context: YamlContext): YamlResult {
  return readYamlNodes(text.slice(span.start, span.end), span.start, context);
}

function isReadable({ root, errors }: YamlResult): boolean {
  return errors.length === 0 && (root === undefined || root.kind === "mapping");
}

function mappingOf({ root }: YamlResult): Mapping | undefined {
  return root?.kind === "mapping" ? root : undefined;
}

/** The first fault of an entry: as its lines tell it, else as the YAML reader does. */
function faultOf(
  text: string,
  entry: Span,
  { root, errors, fault }: YamlResult & { readonly fault: Fault | undefined },
): Fault {
  const tooDeep = errors.find((error) => error.code === "TOO_DEEP");
  if (tooDeep !== undefined) return { ...faultAt(text, entry, tooDeep), code: "tooDeep", hide: "entry" };
  if (fault !== undefined) return fault;
  const isList = root?.kind === "sequence" && errors.length === 0;
  return isList
    ? { ...faultAt(text, entry, undefined), code: "notAMapping", hide: "entry" }
    : faultAt(text, entry, errors[0]);
}

/**
 * Hugo lets quoted and bracketed values go on in the first column and behind tabs; YAML 1.2 does not. The lines of such a
 * value become one: a line break in a text is a blank, and between brackets and commas it is nothing.
 */
function joinLines(text: string, continued: readonly Continued[]): string {
  let joined = text;
  for (const { value } of continued) {
    const { start, quoted, comments } = value;
    for (const comment of comments) joined = replaceSpan(joined, comment, blank);
    joined = replaceSpan(joined, value, (part) =>
      part.replace(LINE_ENDS, (space, at: number) => {
        const isQuoted = quoted.some((quote) => quote.start < start + at && start + at < quote.end);
        const isBetween =
          BEFORE_VALUE.includes(part[at - 1] ?? "") || BEHIND_VALUE.includes(part[at + space.length] ?? "");
        const isText = isQuoted || !isBetween;
        return isText ? ` ${FILLER.repeat(space.length - 1)}` : " ".repeat(space.length);
      }),
    );
  }
  return joined;
}

const BEFORE_VALUE = [..."[{,:'\""];
const BEHIND_VALUE = [..."]},'\""];

/** Where a line ends and the next one begins, and what is blank around. */
const LINE_ENDS = /[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)+/g;

/** A fault that only the YAML reader sees, at the line where it does, or the last one before that has text. */
function faultAt(text: string, entry: Span, error: YamlError | undefined): Fault {
  const before = text.slice(entry.start, lineAt(text, error?.offset ?? entry.start).end).trimEnd();
  const line = lineAt(text, before === "" ? firstText(text, entry) : entry.start + before.length - 1);
  const start = line.start + indentOf(line.text);
  const end = Math.max(start, line.start + line.text.trimEnd().length);
  return { code: "notYaml", hide: "lines", below: indentOf(line.text), start, end };
}

function firstText(text: string, entry: Span): number {
  return entry.start + Math.max(0, text.slice(entry.start, entry.end).search(/\S/));
}

/** The lines that a fault makes unreadable: its own, and those below it that hang on it. */
function linesToHide(text: string, entry: Span, fault: Fault): Span {
  if (fault.hide === "entry") return entry;
  const first = lineAt(text, fault.value?.start ?? fault.start);
  const mayHoldItems = !first.text.trimStart().startsWith("-");
  let end = Math.max(first.end, fault.value?.end ?? 0);
  for (const line of linesOf(text, lineAt(text, end).next, entry.end)) {
    if (isBlankOrComment(line.text)) continue;
    const indent = indentOf(line.text);
    const hangs = indent > fault.below || (indent === fault.below && mayHoldItems && isItem(line.text.slice(indent)));
    if (!hangs) break;
    end = line.end;
  }
  return { start: Math.max(first.start, entry.start), end };
}

function hide(text: string, fault: Fault, lines: Span): string {
  const from = { start: fault.value?.start ?? fault.start, end: lines.end };
  switch (fault.hide) {
    case "colon":
      return replaceSpan(text, from, (part) => part.replace(/:(?=\s|$)/g, TEXT_COLON).replace(ITEM_LINES, blank));
    case "value":
      return replaceSpan(text, from, blank);
    case "lines":
    case "entry":
      return replaceSpan(text, lines, blank);
  }
}

const ITEM_LINES = /^ *-(?=\s).*$/gm;

function replaceSpan(text: string, span: Span, change: (part: string) => string): string {
  return text.slice(0, span.start) + change(text.slice(span.start, span.end)) + text.slice(span.end);
}

function blank(part: string): string {
  return part.replace(/[^\r\n]/g, " ");
}

/** Lines right below a key take in its colon: what its value is, nobody knows. */
function withOpener(text: string, entry: Span, lines: Span): Span {
  const before = text.slice(entry.start, lines.start).trimEnd();
  return before.endsWith(":") ? { start: entry.start + before.length - 1, end: lines.end } : lines;
}

function keyIn(text: string, lines: Span): string {
  const line = lineAt(text, lines.start).text;
  return /^\s*(?:-\s+)*([^:]*)/.exec(line)?.[1]?.trim() ?? "";
}

/** One slip that spoils several lines on end, as a tab or a pasted paragraph does, is one problem. */
function merged(text: string, problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const result: SyntaxProblem[] = [];
  for (const problem of problems.toSorted((a, b) => a.start - b.start)) {
    const before = result.at(-1);
    const isRun =
      before !== undefined &&
      before.code === problem.code &&
      (problem.code === "tabIndent" || problem.code === "missingColon") &&
      lineAt(text, before.end).next === lineAt(text, problem.start).start;
    if (isRun) result[result.length - 1] = { ...before, end: problem.end };
    else result.push(problem);
  }
  return result;
}
