/** The formats of images that browsers show, named as Pillow names them. */
export type ImageFormat = "PNG" | "JPEG" | "GIF" | "WEBP" | "SVG" | "AVIF";

/** What the start of an image's file says of it. */
export interface ImageFacts {
  readonly format: ImageFormat;
  /**
   * Width and height in pixels as they are stored, which is what Pillow says, too: that a viewer should turn the image
   * (EXIF) changes nothing. `undefined` where the start of the file does not say it; a drawing (SVG) has no pixels.
   */
  readonly size: readonly [width: number, height: number] | undefined;
}

/** What an href leads to. */
export type Asset =
  | { readonly kind: "missing" }
  /** There is a file, and it is no image, or a damaged one. */
  | { readonly kind: "unreadable" }
  /** There is a file, and nobody could look into it. */
  | { readonly kind: "unknown" }
  | { readonly kind: "image"; readonly facts: ImageFacts };

/** The files that an article may name. They are looked for before the article is checked, because checks do not wait. */
export interface Assets {
  /** The names of the images beside the article, then of those right in the site's asset folders. */
  readonly names: readonly string[];
  /** What an href leads to; `undefined` where nobody looked, as outside of the site. */
  find(href: string): Asset | undefined;
  /** The file that an href leads to; `undefined` where there is none in the site, or nobody looked. */
  uriOf(href: string): string | undefined;
}

/** For a document that belongs to no site. */
export const NO_ASSETS: Assets = { names: [], find: () => undefined, uriOf: () => undefined };

const FORMATS: { readonly [extension: string]: ImageFormat } = {
  avif: "AVIF",
  gif: "GIF",
  jpeg: "JPEG",
  jpg: "JPEG",
  png: "PNG",
  svg: "SVG",
  webp: "WEBP",
};

/** The extension of a file's name, as it is written and without its dot, where it is that of an image. */
export function imageExtensionOf(name: string): string | undefined {
  const extension = /\.(\w+)$/.exec(name)?.[1];
  return extension !== undefined && Object.hasOwn(FORMATS, extension.toLowerCase()) ? extension : undefined;
}

/** The format that a file's name promises; `undefined` where the name is not that of an image. */
export function formatOfName(name: string): ImageFormat | undefined {
  const extension = imageExtensionOf(name);
  return extension === undefined ? undefined : FORMATS[extension.toLowerCase()];
}
