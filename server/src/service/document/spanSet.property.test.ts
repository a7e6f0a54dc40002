import assert from "node:assert/strict";
import fc from "fast-check";
import { overlaps, type Span } from "./span.ts";
import { createSpanSet } from "./spanSet.ts";

const spans = fc.array(
  fc.tuple(fc.nat(60), fc.nat(6)).map(([start, length]): Span => ({ start, end: start + length })),
  { maxLength: 40 },
);

describe("a set of spans", () => {
  it("says what looking at each would say", () =>
    fc.assert(
      fc.property(spans, (all) => {
        const set = createSpanSet();
        const taken: Span[] = [];
        for (const span of all) {
          const touches = taken.some((other) => overlaps(span, other));
          assert.equal(set.touches(span), touches);
          if (touches) continue;
          set.add(span);
          taken.push(span);
        }
      }),
    ));
});
