import type { CompletionItem, CompletionList, CompletionParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type LanguageService, MOST_COMPLETIONS } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toCompletionItem } from "./convert.ts";

/**
 * What makes an editor ask while the author types. VS Code passes over the letters, which it counts as quick suggestions,
 * so that our client asks in their place; other editors heed them. Digits are not among them, for no key or value of ours
 * begins with one.
 */
export const TRIGGER_CHARACTERS: readonly string[] = [
  ..."abcdefghijklmnopqrstuvwxyz",
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  ..." :-'\"[,#/",
];

/** `textDocument/completion` */
export async function completion(
  document: TextDocument,
  { position }: CompletionParams,
  { service, client }: { readonly service: LanguageService; readonly client: Client },
): Promise<CompletionItem[] | CompletionList> {
  const found = await service.complete(document, document.offsetAt(position));
  const items = found.map((item) => toCompletionItem(document, item, client));
  return found.length < MOST_COMPLETIONS ? items : { isIncomplete: true, items };
}
