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

/** Whether a document may be an article or a site's own file. Editors differ in what they call Markdown and YAML. */
export function mayBeOurs({ languageId, uri }: TextDocument): boolean {
  return languageId === "markdown" || languageId === "yaml" || /\.(?:md|markdown|mdown|yaml|yml)$/i.test(uri);
}
