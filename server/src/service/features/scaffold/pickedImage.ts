import { URI, Utils } from "vscode-uri";
import type { Archetype } from "../../model/archetype.ts";
import { type Asset, type Assets, formatOfName, type ImageFacts } from "../../model/images/assets.ts";
import { readAsset } from "../../workspace/assets.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { Refusal } from "../refusal.ts";

/** A picture that the author of a new article has picked. */
export interface PickedImage {
  readonly uri: string;
  /** The name of its file. */
  readonly picked: string;
  /** The extension that its format has, in lower case and without a dot. */
  readonly extension: string;
  readonly facts: ImageFacts;
}

/** Looks at the start of a file; says why where it is no image that browsers show. */
export async function readPickedImage(workspace: Workspace, asked: string): Promise<PickedImage | Refusal> {
  const file = uriIn(asked);
  const picked = file && Utils.basename(file);
  if (file === undefined || !picked) return { refused: `\`${asked}\` is no file.` };
  const uri = file.toString();
  const asset = await readAsset(workspace, uri, Utils.dirname(file).toString());
  switch (asset.kind) {
    case "image": {
      const extension = /\.(\w+)$/.exec(picked)?.[1]?.toLowerCase();
      const { format } = asset.facts;
      const isRight = extension !== undefined && formatOfName(picked) === format;
      return { uri, picked, extension: isRight ? extension : EXTENSIONS[format], facts: asset.facts };
    }
    case "unreadable":
      return { refused: `\`${picked}\` is no image that browsers show, or a damaged one.` };
    case "missing":
    case "unknown":
      return { refused: `\`${picked}\` cannot be read.` };
  }
}

function uriIn(text: string): URI | undefined {
  try {
    return URI.parse(text);
  } catch {
    // This is how the library says that a text is no URI.
    return undefined;
  }
}

const EXTENSIONS: { readonly [Format in ImageFacts["format"]]: string } = {
  AVIF: "avif",
  GIF: "gif",
  JPEG: "jpg",
  PNG: "png",
  SVG: "svg",
  WEBP: "webp",
};

/** The name that the image of an article gets: the article's own, and what its key is called. */
export function imageNameFor(stem: string, { images }: Archetype, { extension }: PickedImage): string | undefined {
  const [path] = images;
  const key = path?.at(-2) ?? path?.at(-1);
  return key && `${stem}-${key}.${extension}`;
}

/** The files that an article may name once its image is where it belongs. */
export function withImage(assets: Assets, name: string, { facts }: PickedImage): Assets {
  const image: Asset = { kind: "image", facts };
  return {
    get names() {
      return [...new Set([name, ...assets.names])];
    },
    find: (href) => (href === name ? image : assets.find(href)),
    uriOf: assets.uriOf,
  };
}
