import assert from "node:assert/strict";
import type { CodeAction } from "vscode-languageserver-protocol/node";
import { apply, endSessions, positionOf, SOUND, startSession, textOf } from "./session.ts";

const UPDATE = "Update what follows from the title";

describe("updating what follows from a key", () => {
  afterEach(endSessions);

  const text = textOf(SOUND).replace(/^title: .*$/m, "title: Quite Another Title");

  const actionsAt = async (part: string, only?: string[]) => {
    const session = await startSession();
    const document = await session.open(SOUND, text);
    const at = positionOf(document, part, 1);
    const actions = await session.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: SOUND },
      range: { start: at, end: at },
      context: { diagnostics: [], triggerKind: 1, ...(only && { only }) },
    });
    return { document, actions: actions.filter(({ title }) => title.startsWith(UPDATE)) };
  };

  it("is a refactoring on the key", async () => {
    const { document, actions } = await actionsAt("title: Quite");
    assert.deepEqual(
      actions.map(({ title, kind }) => [title, kind]),
      [
        [UPDATE, "refactor.rewrite"],
        [`${UPDATE}, and keep the old address as an alias`, "refactor.rewrite"],
      ],
    );
    const [change] = actions[0]?.edit?.documentChanges ?? [];
    assert.ok(change && "edits" in change);
    const after = apply(document, change.edits as Parameters<typeof apply>[1]);
    assert.match(after, /^- Quite Another Title$/m);
    assert.match(after, /^aliases: \/news\/quite-another-title$/m);
    assert.match(after, /^slug: .*-quite-another-title$/m);
  });

  it("is a fix of what no longer follows", async () => {
    const { actions } = await actionsAt(/^slug: (.*)$/m.exec(text)?.[1] ?? "");
    assert.deepEqual(
      actions.map(({ kind, diagnostics }) => [kind, diagnostics?.map(({ code }) => code)]),
      [
        ["quickfix", ["derived-value"]],
        ["quickfix", ["derived-value"]],
      ],
    );
  });

  it("is left out where other kinds are asked for", async () => {
    assert.deepEqual((await actionsAt("title: Quite", ["quickfix"])).actions, []);
    assert.equal((await actionsAt("title: Quite", ["refactor"])).actions.length, 2);
  });
});
