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
export function levelsAbove({ text, frontMatter }: StructuredDocument, lineStart: number): readonly KeyLevel[] {
  const lines = keyLinesAbove(text, frontMatter?.block.content.start ?? 0, lineStart);
  const levels = lines.map(({ indent }, at) => ({ indent, path: namesOf(lines.slice(at + 1)) }));
  const [above] = lines;
  return above?.isOpen ? [{ indent: above.indent + 2, path: namesOf(lines) }, ...levels] : levels;
}

/** Whether a mapping is one that has a key, and does not have it yet. */
export function lacksKey({ archetype, frontMatter }: StructuredDocument, { path }: KeyLevel, key: string): boolean {
  const mapping = nodeAt(frontMatter?.root, path);
  const isThere = mapping?.kind === "mapping" && findPair(mapping, key) !== undefined;
  return !isThere && Object.hasOwn(schemaAt(archetype.schema, path)?.properties ?? {}, key);
}

/** The keys around a line, each less indented than the one before it. */
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
    // Nothing stands below a key that has a value: that line has slipped itself.
    if (!isOpen && lines.length > 0 && indent > 0) continue;
    lines = [...lines, { indent, name: keyName(key), isOpen }];
    least = indent;
  }
  return lines;
}

function namesOf(lines: readonly KeyLine[]): Path {
  return lines.map(({ name }) => name).toReversed();
}
