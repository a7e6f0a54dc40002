import assert from "node:assert/strict";
import type { TextDocumentEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { newArticle, newArticleSites, newArticleTopics } from "../../server/src/protocol/newArticle.ts";
import { apply, endSessions, SOUND, siteUri, startSession, textOf } from "./session.ts";

const ROOT = siteUri("medigy");
const SECTION = "content/communities/privacy-security/curated-news";
const REQUEST = {
  root: ROOT,
  archetype: "news",
  community: "privacy-security",
  title: "Locks",
  source: "https://secure-care.example/locks",
  topics: [],
};

describe("New articles over LSP", () => {
  afterEach(endSessions);

  it("are offered for the open sites, and for a place", async () => {
    const folders = [siteUri("medigy"), siteUri("gatherings")];
    const { connection } = await startSession({ folders });
    const sites = await connection.sendRequest(newArticleSites, {});
    assert.deepEqual(
      sites.map(({ root }) => root),
      folders,
    );
    const [medigy, gatherings] = sites;
    assert.deepEqual(medigy?.here, {});
    assert.deepEqual(
      gatherings?.archetypes.map(({ name, articles, source }) => [name, articles, source]),
      [
        ["event", 5, "none"],
        ["news", 0, "required"],
      ],
    );
    assert.deepEqual(
      gatherings?.communities.map(({ slug, articles }) => [slug, articles]),
      [
        ["riverside", 2],
        ["old-town", 2],
        ["harbour", 1],
      ],
    );
    const [here] = await connection.sendRequest(newArticleSites, { uri: `${siteUri("medigy", SECTION)}/` });
    assert.deepEqual(here?.here, { archetype: "news", community: "privacy-security" });
  });

  it("have topics, the most used first", async () => {
    const { connection } = await startSession();
    const topics = await connection.sendRequest(newArticleTopics, { root: ROOT, community: "privacy-security" });
    const uses = topics.map(({ articles }) => articles);
    assert.ok(topics.length > 50 && (uses[0] ?? 0) > 1 && uses.at(-1) === 0);
  });

  it("are made with the place to start at, and of files that are to be copied and changed", async () => {
    const { connection } = await startSession();
    const image = siteUri("medigy", `${SECTION}/02e2350b-c800-580d-930b-26d4bfecf789-featuredImage.jpg`);
    const topics = ["Gartner: Cybersecurity", "Gartner: Locksmithing"];
    const made = await connection.sendRequest(newArticle, { ...REQUEST, topics, image });
    const document = TextDocument.create(made.uri, "markdown", 0, made.text);
    assert.match(
      document.getText({ start: { line: made.selection.start.line - 1, character: 0 }, end: made.selection.end }),
      /^author:\n- '$/,
    );
    assert.deepEqual(made.image, { from: image, to: made.uri.replace(/\.md$/, "-featuredImage.jpg") });
    assert.deepEqual(made.curated, []);
    const [change] = (made.vocabulary?.documentChanges ?? []) as TextDocumentEdit[];
    const vocabulary = TextDocument.create(
      change?.textDocument.uri ?? "",
      "yaml",
      0,
      textOf(change?.textDocument.uri ?? ""),
    );
    const edits = (change?.edits ?? []).flatMap((edit) => ("newText" in edit ? edit : []));
    assert.match(apply(vocabulary, edits), /label: Locksmithing\n/);
  });

  it("tell of what is there already", async () => {
    const { connection } = await startSession();
    const source = /^ {2}href: (https:.*)$/m.exec(textOf(SOUND))?.[1];
    const community = "chronic-care-management";
    const made = await connection.sendRequest(newArticle, { ...REQUEST, title: "", source, community });
    assert.deepEqual(
      made.curated.map(({ uri, same }) => [uri, same]),
      [[SOUND, "file"]],
    );
  });

  it("are refused in words for their author", async () => {
    const { connection, logged } = await startSession();
    await assert.rejects(connection.sendRequest(newArticle, { ...REQUEST, source: "locks" }), /no web address/);
    assert.ok(!logged.some(({ message }) => message.includes("newArticle")));
  });
});
