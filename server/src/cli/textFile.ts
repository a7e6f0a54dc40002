import { isUtf8 } from "node:buffer";
import { readFile, writeFile } from "node:fs/promises";

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** The text of a file without its byte order mark, and what it takes to write it back in the same bytes. */
export interface TextFile {
  readonly text: string;
  readonly hasBom: boolean;
  /** `lossy` where the bytes are not UTF-8: then `text` has U+FFFD in their place, and must never be written. */
  readonly encoding: "utf-8" | "lossy";
}

/** Reads a file as UTF-8. Rejects where the system does. */
export async function readTextFile(path: string): Promise<TextFile> {
  const bytes = await readFile(path);
  return {
    text: new TextDecoder("utf-8").decode(bytes),
    hasBom: bytes.subarray(0, BOM.length).equals(BOM),
    encoding: isUtf8(bytes) ? "utf-8" : "lossy",
  };
}

/** Writes a file in place: its mode, its owner and the links to it stay. */
export async function writeTextFile(path: string, { text, hasBom }: TextFile): Promise<void> {
  const bytes = Buffer.from(text, "utf8");
  await writeFile(path, hasBom ? Buffer.concat([BOM, bytes]) : bytes);
}
