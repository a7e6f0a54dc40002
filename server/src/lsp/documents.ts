import { TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

/**
 * The open documents. Each version is a value of its own: work that waits for something keeps the text it began with,
 * and sees that it is stale when the document of that URI is another one.
 */
export function createDocuments(): TextDocuments<TextDocument> {
  return new TextDocuments({
    create: TextDocument.create,
    update: (document, changes, version) => {
      const { uri, languageId } = document;
      const copy = TextDocument.create(uri, languageId, document.version, document.getText());
      return TextDocument.update(copy, changes, version);
    },
  });
}

/** Whether an article may be in a document. Editors differ in what they call Markdown. */
export function isMarkdown({ languageId, uri }: TextDocument): boolean {
  return languageId === "markdown" || /\.(?:md|markdown|mdown)$/i.test(uri);
}
