import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import { isMissing } from "../ioReason.ts";

/** Folders that are watched. */
export interface FolderWatch {
  /** Watches these folders and no others. Throws where the system does. Returns whether some of them are new. */
  update(folders: Iterable<string>): boolean;
  /** Comes when something has changed, and then nothing more for a moment. */
  changed(): Promise<void>;
  close(): void;
}

/** So long nothing more must come, for a command that changes many files to be over, in milliseconds. */
const QUIET = 150;

/**
 * Watches folders, each by itself and without those below.
 *
 * @param isOwn whether a file is written by ourselves
 */
export function createFolderWatch(isOwn: (path: string) => boolean): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let isChanged = false;
  let tell: () => void = () => undefined;
  const notice = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isChanged = true;
      tell();
    }, QUIET);
  };
  const open = (folder: string): FSWatcher | undefined => {
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || (isVisible(name) && !isOwn(join(folder, name)))) notice();
      });
      return watcher.on("error", notice);
    } catch (error) {
      // A folder that is gone is seen from the one above.
      if (!isMissing(error)) throw error;
      return undefined;
    }
  };
  return {
    update(folders) {
      const wanted = new Set(folders);
      for (const [folder, watcher] of watchers) {
        if (wanted.has(folder)) continue;
        watcher.close();
        watchers.delete(folder);
      }
      const before = watchers.size;
      for (const folder of wanted) {
        const watcher = watchers.has(folder) ? undefined : open(folder);
        if (watcher !== undefined) watchers.set(folder, watcher);
      }
      return watchers.size > before;
    },
    changed: () =>
      new Promise((resolve) => {
        tell = () => {
          if (!isChanged) return;
          isChanged = false;
          resolve();
        };
        tell();
      }),
    close() {
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** What editors keep beside a file while they write it changes nothing. */
function isVisible(name: string): boolean {
  return !name.endsWith("~") && (!name.startsWith(".") || /^\.(?:git|curated)ignore$/.test(name));
}
