import * as vscode from "vscode";
import { createNonce, escaped } from "../webviewText.ts";
import { previewWords } from "./words.ts";

/**
 * The document of the preview page. Nothing runs in it but its own script, and nothing is loaded but files that the panel
 * may read, and images of the web where the user allows them.
 *
 * @param dist the folder of the page's script and style sheet
 */
export function pageDocument(webview: vscode.Webview, dist: vscode.Uri, remoteImages: "loaded" | "blocked"): string {
  const nonce = createNonce();
  const [script, styles] = ["preview.js", "preview.css"].map((name) =>
    webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString(),
  );
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data:${remoteImages === "loaded" ? " https: http:" : ""}`,
    `font-src ${webview.cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const start = JSON.stringify({ words: previewWords(), styles });
  return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy.join("; "))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="stylesheet" href="${escaped(styles ?? "")}">
<script type="application/json" id="start" nonce="${nonce}">${start.replaceAll("<", "\\u003c")}</script>
</head>
<body>
<script nonce="${nonce}" src="${escaped(script ?? "")}"></script>
</body>
</html>
`;
}
