import { readData } from "./data.ts";
import type { YamlRead } from "./entryReading.ts";
import { hugoFaults } from "./faults/hugoFaults.ts";
import type { YamlContent } from "./frontMatter.ts";
import type { JsonValue } from "./jsonValue.ts";
import { overlaps, type Span } from "./span.ts";
import type { BrokenLines, SyntaxProblem } from "./syntaxProblem.ts";

/** What only a look at the whole of YAML content shows. */
export interface WholeContent {
  /** Its data; `undefined` where aliases go on without end. */
  readonly value: JsonValue | undefined;
  /** The problems that are known, and what is YAML and not for Hugo. */
  readonly problems: readonly SyntaxProblem[];
  readonly broken: readonly BrokenLines[];
}

/** Nobody mends more faults than these before the next look. */
const MOST_PROBLEMS = 100;

/** What is known of YAML content before it is looked at as a whole. */
type Parts = Pick<YamlRead, "problems" | "broken"> & Pick<YamlContent, "root">;

/** Finishes the reading of YAML content: adds what Hugo does not take, and makes data of it. */
export function readWhole(text: string, content: Span, read: Parts): WholeContent {
  return withData(content, withFaults(text, content, read));
}

/** The first half of that: what Hugo does not take. */
export function withFaults(text: string, content: Span, { root, problems: known, broken: unreadable }: Parts): Parts {
  const problems = [...known];
  const broken = [...unreadable];
  for (const problem of hugoFaults(text, content, root)) {
    if (problems.length >= MOST_PROBLEMS) break;
    if (unreadable.some((lines) => overlaps(lines, problem))) continue;
    problems.push(problem);
    // What the items of a list are, nobody knows where some have slipped into others, or out of it.
    const { code, value } = problem;
    if ((code === "dashInItem" || code === "missingSpace") && value !== undefined)
      broken.push({ ...value, key: text.slice(value.start, value.end) });
  }
  return { root, problems, broken };
}

/** The second half: its data. */
export function withData(content: Span, { root, problems, broken }: Parts): WholeContent {
  const { value, endless } = readData(root);
  if (endless === undefined) return { value, problems, broken };
  const bomb: SyntaxProblem = { code: "aliasBomb", start: endless.start, end: endless.end };
  return { value: undefined, problems: [...problems, bomb], broken: [{ ...content, key: "" }] };
}
