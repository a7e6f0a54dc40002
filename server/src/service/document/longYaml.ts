import type { YamlRead } from "./entryReading.ts";
import type { YamlContent } from "./frontMatter.ts";
import { areIndependent, movedNode } from "./knownEntries.ts";
import { lineAt } from "./lines.ts";
import { LIST_KEY, misfitAt, movedProblem } from "./misfits.ts";
import type { Mapping, Pair, Scalar } from "./node.ts";
import { readJson } from "./plain/json.ts";
import { type LongSource, readLongMapping } from "./plain/long.ts";
import { toText } from "./plain/source.ts";
import { isPlainText } from "./plainEntry.ts";
import type { YamlReader } from "./plainScalar.ts";
import { readYaml } from "./recovery.ts";
import { movedSpan, type Span } from "./span.ts";
import type { BrokenLines, SyntaxProblem } from "./syntaxProblem.ts";
import { newContext, type YamlContext } from "./yamlNodes.ts";

/** YAML as it was read; its root may be a list. */
export type ContentRead = Omit<YamlRead, "root"> & Pick<YamlContent, "root">;

/** A mapping that is longer, in UTF-16 code units, is read in stretches of this length: each takes some milliseconds. */
const LONG = 64 * 1024;

/** Whether a text is so long that it is read in stretches. */
export function isLongText(text: string): boolean {
  return text.length >= LONG;
}

/** With more faults than these nobody looks for more. */
const MOST_PROBLEMS = 100;

/** Each line that cannot stand where it stands has all of the text read once more. */
const MOST_MISFITS = 8;

/**
 * The reading of a long mapping, most of whose lines are plain. Items of its lists that are not are each read alone, so that
 * a faulty one costs no more than itself, and so is a line that fits nowhere. It yields now and then.
 *
 * @returns `undefined` where there is no such mapping
 */
export function* readLongYaml(
  text: string,
  content: Span,
  reader: YamlReader,
): Generator<void, ContentRead | undefined> {
  if (content.end - content.start < LONG) return undefined;
  const own = text.slice(content.start, content.end);
  if (STARTS_WITH_BRACE.test(own)) return yield* readLongJson(text, content, reader);
  if (!STARTS_WITH_KEY.test(own)) return undefined;
  const misfits: Findings = { problems: [], broken: [] };
  let readable = text;
  for (let round = 0; round <= MOST_MISFITS; round++) {
    const attempt = yield* readOnce(readable, content, reader);
    const { root, problems, broken } = attempt.read;
    if (attempt.isWhole) {
      return {
        root,
        problems: [...misfits.problems, ...problems].toSorted((a, b) => a.start - b.start),
        broken: [...misfits.broken, ...broken],
        entries: [],
      };
    }
    const misfit = attempt.failedAt === undefined ? undefined : misfitAt(readable, content, attempt.failedAt, reader);
    if (misfit === undefined) return undefined;
    misfits.problems.push(misfit.problem);
    misfits.broken.push({ ...misfit.lines, key: "" });
    readable = withBlank(readable, misfit.lines);
    yield;
  }
  return undefined;
}

function withBlank(text: string, { start, end }: Span): string {
  const blank = text.slice(start, end).replace(/[^\r\n]+/g, (line) => " ".repeat(line.length));
  return text.slice(0, start) + blank + text.slice(end);
}

const STARTS_WITH_BRACE = /^[ \r\n]*\{/;

function* readLongJson(
  text: string,
  { start, end }: Span,
  reader: YamlReader,
): Generator<void, ContentRead | undefined> {
  if (!isPlainText(text, { start, end })) return undefined;
  yield;
  const root = yield* readJson({ text, end, reader, at: start });
  return root && { root, problems: [], broken: [], entries: [] };
}

/** Whatever is wrong with that, a list starts otherwise. */
const STARTS_WITH_KEY = /^(?:[ \t]*(?:#.*)?[\r\n])*[ \t]*\w/;

interface Findings {
  readonly problems: SyntaxProblem[];
  readonly broken: BrokenLines[];
}

interface Attempt {
  readonly isWhole: boolean;
  readonly read: Findings & { readonly root: Mapping | undefined };
  /** Where it ended early. */
  readonly failedAt: number | undefined;
}

function* readOnce(text: string, { start, end }: Span, reader: YamlReader): Generator<void, Attempt> {
  const findings: Findings = { problems: [], broken: [] };
  let failedAt: number | undefined;
  const isAllPlain = isPlainIn(text, { start, end });
  yield;
  const source: LongSource = {
    text,
    end,
    reader,
    at: start,
    atOnce: LONG,
    isPlain: (lines) => isAllPlain || isPlainIn(text, lines),
    ...otherReaders(text, findings, newContext(reader)),
    giveUp: (at) => {
      failedAt ??= at;
      return undefined;
    },
  };
  const indent = toText(source);
  // All of it may be hidden.
  if (indent === -1) return { isWhole: true, read: { ...findings, root: undefined }, failedAt };
  source.at += indent ?? 0;
  const root = indent === undefined ? undefined : yield* readLongMapping(source, indent);
  return { isWhole: root !== undefined, read: { ...findings, root }, failedAt };
}

function isPlainIn(text: string, lines: Span): boolean {
  return areIndependent(text, [lines]) && isPlainText(text, lines);
}

/** What reads a part of another shape than the usual ones, and notes what is wrong there. */
function otherReaders(
  text: string,
  { problems, broken }: Findings,
  context: YamlContext,
): Pick<LongSource, "readOther" | "readPairs"> {
  /** @param above what stands above some lines, or before the first of them, for this reading alone */
  const read = (above: string, { start, end }: Span): Mapping | undefined => {
    const part = `${above}${text.slice(start, end)}`;
    const by = start - above.length;
    const found = readYaml(part, { start: 0, end: part.length }, { reader: context.reader, context });
    for (const problem of found.problems) problems.push(movedProblem(problem, by));
    for (const lines of found.broken)
      broken.push({ ...movedSpan(lines, by), start: Math.max(start, lines.start + by) });
    const root = found.root && movedNode(found.root, by);
    return root?.kind === "mapping" ? root : undefined;
  };
  const isTooMuch = ({ start, end }: Span): boolean => {
    if (problems.length < MOST_PROBLEMS) return false;
    broken.push({ start, end, key: "" });
    return true;
  };
  return {
    readOther({ start, end }) {
      const nothing: Scalar = { kind: "scalar", style: "plain", value: null, text: "", start: end, end };
      if (isTooMuch({ start, end })) return nothing;
      const list = read(LIST_KEY, { start, end })?.pairs[0]?.value;
      return (list?.kind === "sequence" ? list.items[0] : undefined) ?? nothing;
    },
    readPairs({ start, end }): readonly Pair[] {
      if (isTooMuch({ start, end })) return [];
      return read(" ".repeat(start - lineAt(text, start).start), { start, end })?.pairs ?? [];
    },
  };
}
