import { entriesOf } from "./entries.ts";
import { type Fault, scanEntry } from "./fault.ts";
import { indentOf, lineAt, linesOf } from "./lines.ts";
import type { Mapping, Node, Pair } from "./node.ts";
import { type Span, touches } from "./span.ts";
import type { BrokenLines, SyntaxProblem } from "./syntaxProblem.ts";
import { readYamlNodes, TEXT_COLON, type YamlError } from "./yamlNodes.ts";

export interface YamlRead {
  readonly root: Mapping | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly broken: readonly BrokenLines[];
}

/** A text with more faults than these is not worth reading on. */
const MOST_FAULTS = 100;

/**
 * Reads the YAML of front matter, come what may. A text without a fault is read at once; else each top-level entry is
 * read by itself, and within it each fault is named, hidden from the reader and the rest read again. So a half-typed
 * line costs only itself, and one fault is one problem.
 */
export function readYaml(text: string, content: Span): YamlRead {
  const anchors = new Map<string, Node>();
  const whole = readYamlNodes(text.slice(content.start, content.end), content.start, anchors);
  if (whole.errors.length === 0 && (whole.root === undefined || whole.root.kind === "mapping")) {
    return { root: whole.root, problems: [], broken: [] };
  }
  const exhausted = whole.errors.find((error) => error.code === "RESOURCE_EXHAUSTION" || error.code === "TOO_DEEP");
  if (exhausted !== undefined) {
    const { start, end } = lineAt(text, exhausted.offset);
    return { root: undefined, problems: [{ code: "tooDeep", start, end }], broken: [{ ...content, key: "" }] };
  }
  if (whole.errors.length === 0 && whole.root?.kind === "sequence") {
    const { start, end } = lineAt(text, whole.root.start);
    return { root: undefined, problems: [{ code: "notAMapping", start, end }], broken: [{ ...content, key: "" }] };
  }

  const problems: SyntaxProblem[] = [];
  const broken: BrokenLines[] = [];
  const pairs: Pair[] = [];
  for (const entry of entriesOf(text, content)) {
    if (problems.length < MOST_FAULTS) pairs.push(...readEntry(text, entry, { anchors, problems, broken }));
    else broken.push({ ...entry, key: "" });
  }
  const span = { start: pairs[0]?.start ?? content.start, end: pairs.at(-1)?.end ?? content.start };
  return { root: { kind: "mapping", style: "block", pairs, ...span }, problems: merged(text, problems), broken };
}

interface Findings {
  readonly anchors: Map<string, Node>;
  readonly problems: SyntaxProblem[];
  readonly broken: BrokenLines[];
}

function readEntry(text: string, entry: Span, { anchors, problems, broken }: Findings): readonly Pair[] {
  let readable = text;
  for (let before = ""; readable !== before && problems.length < MOST_FAULTS; ) {
    before = readable;
    const read = readYamlNodes(readable.slice(entry.start, entry.end), entry.start, new Map(anchors));
    const isMapping = read.root === undefined || read.root.kind === "mapping";
    if (read.errors.length === 0 && isMapping) break;
    const scan = scanEntry(readable, entry);
    if (scan.fault === undefined && isMapping && read.errors.every((error) => isAllowed(error, scan.continued))) break;
    const { hide: hidden, ...problem } = scan.fault ?? faultAt(readable, entry, read.errors[0]);
    problems.push(problem);
    const lines = linesToHide(readable, entry, { ...problem, hide: hidden });
    broken.push({ start: lines.start, end: lines.end, key: keyIn(text, lines) });
    readable = hide(readable, { ...problem, hide: hidden }, lines);
  }
  const { root } = readYamlNodes(readable.slice(entry.start, entry.end), entry.start, anchors);
  return root?.kind === "mapping" ? root.pairs : [];
}

/** Hugo lets quoted and bracketed values go on in the first column and behind tabs; YAML 1.2 does not. */
function isAllowed(error: YamlError, continued: readonly Span[]): boolean {
  const isAboutIndent = error.code === "BAD_INDENT" || error.code === "TAB_AS_INDENT" || error.code === "MISSING_CHAR";
  return isAboutIndent && continued.some((span) => touches(span, error.offset));
}

/** A fault that only the YAML reader sees, at the line where it does. */
function faultAt(text: string, entry: Span, error: YamlError | undefined): Fault {
  const offset = Math.min(error?.offset ?? entry.start, Math.max(entry.start, entry.end - 1));
  const line = lineAt(text, offset);
  const start = line.start + indentOf(line.text);
  return { code: "notYaml", hide: "lines", start, end: Math.max(start, line.start + line.text.trimEnd().length) };
}

/** The lines that a fault makes unreadable: its own, and those indented deeper below it. */
function linesToHide(text: string, entry: Span, fault: Fault): Span {
  const first = lineAt(text, fault.start);
  const indent = indentOf(first.text);
  let end = first.end;
  for (const line of linesOf(text, first.next, entry.end)) {
    if (line.text.trim() !== "" && indentOf(line.text) <= indent) break;
    if (line.text.trim() !== "") end = line.end;
  }
  const isCollectionKey = fault.hide === "lines" && fault.code !== "tabIndent" && fault.code !== "badIndent";
  return { start: first.start, end: isCollectionKey || fault.hide === "value" ? end : first.end };
}

function hide(text: string, fault: Fault, lines: Span): string {
  switch (fault.hide) {
    case "colon": {
      const end = fault.value?.end ?? lineAt(text, fault.start).end;
      return replaceSpan(text, { start: fault.start, end }, (part) => part.replace(/:(?=\s|$)/g, TEXT_COLON));
    }
    case "value":
      return replaceSpan(text, { start: fault.value?.start ?? fault.start, end: lines.end }, blank);
    case "lines":
      return replaceSpan(text, lines, blank);
  }
}

function replaceSpan(text: string, span: Span, change: (part: string) => string): string {
  return text.slice(0, span.start) + change(text.slice(span.start, span.end)) + text.slice(span.end);
}

function blank(part: string): string {
  return part.replace(/[^\r\n]/g, " ");
}

function keyIn(text: string, lines: Span): string {
  const line = lineAt(text, lines.start).text;
  return /^\s*(?:-\s+)*([^:]*)/.exec(line)?.[1]?.trim() ?? "";
}

/** One slip that spoils several lines on end, as a tab does, is one problem. */
function merged(text: string, problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const result: SyntaxProblem[] = [];
  for (const problem of problems.toSorted((a, b) => a.start - b.start)) {
    const before = result.at(-1);
    const isRun =
      before?.code === "tabIndent" &&
      problem.code === "tabIndent" &&
      lineAt(text, before.end).next === lineAt(text, problem.start).start;
    if (before !== undefined && isRun) result[result.length - 1] = { ...before, end: problem.end };
    else result.push(problem);
  }
  return result;
}
