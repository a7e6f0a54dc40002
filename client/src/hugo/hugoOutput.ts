/** What is wrong with a site, in the words of Hugo. */
export interface HugoProblem {
  /** As Hugo names it: absolute, in most cases. */
  readonly file: string;
  /** Counted from 1, as the column. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What a line of the output of `hugo server` tells. */
export type HugoEvent =
  | { readonly kind: "serves"; readonly address: string }
  | { readonly kind: "error"; readonly message: string; readonly problem: HugoProblem | undefined }
  | { readonly kind: "built" };

/** Reads a line of the output of `hugo server`; most lines tell nothing. Written for Hugo 0.111, with what later ones changed. */
export function readHugoLine(line: string): HugoEvent | undefined {
  const address = /^Web Server is available at (\S+)/.exec(line)?.[1];
  // Some versions leave out the protocol.
  if (address !== undefined) return { kind: "serves", address: address.replace(/^\/\//, "http://") };
  if (/^(?:Total|Built|Rebuilt) in /.test(line)) return { kind: "built" };
  const message = /^(?:ERROR(?: \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d)?|Error:) (.+)$/.exec(line)?.[1];
  return message === undefined ? undefined : { kind: "error", message, problem: problemIn(message) };
}

/** Where something is wrong stands in quotes, and the innermost of several last: `"/site/content/a.md:12:3": why`. */
function problemIn(message: string): HugoProblem | undefined {
  const found = /^.*"(.+?):(\d+):(\d+)": (.+)$/.exec(message);
  if (found === null) return undefined;
  const [, file = "", line, column, why = ""] = found;
  return { file, line: trueLine(file, fromOne(line), why), column: fromOne(column), message: why };
}

/** Where Hugo does not know it says 0. */
function fromOne(count = ""): number {
  return Math.max(1, Number(count));
}

/** Of front matter in YAML Hugo counts the lines behind the opening delimiter. */
function trueLine(file: string, line: number, why: string): number {
  const counted = /^failed to unmarshal YAML: yaml: line (\d+):/.exec(why)?.[1];
  const isPage = !/\.(?:ya?ml|toml|json)$/.test(file);
  return isPage && Number(counted) === line ? line + 1 : line;
}
