import type { ImageFacts, ImageFormat } from "../model/images/assets.ts";
import type { FileHead } from "./workspace.ts";

/**
 * What the start of an image's file says of it.
 *
 * @returns `undefined` for what is no image that browsers show, or a damaged one
 */
export async function readImage({ bytes, size }: FileHead): Promise<ImageFacts | undefined> {
  const format = formatOf(bytes);
  if (format === undefined) return undefined;
  const pixels = isMeasured(format, bytes) ? await measure(bytes) : undefined;
  // Where only the start of the file is known, what is not in it may be in the rest.
  const isDamaged = pixels === undefined && isMeasured(format, bytes) && size <= bytes.length;
  return isDamaged ? undefined : { format, size: pixels };
}

/** The format by the first bytes, which each format has its own of. */
function formatOf(bytes: Uint8Array): ImageFormat | undefined {
  const start = latin1(bytes.subarray(0, 16));
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "PNG";
  if (start.startsWith("\xff\xd8\xff")) return "JPEG";
  if (/^GIF8[79]a/.test(start)) return "GIF";
  if (/^RIFF.{4}WEBP/s.test(start)) return "WEBP";
  if (/^.{4}ftypavi[fs]/s.test(start)) return "AVIF";
  return isDrawing(latin1(bytes.subarray(0, LONGEST_PROLOG))) ? "SVG" : undefined;
}

/** Markup that holds an `svg` and is no web page, such as the one that a server sends in place of a missing image. */
function isDrawing(text: string): boolean {
  return /^(?:\xef\xbb\xbf)?\s*<(?!html|!doctype\s+html)/i.test(text) && /<(?:\w+:)?svg[\s>]/.test(text);
}

/** A drawing has no pixels, and what a cropped AVIF shows the library does not know. */
function isMeasured(format: ImageFormat, bytes: Uint8Array): boolean {
  return format !== "SVG" && !(format === "AVIF" && latin1(bytes).includes("clap"));
}

/** Loaded when the first image is read, so that a start costs nothing. */
async function measure(bytes: Uint8Array): Promise<ImageFacts["size"]> {
  const { imageSize } = await import("image-size");
  try {
    const { width, height } = imageSize(bytes);
    return isLength(width) && isLength(height) ? [width, height] : undefined;
  } catch {
    // This is how the library says that the bytes are not those of an image.
    return undefined;
  }
}

function isLength(pixels: number): boolean {
  return Number.isInteger(pixels) && pixels > 0;
}

/** How far behind declarations and comments the root of a drawing may stand, in bytes. */
const LONGEST_PROLOG = 4096;

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
