/** A text with an identity: what LSP calls a text document, less its positions (the service counts in offsets). */
export interface TextDocument {
  readonly uri: string;
  readonly version: number;
  getText(): string;
}
