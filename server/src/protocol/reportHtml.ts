import type { ContentReport } from "./contentReport.ts";
import type { ReportTexts } from "./reportTexts.ts";

export interface ReportHtmlParts {
  readonly texts: ReportTexts;
  /** The script of the page and its style sheet, as they are. */
  readonly script: string;
  readonly styles: string;
}

/** A report as one file that needs no other, and asks nobody for anything. The same for the same report. */
export function reportHtml(report: ContentReport, { texts, script, styles }: ReportHtmlParts): string {
  const policy =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return `<!DOCTYPE html>
<html lang="${escaped(texts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(`${texts.title}: ${report.site}`)}</title>
<style>
${styles.replace(/<\/style/gi, "<\\/style")}
</style>
</head>
<body>
<script type="application/json" id="report">${inScript(JSON.stringify({ report, texts }))}</script>
<script>
${script.replace(/<\/script/gi, "<\\/script").replaceAll("<!--", "<\\!--")}
</script>
</body>
</html>
`;
}

/** JSON that no text in it can end. */
function inScript(json: string): string {
  return json.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
