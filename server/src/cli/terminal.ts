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
  /**
   * Shows people how far a work is, in a line that the next one takes the place of, as does whatever is written; nothing
   * where no person looks on. Without a line the last one goes.
   */
  showProgress(line: string | undefined): void;
  /** Removes from the screen what is on it; nothing where there is no screen. */
  clear(): void;
  /** All of the standard input. */
  readInput(): Promise<Buffer>;
  /** Whether nobody reads the results any more. */
  isClosed(): boolean;
}

/** The terminal of a process. */
export function createTerminal(process: NodeJS.Process): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const isScreen = (stream: NodeJS.WriteStream) => stream.isTTY === true && env.TERM !== "dumb";
  let isProgressShown = false;
  const hideProgress = (): void => {
    if (isProgressShown) stderr.write(`\r${ERASE_LINE}`);
    isProgressShown = false;
  };
  return {
    cwd: process.cwd(),
    palette: paletteFor(stdout, env),
    print(text) {
      hideProgress();
      stdout.write(text);
    },
    complain(line) {
      hideProgress();
      stderr.write(`${line}\n`);
    },
    showProgress(line) {
      if (!isScreen(stderr)) return;
      hideProgress();
      if (line === undefined) return;
      // Some terminals do not say how wide they are.
      stderr.write(line.slice(0, (stderr.columns || USUAL_WIDTH) - 1));
      isProgressShown = true;
    },
    clear() {
      if (isScreen(stdout)) stdout.write(CLEAR);
    },
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    isClosed: () => stdout.errored !== null,
  };
}

const USUAL_WIDTH = 80;

/** ECMA-48: erase in line; erase all, also what has scrolled away, and go to the first place. */
const [ERASE_LINE, CLEAR] = ["\u001b[2K", "\u001b[2J\u001b[3J\u001b[H"];
