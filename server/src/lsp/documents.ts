import { TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { normalise } from "./folders.ts";

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

/** Finds an open document by its URI, however its client escapes that. */
export function openIn(documents: TextDocuments<TextDocument>): (uri: string) => TextDocument | undefined {
  return (uri) => documents.get(uri) ?? documents.all().find((document) => normalise(document.uri) === normalise(uri));
}

/** Whether a document may be an article or a site's own file. Editors differ in what they call Markdown and YAML. */
export function mayBeOurs({ languageId, uri }: TextDocument): boolean {
  return languageId === "markdown" || languageId === "yaml" || /\.(?:md|markdown|mdown|yaml|yml)$/i.test(uri);
}

/** Whether a document may be one that lists topics. */
export function mayBeVocabulary({ languageId, uri }: TextDocument): boolean {
  return languageId === "yaml" || /\.ya?ml$/i.test(uri);
}
