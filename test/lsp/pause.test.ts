import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { createPause } from "../../server/src/lsp/pause.ts";

describe("a pause", () => {
  let turns: (() => void)[] = [];
  const later = (next: () => void) => void turns.push(next);
  beforeEach(() => {
    turns = [];
  });
  /** Lets what waits for the next turn go on, and all that follows at once. */
  const turn = async (): Promise<void> => {
    turns.shift()?.();
    await setImmediate();
  };

  it("ends for one after the other, each in a turn of its own", async () => {
    const order: string[] = [];
    let time = 0;
    const pause = createPause(() => (time += 10), later);
    const goOn = async (name: string) => {
      await pause();
      order.push(name);
    };
    const all = Promise.all(["a", "b", "c"].map(goOn));
    for (const expected of ["", "a", "ab", "abc"]) {
      assert.equal(order.join(""), expected);
      assert.equal(turns.length, expected === "abc" ? 0 : 1);
      await turn();
    }
    await all;
    const last = goOn("d");
    assert.equal(turns.length, 1);
    await turn();
    await last;
    assert.equal(order.join(""), "abcd");
  });

  it("is none for who has just had one, until that was some milliseconds ago", async () => {
    let time = 0;
    const pause = createPause(() => time, later);
    /** Whether there was one. */
    const waits = async (): Promise<boolean> => {
      const paused = pause();
      const isWaiting = turns.length > 0;
      await turn();
      await paused;
      return isWaiting;
    };
    assert.ok(await waits());
    assert.ok(!(await waits()));
    time = 7;
    assert.ok(!(await waits()));
    time = 8;
    assert.ok(await waits());
    assert.ok(!(await waits()));
    // The clock is set back.
    time = -5000;
    assert.ok(await waits());
  });

  it("is over once the timers have come to it, in a server", async () => {
    const order: string[] = [];
    const pause = createPause(() => 0);
    const paused = pause().then(() => order.push("on"));
    await Promise.resolve();
    order.push("others");
    await paused;
    assert.deepEqual(order, ["others", "on"]);
  });
});
