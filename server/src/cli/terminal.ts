import { type Palette, paletteFor } from "./palette.ts";

/** Where the command line stands and speaks. */
export interface Terminal {
  /** The folder that paths are relative to. */
  readonly cwd: string;
  readonly palette: Palette;
  /** Writes a result: the report, the help. */
  print(text: string): void;
  /** Writes one line on what is wrong, beside the results. */
  complain(line: string): void;
}

/** The terminal of a process. */
export function createTerminal(process: NodeJS.Process): Terminal {
  return {
    cwd: process.cwd(),
    palette: paletteFor(process.stdout, process.env),
    print: (text) => void process.stdout.write(text),
    complain: (line) => void process.stderr.write(`${line}\n`),
  };
}
