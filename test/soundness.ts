import assert from "node:assert/strict";
import { parseFrontMatter } from "../server/src/service/document/frontMatter.ts";
import type { Node } from "../server/src/service/document/node.ts";
import type { Span } from "../server/src/service/document/span.ts";

/** What holds of every text: places lie in it and in each other, and problems are said once. */
export function assertSound(text: string): void {
  const frontMatter = parseFrontMatter(text);
  if (frontMatter === undefined) return;
  const { block, root, problems, broken } = frontMatter;
  assertInside(block.content, { start: 0, end: text.length });
  for (const problem of problems) assertInside(problem, { start: 0, end: text.length });
  for (const lines of broken) assertInside(lines, block.content);
  assert.equal(new Set(problems.map(({ code, start }) => `${code} ${start}`)).size, problems.length);
  if (root !== undefined) assertNode(root, block.content);
}

function assertNode(node: Node, outer: Span): void {
  assertInside(node, outer);
  if (node.kind === "sequence") for (const item of node.items) assertNode(item, node);
  if (node.kind !== "mapping") return;
  for (const pair of node.pairs) {
    assertInside(pair, node);
    assertInside(pair.key, pair);
    assertNode(pair.value, pair);
  }
}

function assertInside(inner: Span, outer: Span): void {
  const isInside = outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
  assert.ok(isInside, `${inner.start}–${inner.end} in ${outer.start}–${outer.end}`);
}
