import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { applyEdits, type TextEdit } from "../service/languageService.ts";

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** The text of a file without its byte order mark, and what it takes to write it back in the same bytes. */
export interface TextFile {
  readonly text: string;
  readonly hasBom: boolean;
  /** `lossy` where the bytes are not UTF-8: then `text` has U+FFFD in their place, and must never be written. */
  readonly encoding: "utf-8" | "lossy";
}

/** Edits of the texts of files, or what stands for a file as a whole, by their paths: what is read is as if it were so. */
export type Patches = ReadonlyMap<string, readonly TextEdit[] | TextFile>;

/** Reads a file as UTF-8. Throws where the system does. */
export function readTextFile(path: string, patches?: Patches): TextFile {
  const patch = patches?.get(path);
  if (patch !== undefined && "text" in patch) return patch;
  const file = toTextFile(readFileSync(path));
  return patch === undefined ? file : { ...file, text: applyEdits(file.text, patch) };
}

/** What bytes say, read as UTF-8. */
export function toTextFile(bytes: Buffer): TextFile {
  const hasBom = bytes.subarray(0, BOM.length).equals(BOM);
  if (!isUtf8(bytes)) return { text: new TextDecoder().decode(bytes), hasBom, encoding: "lossy" };
  return { text: bytes.toString("utf8", hasBom ? BOM.length : 0), hasBom, encoding: "utf-8" };
}

/** The bytes of a text in a file. */
export function bytesOf({ text, hasBom }: Pick<TextFile, "text" | "hasBom">): Buffer {
  const bytes = Buffer.from(text, "utf8");
  return hasBom ? Buffer.concat([BOM, bytes]) : bytes;
}
