import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { type HugoProblem, readHugoLine } from "./hugoOutput.ts";

/** A `hugo server` that was started. */
export interface HugoServer {
  /**
   * The address of the site's home page, once it is served; `undefined` where it was stopped before. Rejects with what Hugo
   * says where it ends by itself.
   */
  readonly address: Promise<string | undefined>;
  /** Fulfilled when the process is gone. */
  readonly ended: Promise<void>;
  /** From then on nothing is told any more. */
  stop(): void;
}

export interface HugoServerOptions {
  /** The program, by its path or its name. */
  readonly program: string;
  /** The folder of the site. */
  readonly root: string;
  /** Of the loopback interface. */
  readonly port: number;
  /** All that Hugo prints. */
  onOutput(text: string): void;
  /** What is wrong with the site, after each build; nothing where all is well. */
  onBuilt(problems: readonly HugoProblem[]): void;
}

/** Errors and the end of a build come by different pipes in some versions: an error may be read after the end. */
const LATE_ERRORS_MS = 100;

/** How long Hugo may take to end by itself. */
const GRACE_MS = 3000;

/** Starts Hugo on the loopback interface, with all that a reader would not see yet. Nobody but this machine can reach it. */
export function startHugoServer({ program, root, port, onOutput, onBuilt }: HugoServerOptions): HugoServer {
  const flags = ["--buildDrafts", "--buildExpired", "--buildFuture", "--disableFastRender"];
  const args = ["server", "--source", root, "--bind", "127.0.0.1", "--port", String(port), ...flags];
  // Not in the folder of the site: Windows looks for programs in the current one first.
  const child = spawn(program, args, { cwd: tmpdir(), stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
  const kill = () => void child.kill();
  process.once("exit", kill);

  let problems: HugoProblem[] = [];
  let lastError = "";
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const tell = () => {
    clearTimeout(timer);
    onBuilt(unique(problems));
    problems = [];
  };

  const address = new Promise<string | undefined>((resolve, reject) => {
    const read = (line: string) => {
      const event = readHugoLine(line);
      if (event?.kind === "serves") resolve(event.address);
      if (event?.kind === "error") {
        lastError = event.problem?.message ?? event.message;
        if (event.problem !== undefined) problems.push(event.problem);
      }
      if (event?.kind === "built") {
        clearTimeout(timer);
        timer = setTimeout(tell, LATE_ERRORS_MS);
      }
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      const readLines = byLines(read);
      stream.on("data", (chunk: string) => {
        if (isStopped) return;
        onOutput(chunk);
        readLines(chunk);
      });
    }
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      if (isStopped) return resolve(undefined);
      if (problems.length > 0) tell();
      reject(new Error(lastError || `Hugo ended with exit code ${code}.`));
    });
  });
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("close", () => resolve());
  }).finally(() => process.off("exit", kill));

  return {
    address,
    ended,
    stop() {
      isStopped = true;
      clearTimeout(timer);
      child.kill();
      const impatient = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
      void ended.then(() => clearTimeout(impatient));
    },
  };
}

/** Hugo says the same of each page that a template renders. What it says last is the shortest. */
function unique(problems: readonly HugoProblem[]): readonly HugoProblem[] {
  return [...new Map(problems.map((each) => [`${each.file}:${each.line}:${each.column}`, each])).values()];
}

/** Gives on whole lines, without their ends. */
function byLines(read: (line: string) => void): (chunk: string) => void {
  let rest = "";
  return (chunk) => {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) read(line);
  };
}
