import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { importTopics, siteRoots } from "../../server/src/protocol/topicImport.ts";
import { removeFolder, temporaryFolder } from "../temporaryFolder.ts";
import { endSessions, siteUri, startSession } from "./session.ts";

const TOPICS = siteUri("medigy", "data/topics.yaml");

describe("Import of topics over LSP", () => {
  afterEach(endSessions);

  it("tells what would change, and gives an edit tied to the version that is open", async () => {
    const session = await startSession();
    const document = await session.open(TOPICS);
    const roots = await session.connection.sendRequest(siteRoots, {});
    const root = siteUri("medigy", "").replace(/\/$/, "");
    assert.ok(roots.includes(root));
    const topics = [
      { scheme: "NIH", label: "Sleep", altLabels: [] },
      { scheme: "NIH", label: "Food", altLabels: ["Diet"] },
    ];
    const params = { root, topics, differing: "keep", missing: "deprecate", leftOut: ["NIH: Sleep"] } as const;
    const { changes, edit, vocabulary } = await session.connection.sendRequest(importTopics, params);
    assert.equal(vocabulary, TOPICS);
    assert.deepEqual(changes, [
      { kind: "added", topic: "NIH: Sleep", keys: [] },
      { kind: "added", topic: "NIH: Food", keys: ["altLabels"] },
    ]);
    const [change, ...others] = edit?.documentChanges ?? [];
    assert.ok(change !== undefined && "edits" in change && others.length === 0);
    assert.deepEqual(change.textDocument, { uri: TOPICS, version: document.version });
    const text = change.edits.map((each) => ("newText" in each ? each.newText : "")).join("");
    assert.match(text, /- label: NIH\n(?:.*\n)*.*- label: Food\n +altLabels: \[Diet\]\n$/);
    assert.doesNotMatch(text, /Sleep/);
  });

  it("makes the file of a site that has none, and says why it cannot where it has errors", async () => {
    const folder = temporaryFolder("curated import ");
    try {
      writeFileSync(join(folder, "hugo.yaml"), "title: A\n");
      const session = await startSession();
      const root = pathToFileURL(folder).toString();
      const topics = [{ scheme: "NIH", label: "Sleep", altLabels: [] }];
      const params = { root, topics, differing: "keep", missing: "keep", leftOut: [] } as const;
      const { edit, vocabulary } = await session.connection.sendRequest(importTopics, params);
      assert.deepEqual(edit?.documentChanges?.[0], {
        kind: "create",
        uri: vocabulary,
        options: { ignoreIfExists: true },
      });
      await session.open(vocabulary, "schemes: [\n");
      await assert.rejects(session.connection.sendRequest(importTopics, params), /has errors/);
    } finally {
      removeFolder(folder);
    }
  });
});
