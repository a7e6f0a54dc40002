import { cpSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { removeFolder, temporaryFolder } from "../temporaryFolder.ts";
import { endSessions, SOUND, siteUri, startSession, textOf, until } from "./session.ts";

// What an editor does to files itself, where nobody watches them.

describe("File operations over LSP", () => {
  let folder = "";
  beforeEach(() => {
    folder = temporaryFolder("curated-operations-");
    cpSync(new URL(siteUri("medigy")), folder, { recursive: true });
  });
  afterEach(async () => {
    await endSessions();
    removeFolder(folder);
  });

  it("are followed: a copy shares what it says as long as it is there", async () => {
    const article = pathToFileURL(join(folder, SOUND.slice(siteUri("medigy").length + 1))).href;
    const [copy, moved] = ["copy", "moved"].map((name) => new URL(`${name}.md`, article)) as [URL, URL];
    const session = await startSession({ folders: [pathToFileURL(folder).href] });
    await session.open(article, textOf(SOUND));
    await session.diagnostics(article);
    await until("the site is indexed", () => session.logged.find(({ message }) => message.includes("indexed ")));
    const told = (method: string, files: readonly object[]) =>
      session.connection.sendNotification(`workspace/did${method}Files`, { files });
    const sharers = async () => {
      const found = await session.diagnostics(article);
      const ids = found.filter(({ code }) => code === "duplicate-id");
      return [...new Set(ids.flatMap((each) => each.relatedInformation ?? []).map(({ location }) => location.uri))];
    };
    const shares = (expected: readonly string[]) =>
      until(`${expected.length} other files share what it says`, async () =>
        isDeepStrictEqual(await sharers(), expected) ? true : undefined,
      );

    cpSync(fileURLToPath(article), fileURLToPath(copy));
    await told("Create", [{ uri: copy.href }]);
    await shares([copy.href]);
    renameSync(copy, moved);
    await told("Rename", [{ oldUri: copy.href, newUri: moved.href }]);
    await shares([moved.href]);
    rmSync(moved);
    await told("Delete", [{ uri: moved.href }]);
    await shares([]);
  });
});
