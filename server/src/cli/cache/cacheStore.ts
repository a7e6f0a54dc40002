import { type CacheContent, readCache, writeCache } from "./cacheFile.ts";

/** Where a cache is kept from one check to the next. */
export interface CacheStore {
  read(): CacheContent;
  /** Throws where the system does. */
  write(content: CacheContent): void;
}

/**
 * @param path of its file, which need not be there
 * @param program the file of this program
 */
export function createFileStore(path: string, program: string): CacheStore {
  return {
    read: () => readCache(path, program),
    write: (content) => writeCache(path, program, content),
  };
}

/** It is gone when the program is. */
export function createMemoryStore(): CacheStore {
  let kept: CacheContent = { looked: 0, entries: new Map() };
  return {
    read: () => kept,
    write(content) {
      kept = content;
    },
  };
}
