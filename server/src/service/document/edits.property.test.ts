import assert from "node:assert/strict";
import fc from "fast-check";
import { stringify } from "yaml";
import { runs } from "../../../../test/runs.ts";
import { mapping, plain, scalar, scalarsOf, value, writeMapping } from "../../../../test/yamlData.ts";
import * as edits from "./edits.ts";
import { type FrontMatter, parseFrontMatter } from "./frontMatter.ts";
import type { JsonObject, JsonValue } from "./jsonValue.ts";
import type { Mapping, Node, Path } from "./node.ts";
import { applyEdits, type TextEdit } from "./span.ts";

describe("edits of any mapping", () => {
  const other = scalar;
  const name = fc.constantFrom("new", "b c", "it's so", "yes", "13", "x: y", "ü", "two\nlines");
  const source = fc
    .tuple(mapping, fc.boolean(), fc.constantFrom("\n", "\r\n"))
    .map(([data, isHouseStyle, lineBreak]) => {
      const content = isHouseStyle ? writeMapping(data) : stringify(data, { version: "1.1", lineWidth: 0 });
      return `---\n${content.replace(/^\{\}\n/, "")}# the end\n---\nBody\n`.replaceAll("\n", lineBreak);
    });

  it("replace a scalar", () => {
    fc.assert(
      fc.property(source, fc.nat(), other, (text, seed, value) => {
        const [path, node] = pick(scalarsOf(read(text).root), seed) ?? [];
        if (path === undefined || node === undefined) return;
        const context = isInFlow(text, node) ? "flow" : "block";
        assertEdit(text, edits.replaceScalar(text, node, value, context), (data) => setAt(data, path, value));
      }),
      { numRuns: runs(500) },
    );
  });

  it("insert and rename a key", () => {
    fc.assert(
      fc.property(source, fc.nat(), name, fc.oneof(other, value), (text, seed, key, inserted) => {
        const { root, values } = read(text);
        if (root === undefined || key in values) return;
        assertEdit(text, edits.insertPair(text, root, key, inserted), (data) => ({ ...data, [key]: inserted }));
        const pair = root.pairs[seed % root.pairs.length];
        if (pair === undefined) return;
        assertEdit(text, edits.renameKey(text, pair, key), ({ [pair.key.text]: kept = null, ...data }) => ({
          ...data,
          [key]: kept,
        }));
      }),
      { numRuns: runs(400) },
    );
  });

  it("insert and remove an item", () => {
    fc.assert(
      fc.property(source, fc.nat(), fc.nat(), other, (text, seed, position, item) => {
        const [path, list] = pick(listsOf(read(text).root), seed) ?? [];
        if (path === undefined || list?.kind !== "sequence") return;
        const index = position % (list.items.length + 1);
        assertEdit(text, edits.insertItem(text, list, index, item), (data) =>
          changeAt(data, path, (items) => (items as JsonValue[]).toSpliced(index, 0, item)),
        );
        const removal = edits.removeItem(text, list, index);
        if (removal === undefined || (list.style === "block" && list.items.length === 1)) return;
        assertEdit(text, removal, (data) =>
          changeAt(data, path, (items) => (items as JsonValue[]).toSpliced(index, 1)),
        );
      }),
      { numRuns: runs(500) },
    );
  });
});

function read(text: string): FrontMatter {
  const frontMatter = parseFrontMatter(text);
  assert.ok(frontMatter, text);
  return frontMatter;
}

/** Applies an edit: the block is YAML, its data are what was meant, and all around the edit is as it was. */
function assertEdit(text: string, edit: TextEdit, change: (data: JsonObject) => JsonValue): void {
  const { values, block } = read(text);
  const edited = applyEdits(text, [edit]);
  const after = read(edited);
  assert.deepEqual(after.problems, [], edited);
  assert.deepEqual(plain(after.values), plain(change(plain(values) as JsonObject)), edited);
  assert.ok(block.content.start <= edit.start && edit.end <= block.content.end);
  assert.equal(edited.slice(after.block.content.end), text.slice(block.content.end));
  if (!text.includes("\r\n")) return;
  assert.doesNotMatch(edit.newText, /(?<!\r)\n/);
}

function listsOf(node: Node | undefined, path: Path = []): readonly (readonly [Path, Node])[] {
  switch (node?.kind) {
    case "sequence":
      return [[path, node], ...node.items.flatMap((item, index) => listsOf(item, [...path, index]))];
    case "mapping":
      return node.pairs.flatMap((pair) => listsOf(pair.value, [...path, pair.key.text]));
    default:
      return [];
  }
}

function isInFlow(text: string, inner: Node): boolean {
  const holds = (node: Node): boolean => {
    if (node === inner || inner.start < node.start || node.end < inner.end) return false;
    if ((node.kind === "sequence" || node.kind === "mapping") && node.style === "flow") return true;
    if (node.kind === "sequence") return node.items.some(holds);
    return node.kind === "mapping" && node.pairs.some((pair) => holds(pair.value));
  };
  const root: Mapping | undefined = read(text).root;
  return root !== undefined && holds(root);
}

function setAt(data: JsonValue, path: Path, value: JsonValue): JsonValue {
  return changeAt(data, path, () => value);
}

function changeAt(data: JsonValue, path: Path, change: (value: JsonValue) => JsonValue): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return change(data);
  const copy = structuredClone(data) as Record<string | number, JsonValue>;
  copy[step] = changeAt(copy[step] ?? null, rest, change);
  return copy as JsonValue;
}

function pick<T>(list: readonly T[], seed: number): T | undefined {
  return list[seed % Math.max(1, list.length)];
}
