import { isUtf8 } from "node:buffer";
import { readFileSync, writeFileSync } from "node:fs";

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** The text of a file without its byte order mark, and what it takes to write it back in the same bytes. */
export interface TextFile {
  readonly text: string;
  readonly hasBom: boolean;
  /** `lossy` where the bytes are not UTF-8: then `text` has U+FFFD in their place, and must never be written. */
  readonly encoding: "utf-8" | "lossy";
}

/** Reads a file as UTF-8. Throws where the system does. */
export function readTextFile(path: string): TextFile {
  const bytes = readFileSync(path);
  const hasBom = bytes.subarray(0, BOM.length).equals(BOM);
  if (!isUtf8(bytes)) return { text: new TextDecoder().decode(bytes), hasBom, encoding: "lossy" };
  return { text: bytes.toString("utf8", hasBom ? BOM.length : 0), hasBom, encoding: "utf-8" };
}

/** Writes a file in place: its mode, its owner and the links to it stay. */
export function writeTextFile(path: string, { text, hasBom }: TextFile): void {
  const bytes = Buffer.from(text, "utf8");
  writeFileSync(path, hasBom ? Buffer.concat([BOM, bytes]) : bytes);
}
