/** The page of the content report: in a panel of VS Code, or as a file of its own. */
import type { PageMessage, ShownReport } from "./messages.ts";
import { showReport } from "./page.ts";

declare const acquireVsCodeApi: (() => { postMessage(message: PageMessage): void }) | undefined;

const embedded = document.getElementById("report")?.textContent;
if (embedded) {
  showReport(JSON.parse(embedded) as ShownReport, undefined);
} else if (typeof acquireVsCodeApi === "function") {
  const panel = acquireVsCodeApi();
  // Only the panel that made this page can send it anything.
  window.addEventListener("message", ({ data }) =>
    showReport(data as ShownReport, (message) => panel.postMessage(message)),
  );
  panel.postMessage({ type: "ready" });
}
