import assert from "node:assert/strict";
import { createPause } from "../../server/src/lsp/pause.ts";

describe("a pause", () => {
  it("ends for one after the other, with others in between", async () => {
    const order: string[] = [];
    let time = 0;
    const pause = createPause(() => (time += 10));
    const goOn = async (name: string) => {
      await pause();
      order.push(name);
      setImmediate(() => order.push(`after ${name}`));
    };
    await Promise.all(["a", "b", "c"].map(goOn));
    assert.deepEqual(order, ["a", "after a", "b", "after b", "c"]);
    await goOn("d");
    assert.deepEqual(order.slice(-2), ["after c", "d"]);
  });

  it("is none for who has just had one, until that was some milliseconds ago", async () => {
    let time = 0;
    const pause = createPause(() => time);
    const isOver = async (): Promise<boolean> => {
      let others = 0;
      setImmediate(() => others++);
      await pause();
      return others === 0;
    };
    assert.ok(!(await isOver()));
    assert.ok(await isOver());
    time = 7;
    assert.ok(await isOver());
    time = 8;
    assert.ok(!(await isOver()));
    assert.ok(await isOver());
    // The clock is set back.
    time = -5000;
    assert.ok(!(await isOver()));
  });
});
