import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";

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
  const open = (folder: string): FSWatcher => {
    const watcher = watch(folder, (_, name) => {
      if (name === null || (isVisible(name) && !isOwn(join(folder, name)))) notice();
    });
    // A folder that is gone is seen from the one above.
    watcher.on("error", notice);
    return watcher;
  };
  return {
    update(folders) {
      const wanted = new Set(folders);
      for (const [folder, watcher] of watchers) {
        if (wanted.has(folder)) continue;
        watcher.close();
        watchers.delete(folder);
      }
      const added = [...wanted].filter((folder) => !watchers.has(folder));
      for (const folder of added) watchers.set(folder, open(folder));
      return added.length > 0;
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
