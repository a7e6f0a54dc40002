import assert from "node:assert/strict";
import { createPause } from "../../server/src/lsp/pause.ts";

describe("a pause", () => {
  it("ends for one after the other, with others in between", async () => {
    const order: string[] = [];
    const pause = createPause();
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
});
