import {
  type CodeAction,
  type CodeActionParams,
  CodeActionTriggerKind,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LanguageService, Settings } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toCodeAction, toDiagnostic, toSpan, toWorkspaceEdit } from "./convert.ts";
import { topicAdditions, topicRefactorings } from "./topicActions.ts";

const QUICK_FIX = "quickfix";
const REWRITE = "refactor.rewrite";
const FIX_ALL = "source.fixAll.curatedContent";

export const CODE_ACTION_KINDS: readonly string[] = [QUICK_FIX, REWRITE, FIX_ALL];

interface CodeActionsOptions {
  readonly service: LanguageService;
  readonly client: Client;
  readonly documents: TextDocuments<TextDocument>;
  readonly settings: Settings;
}

/** `textDocument/codeAction` */
export async function codeActions(
  document: TextDocument,
  { range, context }: CodeActionParams,
  options: CodeActionsOptions,
): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  const wanted = [QUICK_FIX, REWRITE].filter((kind) => isWanted(kind, context.only));
  if (wanted.length > 0) actions.push(...(await refactorings(document, range, { ...options, wanted })));
  if (isWanted(QUICK_FIX, context.only)) {
    actions.push(...(await quickFixes(document, range, options)), ...(await topicAdditions(document, range, options)));
  }
  // An editor that looks for a light bulb while the cursor moves has no use for what changes the whole document.
  const isForLightBulb = context.only === undefined && context.triggerKind === CodeActionTriggerKind.Automatic;
  if (isWanted(REWRITE, context.only) && !isForLightBulb)
    actions.push(...(await topicRefactorings(document, range, options)));
  if (isWanted(FIX_ALL, context.only) && !isForLightBulb) actions.push(...(await fixAll(document, options)));
  return actions;
}

async function quickFixes(
  document: TextDocument,
  range: CodeActionParams["range"],
  { service, client, settings }: CodeActionsOptions,
): Promise<CodeAction[]> {
  const found = await service.codeActions(document, toSpan(document, range), settings);
  return found.map((action) => toCodeAction(document, action, client));
}

/** What ends a problem is a quick fix, too. */
async function refactorings(
  document: TextDocument,
  range: CodeActionParams["range"],
  { service, client, settings, wanted }: CodeActionsOptions & { readonly wanted: readonly string[] },
): Promise<readonly CodeAction[]> {
  const found = await service.refactorings(document, toSpan(document, range), settings);
  return found.flatMap(({ title, edits, diagnostics }) => {
    const kind = diagnostics.length > 0 ? QUICK_FIX : REWRITE;
    if (!wanted.includes(kind)) return [];
    const edit = toWorkspaceEdit(document, edits, client);
    const ended = diagnostics.map((diagnostic) => toDiagnostic(document, diagnostic));
    return [{ title, kind, edit, ...(ended.length > 0 && { diagnostics: ended }) }];
  });
}

async function fixAll(
  document: TextDocument,
  { service, client, settings }: CodeActionsOptions,
): Promise<readonly CodeAction[]> {
  const edits = await service.fixAll(document, settings);
  if (edits.length === 0) return [];
  const edit = toWorkspaceEdit(document, edits, client);
  return [{ title: "Fix all that has one right answer", kind: FIX_ALL, edit }];
}

/** Whether a kind is one of those asked for, or below one of them. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));
}
