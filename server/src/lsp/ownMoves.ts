import type { FileMove, MoveEdit } from "../service/languageService.ts";

/**
 * The moves that the server itself asked for last. A client asks what follows from these as well before it makes them
 * (LSP, `workspace/willRenameFiles`: whether a user or a workspace edit renames files); all of that came with the edit.
 */
export interface OwnMoves {
  note(edit: MoveEdit): void;
  /**
   * Whether moves are those that the server asked for, and the edit that they came with is being made. Where it was not, as
   * when the user discarded it, they are the user's own.
   */
  areMade(moves: readonly FileMove[]): Promise<boolean>;
}

/** @param textAt reads what is at a URI, as the editor has it, else as its file says */
export function createOwnMoves(textAt: (uri: string) => Promise<string | undefined>): OwnMoves {
  let latest: MoveEdit | undefined;
  return {
    note(edit) {
      latest = edit;
    },
    async areMade(moves) {
      const edit = latest;
      const isOwn = ({ from, to }: FileMove) => edit?.renames?.some((own) => own.from === from && own.to === to);
      if (edit === undefined || !moves.every(isOwn)) return false;
      latest = undefined;
      for (const { uri, text } of edit.files) if ((await textAt(uri)) !== text) return true;
      return false;
    },
  };
}
