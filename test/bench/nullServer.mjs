// A language server that knows nothing: it answers each request at once with nothing. What it costs is what Node, the
// pipe and the client cost on this machine, the floor below which no server can be.
import { encodeMessage, readMessages } from "./framing.mjs";

const answers = new Map(
  Object.entries({
    initialize: {
      capabilities: {
        textDocumentSync: 2,
        completionProvider: {},
        hoverProvider: true,
        codeActionProvider: true,
        diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      },
    },
    "textDocument/diagnostic": { kind: "full", items: [] },
    "textDocument/completion": [],
    "textDocument/codeAction": [],
  }),
);

readMessages(process.stdin, ({ id, method }) => {
  if (method === "exit") process.exit(0);
  if (id === undefined || method === undefined) return;
  process.stdout.write(encodeMessage({ id, result: answers.get(method) ?? null }));
});
process.stdin.on("end", () => process.exit(0));
