import assert from "node:assert/strict";
import { CancellationTokenSource } from "vscode-languageserver-protocol";
import { BROKEN, endSessions, positionOf, startSession, until } from "./session.ts";

const ARTICLE = BROKEN.replace("ea15bcd2", "garbage");

/** Texts that no author means to write, and that must not stop the server. */
const GARBAGE: { readonly [name: string]: string } = {
  binary: Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)).toString("latin1"),
  "invalid UTF-8": `---\ntitle: ${Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0xed, 0xa0, 0x80]).toString("utf8")}\n---\n`,
  "a lone surrogate": "---\ntitle: \uD800\n---\n",
  "a line of 1 MB": `---\ntitle: ${"x".repeat(1_000_000)}\n---\n`,
  "a flow list of 1 MB": `---\ntags: [${"a, ".repeat(330_000)}]\n---\n`,
  "10,000 levels": `---\ntags: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n---\n`,
  "aliases without end": `---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n${"d: [*c, *c]\n".repeat(50)}---\n`,
  "60 KB of spaces in a title": `---\ntitle: a${" ".repeat(60_000)}b\n---\n`,
  "escapes of escapes": `---\narchetype: news\nfeaturedImage:\n  href: '%${"25".repeat(30_000)}2e'\n---\n`,
  "5,000 breadcrumbs": `---\narchetype: news\nbreadcrumbs:\n${"- Home\n".repeat(5000)}---\n`,
  "8,000 equal topics": `---\narchetype: news\ncommunityTopics:\n${"- a\n".repeat(8000)}---\n`,
  "4,000 unknown keys": `---\narchetype: news\n${Array.from({ length: 4000 }, (_, i) => `titel${i}: x\n`).join("")}---\n`,
  "3,000 suppressions": `---\narchetype: news\n${"# curated-content-disable-next-line slug\n".repeat(1500)}---\n`,
  "a list that is 20,000 deep": `---\narchetype: news\nopenProjectCustomFields:\n  medigyTopics: '${"[".repeat(20_000)}'\n---\n`,
  "120 KB of tags that never end": `---\narchetype: news\n---\n${"<a onclick=x ".repeat(9000)}`,
  "120 KB of quotes within quotes": `---\narchetype: news\n---\n${"> ".repeat(60_000)}<img>`,
  "names of objects' own": "---\n__proto__: {x: 1}\nconstructor: 1\ntoString: 2\n---\n",
};

describe("The server lives on", () => {
  afterEach(endSessions);

  it("after a request that fails, which it logs and answers empty", async () => {
    const { connection, open, diagnostics, logged } = await startSession();
    await open(BROKEN);
    const textDocument = { uri: BROKEN };
    assert.equal(await connection.sendRequest("textDocument/hover", { textDocument, position: null }), null);
    assert.deepEqual(await connection.sendRequest("textDocument/completion", { textDocument }), []);
    assert.notDeepEqual(await diagnostics(BROKEN), []);
    const errors = await until("both are logged", () => {
      const found = logged.filter(({ type }) => type === 1);
      return found.length === 2 ? found : undefined;
    });
    assert.match(errors[0]?.message ?? "", /^textDocument\/hover failed: TypeError.*\n\s+at /);
  });

  it("after requests that were cancelled", async () => {
    const { connection, open, diagnostics } = await startSession();
    const document = await open(BROKEN);
    const position = positionOf(document, "slug:");
    const source = new CancellationTokenSource();
    const textDocument = { uri: BROKEN };
    const answers = ["textDocument/hover", "textDocument/completion", "textDocument/diagnostic"].map((method) =>
      connection.sendRequest(method, { textDocument, position }, source.token).then(
        () => "answered",
        ({ code }) => code,
      ),
    );
    source.cancel();
    for (const answer of await Promise.all(answers)) assert.ok(answer === -32800 || answer === "answered", `${answer}`);
    assert.notDeepEqual(await diagnostics(BROKEN), []);
  });

  for (const [name, text] of Object.entries(GARBAGE)) {
    it(`with ${name}`, async () => {
      const { connection, open, diagnostics, logged } = await startSession();
      await open(BROKEN);
      await diagnostics(BROKEN);
      await open(ARTICLE, text);
      const textDocument = { uri: ARTICLE };
      const position = { line: 1, character: 3 };
      const range = { start: position, end: position };
      const params = { textDocument, position, range, context: { diagnostics: [] } };
      for (const method of ["diagnostic", "completion", "hover", "codeAction"]) {
        await connection.sendRequest(`textDocument/${method}`, params);
      }
      assert.deepEqual(
        logged.filter(({ type }) => type === 1),
        [],
      );
    });
  }
});
