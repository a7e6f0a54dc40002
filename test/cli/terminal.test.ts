import assert from "node:assert/strict";
import { createProgress } from "../../server/src/cli/progress.ts";
import { createTerminal } from "../../server/src/cli/terminal.ts";

describe("cli terminal", () => {
  it("tells how far a work is once it lasts, and not all the time", () => {
    const shown: (string | undefined)[] = [];
    let time = 5000;
    const tell = createProgress({ showProgress: (line) => shown.push(line) }, () => time);
    const moments = [0, 990, 1000, 1099, 1100, 3000];
    for (const [index, moment] of moments.entries()) {
      time = 5000 + moment;
      tell(index, 6);
    }
    tell(6, 6);
    assert.deepEqual(shown, ["Checked 2 of 6 files", "Checked 4 of 6 files", "Checked 5 of 6 files", undefined]);
  });

  it("shows that in one line, which gives way to whatever is written", () => {
    const { terminal, written } = fake({ isTTY: true });
    terminal.showProgress("Checked 1 of 3 files");
    terminal.showProgress("Checked 2 of 3 files, and so on, which is too long");
    terminal.complain("a.md: gone");
    terminal.complain("b.md: gone");
    terminal.showProgress("Checked 3 of 3 files");
    terminal.print("report\n");
    terminal.showProgress(undefined);
    const erased = "\r\u001b[2K";
    assert.deepEqual(written, [
      ["stderr", "Checked 1 of 3 files"],
      ["stderr", erased],
      ["stderr", "Checked 2 of 3 files, and s"],
      ["stderr", erased],
      ["stderr", "a.md: gone\n"],
      ["stderr", "b.md: gone\n"],
      ["stderr", "Checked 3 of 3 files"],
      ["stderr", erased],
      ["stdout", "report\n"],
    ]);
  });

  it("shows nothing where no person looks on", () => {
    for (const { terminal, written } of [fake({ isTTY: false }), fake({ isTTY: true, TERM: "dumb" })]) {
      terminal.showProgress("Checked 1 of 3 files");
      terminal.clear();
      assert.deepEqual(written, []);
    }
  });
});

/** The terminal of a process that remembers what was written. */
function fake({ isTTY, TERM = "xterm" }: { readonly isTTY: boolean; readonly TERM?: string }) {
  const written: (readonly [stream: string, text: string])[] = [];
  const streamNamed = (name: string) => ({ isTTY, columns: 28, write: (text: string) => written.push([name, text]) });
  const process = { stdout: streamNamed("stdout"), stderr: streamNamed("stderr"), env: { TERM }, cwd: () => "/" };
  return { terminal: createTerminal(process as unknown as NodeJS.Process), written };
}
