import * as vscode from "vscode";
import { createNonce, escaped } from "../webviewText.ts";

/** The document of the report's page. Nothing runs in it but its own script, and nothing is loaded but that and its styles. */
export function webviewDocument(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = createNonce();
  const [script = "", styles = ""] = ["report.js", "report.css"].map((name) =>
    webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString(),
  );
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    // The charts set widths as attributes.
    `style-src ${webview.cspSource} 'unsafe-inline'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy.join("; "))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(styles)}">
</head>
<body>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`;
}
