import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  Connection,
  RenameFilesParams,
  TextDocuments,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { AddAlias, FileEdit, LanguageService, Log, MoveEdit } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toTextEdit } from "./convert.ts";
import { openIn } from "./documents.ts";
import { normalise } from "./folders.ts";
import { describeError } from "./log.ts";
import type { OwnMoves } from "./ownMoves.ts";
import type { SettingsStore } from "./settings.ts";

/** Articles, the images that may go with them, and folders of both. */
export const WILL_RENAME = {
  filters: [
    { pattern: { glob: "**/*.{md,avif,gif,jpeg,jpg,png,svg,webp}", matches: "file" as const } },
    { pattern: { glob: "**/*", matches: "folder" as const } },
  ],
};

interface WillRenameParts {
  readonly service: LanguageService;
  readonly documents: TextDocuments<TextDocument>;
  readonly settings: SettingsStore;
  readonly client: Client;
  readonly ownMoves: OwnMoves;
  readonly log: Log;
}

/** `workspace/willRenameFiles`: whatever goes wrong, the files are renamed. */
export function answerWillRename(connection: Connection, parts: WillRenameParts): void {
  const { service, settings, client, ownMoves, log } = parts;
  const answer = async ({ files }: RenameFilesParams, isCancelled: () => boolean): Promise<WorkspaceEdit | null> => {
    const [first] = files;
    if (first === undefined) return null;
    const { addAlias = "ask", enable } = await settings.of(first.oldUri);
    if (!enable) return null;
    const moves = files.map(({ oldUri, newUri }) => ({ from: normalise(oldUri), to: normalise(newUri) }));
    if (await ownMoves.areMade(moves)) return null;
    const edit = await service.willRenameFiles(moves, { renamesFiles: client.renamesFiles, isCancelled });
    return toMoveEdit(edit, addAlias, parts);
  };
  connection.workspace.onWillRenameFiles(async (params, token) => {
    try {
      return await answer(params, () => token.isCancellationRequested);
    } catch (error) {
      log.error(`workspace/willRenameFiles failed: ${describeError(error)}`);
      return null;
    }
  });
}

/** More changed files than these are shown before they are changed. */
const A_FEW = 5;

const PLACE: ChangeAnnotation = { label: "What follows from the article's place", needsConfirmation: false };

/** VS Code shows what needs confirmation, and has it unticked. */
const MANY_PLACES: ChangeAnnotation = {
  label: "What follows from the articles' places",
  description: "tick this to change it in all of them",
  needsConfirmation: true,
};

/** The edit, with the aliases as the user's setting has them. Where it says to ask and the client cannot, there are none. */
export function toMoveEdit(
  { files, aliases, renames = [] }: MoveEdit,
  addAlias: AddAlias,
  { client, documents }: Pick<WillRenameParts, "client" | "documents">,
): WorkspaceEdit | null {
  const further = addAlias === "always" || (addAlias === "ask" && client.takesAnnotations) ? aliases : [];
  if (files.length + further.length + renames.length === 0) return null;
  const changed = new Map<string, AnnotatedTextEdit[]>();
  const add = ({ uri, text, edits }: FileEdit, annotationId: string): void => {
    const document = TextDocument.create(uri, "markdown", 0, text);
    const converted = edits.map((edit) => ({ ...toTextEdit(document, edit), annotationId }));
    changed.set(uri, [...(changed.get(uri) ?? []), ...converted]);
  };
  for (const file of files) add(file, "place");
  for (const file of further) add(file, "address");
  if (!client.takesVersionedEdits) return { changes: Object.fromEntries([...changed].map(withoutAnnotations)) };

  const open = openIn(documents);
  const texts = [...changed].map(([uri, edits]) => ({
    textDocument: { uri, version: open(uri)?.version ?? null },
    edits: client.takesAnnotations ? edits : withoutAnnotations([uri, edits])[1],
  }));
  const annotation = client.takesAnnotations && files.length > 0 ? { annotationId: "place" } : {};
  const moves = renames.map(({ from, to }) => ({ kind: "rename" as const, oldUri: from, newUri: to, ...annotation }));
  const asksAnyway = addAlias === "ask" && further.length > 0;
  return {
    documentChanges: [...texts, ...moves],
    ...(client.takesAnnotations && {
      changeAnnotations: {
        ...(files.length > 0 && { place: files.length > A_FEW && !asksAnyway ? MANY_PLACES : PLACE }),
        ...(further.length > 0 && {
          address: {
            label: "The old address as an alias",
            description: "so that links to the article still lead to it",
            needsConfirmation: addAlias === "ask",
          },
        }),
      },
    }),
  };
}

function withoutAnnotations([uri, edits]: [string, AnnotatedTextEdit[]]): [string, TextEdit[]] {
  return [uri, edits.map(({ range, newText }) => ({ range, newText }))];
}
