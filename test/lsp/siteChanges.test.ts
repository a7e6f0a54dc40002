import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, renameSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { removeFolder, temporaryFolder } from "../temporaryFolder.ts";
import { endSessions, RICH, startSession, until } from "./session.ts";

const NEWS = "content/communities/chronic-care-management/curated-news";

describe("A site that changes, over LSP", () => {
  let site: string;

  beforeEach(() => {
    site = temporaryFolder();
    cpSync(resolve("test/sites/medigy"), site, { recursive: true });
  });
  afterEach(async () => {
    await endSessions();
    removeFolder(site);
  });

  const uriOf = (path: string) => pathToFileURL(join(site, path)).href;
  const articles = () =>
    readdirSync(join(site, NEWS))
      .filter((name) => /^[\da-f-]+\.md$/.test(name))
      .toSorted();

  async function openFirst(capabilities = RICH) {
    const session = await startSession({ folders: [uriOf("")], capabilities });
    const name = articles()[0] ?? "";
    await session.open(uriOf(`${NEWS}/${name}`));
    await session.diagnose(uriOf(`${NEWS}/${name}`));
    await until("the site is indexed", () => indexed(session.logged));
    return session;
  }

  const indexed = (logged: readonly { readonly message: string }[]) =>
    logged.find(({ message }) => /indexed \d+ pages/.test(message))?.message;

  it("asks to be told of everything that is deleted, folders among it", async () => {
    const { registrations } = await openFirst();
    const watched = registrations.find(({ method }) => method === "workspace/didChangeWatchedFiles");
    assert.ok(
      watched?.registerOptions.watchers.some(
        ({ globPattern, kind }: { globPattern: string; kind?: number }) => globPattern === "**/*" && kind === 4,
      ),
    );
  });

  it("takes thousands of changes at once as one, and goes on answering", async () => {
    const session = await openFirst();
    const before = session.refreshes();
    const changes = Array.from({ length: 5000 }, (_, number) => ({ uri: uriOf(`${NEWS}/none-${number}.md`), type: 3 }));
    const twin = `${NEWS}/twin.md`;
    writeFileSync(join(site, twin), readFileSync(join(site, NEWS, articles()[0] ?? "")));
    await session.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [...changes, { uri: uriOf(twin), type: 1 }],
    });
    await until("the open article is concerned by its twin", () => (session.refreshes() > before ? true : undefined));
    // One more may be owed to what was indexed at the start.
    assert.ok(session.refreshes() <= before + 2, String(session.refreshes() - before));
  });

  it("follows a folder that was renamed, told of as one that is gone and files that came", async () => {
    const session = await openFirst();
    const before = session.refreshes();
    renameSync(join(site, "content/communities/chronic-care-management"), join(site, "content/communities/other"));
    await session.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf("content/communities/chronic-care-management"), type: 3 }],
    });
    await until("what links lead to is gone", () => (session.refreshes() > before ? true : undefined));
  });

  it("follows no link to a folder that comes, as it follows none that was there before", async () => {
    const session = await openFirst();
    const path = `${NEWS}/${articles()[0]}`;
    const refreshes = session.refreshes();
    symlinkSync(".", join(site, "content/communities/loop"));
    cpSync(join(site, path), join(site, `${NEWS}/twin.md`));
    const changes = ["content/communities/loop", "content/communities/loop/privacy-security", `${NEWS}/twin.md`];
    await session.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: changes.map((change) => ({ uri: uriOf(change), type: 1 })),
    });
    await until("the open article is concerned by its twin", () =>
      session.refreshes() > refreshes ? true : undefined,
    );
    const found = await session.diagnostics(uriOf(path));
    const others = found.flatMap(({ relatedInformation = [] }) =>
      relatedInformation.map(({ location }) => location.uri),
    );
    assert.ok(others.length > 0);
    assert.deepEqual([...new Set(others)], [uriOf(`${NEWS}/twin.md`)]);
  });

  it("says in its log what it cannot read, and reads the rest", async () => {
    const files = readdirSync(join(site, "content"), { recursive: true, encoding: "utf8" });
    const pages = files.filter((path) => path.endsWith(".md") && !path.endsWith("README.md"));
    symlinkSync("nowhere.md", join(site, NEWS, "dangling.md"));
    symlinkSync("loop.md", join(site, NEWS, "loop.md"));
    symlinkSync("..", join(site, NEWS, "up"));
    writeFileSync(join(site, NEWS, "huge.md"), "---\ntitle: Huge\n---\n");
    truncateSync(join(site, NEWS, "huge.md"), 100 * 1024 * 1024);
    const { logged } = await openFirst();
    assert.match(indexed(logged) ?? "", new RegExp(`indexed ${pages.length + 1} pages`));
    const warnings = logged.filter(({ type }) => type === 2).map(({ message }) => message);
    assert.ok(
      warnings.some((message) => /cannot read .*dangling\.md, .*loop\.md\.$/.test(message)),
      warnings.join("\n"),
    );
    for (const message of warnings) assert.doesNotMatch(message, /\n/);
  });
});
