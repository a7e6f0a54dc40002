import { indentOf, lineBefore } from "../document/lines.ts";
import { findPair, nodeAt, type Path } from "../document/node.ts";
import { isBlankOrComment, isItem, KEY, keyName } from "../document/yamlLine.ts";
import { schemaAt } from "../model/schema.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";

/** A mapping that a line may belong to. */
export interface KeyLevel {
  /** How many spaces start its lines. */
  readonly indent: number;
  readonly path: Path;
}

interface KeyLine {
  readonly indent: number;
  readonly name: string;
  /** Whether nothing stands behind the colon, so that a mapping may stand below. */
  readonly isOpen: boolean;
}

/**
 * The mappings that a line may belong to by what stands above it, the innermost first. They are read off the lines,
 * because where a line is indented wrongly nothing else can be read.
 *
 * @param lineStart the offset at which the line starts
 */
export function levelsAbove(
  { text, archetype, frontMatter }: StructuredDocument,
  lineStart: number,
): readonly KeyLevel[] {
  const levels: KeyLevel[] = [];
  let path: readonly string[] = [];
  let hasValue = false;
  for (const { indent, name, isOpen } of keyLinesAbove(text, frontMatter?.block.content.start ?? 0, lineStart)) {
    // Nothing stands below a key that has a value: what does is its text, or the key has slipped itself.
    if (hasValue && !Object.hasOwn(schemaAt(archetype.schema, path)?.properties ?? {}, name)) continue;
    if (hasValue) levels.pop();
    levels.push({ indent, path });
    hasValue = !isOpen;
    if (isOpen) path = [...path, name];
  }
  const innermost = levels.at(-1);
  if (innermost !== undefined && !hasValue) levels.push({ indent: innermost.indent + 2, path });
  return levels.reverse();
}

/** Whether a mapping is one that has a key, and does not have it yet. */
export function lacksKey({ archetype, frontMatter }: StructuredDocument, { path }: KeyLevel, key: string): boolean {
  const mapping = nodeAt(frontMatter?.root, path);
  const isThere = mapping?.kind === "mapping" && findPair(mapping, key) !== undefined;
  return !isThere && Object.hasOwn(schemaAt(archetype.schema, path)?.properties ?? {}, key);
}

/** The keys around a line, each deeper than the one before it. */
function keyLinesAbove(text: string, contentStart: number, lineStart: number): readonly KeyLine[] {
  let lines: readonly KeyLine[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let start = lineStart; start > contentStart && least > 0; ) {
    const line = lineBefore(text, start);
    start = line.start;
    const content = text.slice(Math.max(start, contentStart), line.end);
    const indent = indentOf(content);
    if (indent >= least || isBlankOrComment(content)) continue;
    const rest = content.slice(indent);
    if (isItem(rest)) {
      // What stands deeper belongs to a mapping in a list; the key of that list may stand at the column of the dash.
      if (KEY.test(rest.replace(/^(?:-\s+)+/, ""))) [lines, least] = [[], indent + 1];
      continue;
    }
    const key = KEY.exec(rest)?.[0];
    if (key === undefined) continue;
    const isOpen = isBlankOrComment(rest.slice(key.length));
    lines = [{ indent, name: keyName(key), isOpen }, ...lines];
    least = indent;
  }
  return lines;
}
