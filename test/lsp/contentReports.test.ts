import assert from "node:assert/strict";
import { contentReports } from "../../server/src/protocol/contentReport.ts";
import { endSessions, SOUND, siteUri, startSession } from "./session.ts";

describe("Content reports over LSP", () => {
  afterEach(endSessions);

  it("are counted for the open sites", async () => {
    const session = await startSession();
    await session.open(SOUND);
    const reports = await session.connection.sendRequest(contentReports, {});
    const own = reports.find(({ root }) => root === siteUri("medigy"));
    assert.equal(own?.report.totals.articles, 18);
    assert.equal(own?.report.site, "medigy");
  });
});
