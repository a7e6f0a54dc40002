import assert from "node:assert/strict";
import type { TextEdit } from "../server/src/service/document/span.ts";

/** The edits do not overlap, and none writes at one of its ends what stands there. */
export function assertNarrow(text: string, edits: readonly TextEdit[]): void {
  let from = 0;
  for (const { start, end, newText } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    assert.ok(from <= start && start <= end && end <= text.length, text);
    from = end;
    const old = text.slice(start, end);
    if (old === "" || newText === "") continue;
    const told = `${JSON.stringify(old)} by ${JSON.stringify(newText)}`;
    assert.ok(old[0] !== newText[0] || /[\uD800-\uDBFF]/.test(newText[0] ?? ""), told);
    assert.ok(old.at(-1) !== newText.at(-1) || /[\uDC00-\uDFFF]/.test(newText.at(-1) ?? ""), told);
  }
}
