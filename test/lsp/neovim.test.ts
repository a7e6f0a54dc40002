import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describeWith } from "../programs.ts";
import { removeFolder, temporaryFolder } from "../temporaryFolder.ts";
import { BROKEN, endSessions, linesOf, startSession } from "./session.ts";

// The Neovim of the machine, set up as docs/editors/neovim.md says, and used by its keys.

const ARTICLE = decodeURIComponent(new URL(BROKEN).pathname);
const SITE = resolve("test/sites/broken");

describeWith("nvim", "Neovim", function () {
  this.timeout(120_000);
  let editor: Editor;
  beforeEach(async () => {
    editor = await startEditor();
  });
  afterEach(async () => {
    await editor.end();
    await endSessions();
  });

  it("shows the problems of an article", async () => {
    const session = await startSession();
    await session.open(BROKEN);
    const lines = linesOf(await session.diagnostics(BROKEN));
    assert.ok(lines.length > 0);
    await editor.shows("the problems", problemLines, lines);
  });

  it("completes a key, with the value that follows from the rest", async () => {
    await editor.shows("an attached client", "#vim.lsp.buf_get_clients(0)", 1);
    await editor.types(":57<CR>ccsearchC<C-x><C-o>");
    await editor.shows("the key", "vim.fn.getline(57)", "searchCategory: News");
  });

  it("repairs by a code action", async () => {
    await editor.shows("the misspelt key", `${problemsAt(57)} > 0`, true);
    await editor.types(":57<CR>:lua vim.lsp.buf.code_action()<CR>");
    await editor.shows("the repaired key", "vim.fn.getline(57)", "searchCategory: News");
    await editor.shows("no problem more", problemsAt(57), 0);
  });

  it("repairs on save what has one right answer, as check --fix does", async () => {
    const expected = join(editor.folder, "expected");
    cpSync(SITE, expected, { recursive: true });
    const file = ARTICLE.replace(SITE, expected);
    await promisify(execFile)(process.execPath, [resolve("dist/cli.js"), "check", "--fix", file]).catch(({ code }) =>
      assert.equal(code, 1),
    );
    await editor.shows("problems", `${problemLines}[1] ~= nil`, true);
    await editor.types("a <BS><Esc>:write<CR>");
    await editor.shows("a saved file", "vim.bo.modified", false);
    // Vim itself ends a file with a line break.
    assert.equal(readFileSync(editor.file, "utf8"), `${readFileSync(file, "utf8")}\n`);
  });
});

/** Lua: counted from 1, each once. */
const problemLines = `(function()
  local lines = {}
  for _, problem in ipairs(vim.diagnostic.get(0)) do lines[problem.lnum + 1] = true end
  lines = vim.tbl_keys(lines)
  table.sort(lines)
  return lines
end)()`;

function problemsAt(line: number): string {
  return `#vim.diagnostic.get(0, { lnum = ${line - 1} })`;
}

interface Editor {
  /** Of the test, and gone after it. */
  readonly folder: string;
  /** A copy of the article, in a copy of its site. */
  readonly file: string;
  /** Types keys, in Neovim's notation. */
  types(keys: string): Promise<void>;
  /** Waits until a Lua expression has a value. */
  shows(what: string, expression: string, value: unknown): Promise<void>;
  end(): Promise<void>;
}

async function startEditor(): Promise<Editor> {
  const folder = temporaryFolder("curated nvim ");
  cpSync(SITE, join(folder, "site"), { recursive: true });
  const file = ARTICLE.replace(SITE, join(folder, "site"));
  mkdirSync(join(folder, "bin"));
  symlinkSync(resolve("dist/cli.js"), join(folder, "bin/curated-content"));
  writeFileSync(join(folder, "init.lua"), setUp());
  const server = join(folder, "socket");
  const env = { ...process.env, HOME: folder, PATH: `${join(folder, "bin")}:${process.env.PATH}` };
  const args = ["--headless", "--listen", server, "-u", join(folder, "init.lua"), "-i", "NONE", "-n", file];
  const child: ChildProcess = spawn("nvim", args, { cwd: join(folder, "site"), env, stdio: "ignore" });
  const exited = once(child, "exit");

  const remote = async (...request: readonly string[]): Promise<string> => {
    const { stdout, stderr } = await promisify(execFile)("nvim", ["--server", server, ...request], { env });
    return stdout + stderr;
  };
  const shows: Editor["shows"] = async (what, expression, value) => {
    const end = Date.now() + 60_000;
    const wanted = JSON.stringify(value);
    for (;;) {
      const lua = `vim.json.encode(${expression})`.replaceAll("\n", " ").replaceAll("'", "''");
      const answer = await remote("--remote-expr", `luaeval('${lua}')`).catch(String);
      if (answer.trim() === wanted) return;
      assert.ok(Date.now() < end, `${what}: ${answer}, not ${wanted}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  await shows("Neovim", "1", 1);
  return {
    folder,
    file,
    types: async (keys) => void (await remote("--remote-send", keys)),
    shows,
    async end() {
      await remote("--remote-send", "<Esc>:qall!<CR>").catch(() => child.kill());
      await exited;
      removeFolder(folder);
    },
  };
}

/** What the page for Neovim 0.7 to 0.10 says, and the choice of what is offered first, which needs a person else. */
function setUp(): string {
  const page = readFileSync("docs/editors/neovim.md", "utf8");
  const [, old = "", onSave = ""] = [...page.matchAll(/```lua\n([\s\S]*?)```/g)].map(([, code]) => code);
  assert.ok(old.includes("start_client") && onSave.includes("BufWritePre"));
  // How long a person would wait; a machine that is busy with other tests takes longer.
  return `${old}\n${onSave.replace("3000", "60000")}\nvim.ui.select = function(items, _, choose) choose(items[1], 1) end\n`;
}
