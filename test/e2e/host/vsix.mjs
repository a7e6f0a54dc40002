/** Unpacks a .vsix, so that an extension host can be pointed at exactly what is shipped. */
import * as fs from "node:fs";
import * as path from "node:path";
import { inflateRawSync } from "node:zlib";

const END_OF_DIRECTORY = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * A .vsix is a zip archive; the extension is its folder `extension/`.
 *
 * @param {string} vsix
 * @param {string} target a folder to create
 */
export function unpackVsix(vsix, target) {
  const archive = fs.readFileSync(vsix);
  for (const entry of directoryOf(archive)) {
    if (!entry.name.startsWith("extension/") || entry.name.endsWith("/")) continue;
    const file = path.join(target, entry.name.slice("extension/".length));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, contentOf(archive, entry));
  }
}

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {number} method
 * @property {number} size of the packed content
 * @property {number} header where the entry itself begins
 */

/**
 * @param {Buffer} archive
 * @returns {Generator<Entry>}
 */
function* directoryOf(archive) {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw new Error("This is no .vsix: it has no zip directory.");
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    const nameLength = archive.readUInt16LE(at + 28);
    yield {
      name: archive.toString("utf8", at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      size: archive.readUInt32LE(at + 20),
      header: archive.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

/**
 * @param {Buffer} archive
 * @param {Entry} entry
 */
function contentOf(archive, entry) {
  const { header } = entry;
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const packed = archive.subarray(start, start + entry.size);
  if (entry.method === STORED) return packed;
  if (entry.method === DEFLATED) return inflateRawSync(packed);
  throw new Error(`${entry.name} is packed in an unknown way (${entry.method}).`);
}
