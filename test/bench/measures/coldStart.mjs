// From nothing to the first right diagnostics.
import { withServer } from "../lspClient.mjs";
import { OpenDocument } from "../openDocument.mjs";
import { cpuMs, residentMiB } from "../processUse.mjs";
import { fault, offsetBehind, positionAt } from "../sample.mjs";

/**
 * @param {import("../contestants.mjs").Contestant} contestant
 * @param {import("../amount.mjs").Recorder} record
 */
export async function measureColdStart(contestant, record) {
  const at = offsetBehind(contestant.text, fault.anchor);
  const faultyText = contestant.text.slice(0, at) + fault.typed + contestant.text.slice(at);
  const { line } = positionAt(faultyText, at);

  await withServer(contestant, async (client) => {
    record("initialize", client.initializedAt - client.spawnedAt);
    const document = new OpenDocument(client, faultyText);
    await document.diagnosticsWhen((diagnostics) => diagnostics.some(({ range }) => range.start.line === line));
    record("firstDiagnostics", performance.now() - client.spawnedAt);
    record("firstDiagnosticsCpu", cpuMs(client.pid));
    record("openMemory", residentMiB(client.pid).now);
  });
}
