import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { freePort } from "../client/src/hugo/freePort.ts";
import { type HugoProblem, readHugoLine } from "../client/src/hugo/hugoOutput.ts";
import { type HugoServer, startHugoServer } from "../client/src/hugo/hugoServer.ts";
import { onServer, permalinkIn, permalinkOf } from "../client/src/hugo/permalink.ts";
import { siteFolder } from "../client/src/hugo/siteFolder.ts";
import { describeWith } from "./programs.ts";
import { removeFolder, temporaryFolder } from "./temporaryFolder.ts";

const ARTICLE = "content/communities/chronic-care-management/curated-news/ea15bcd2-9e0c-565c-8cec-7e0b4bb38723.md";

describe("What Hugo prints", () => {
  // Recorded from Hugo 0.111, on the sample site.
  const page = "/site/content/communities/kidney-care/curated-news/a.md";
  const problems: Readonly<Record<string, readonly [line: string, problem: HugoProblem | undefined]>> = {
    "front matter that stops a build again": [
      `ERROR 2026/11/23 07:59:13 Rebuild failed: "${page}:57:1": failed to unmarshal YAML: yaml: line 57: did not find expected ',' or ']'`,
      {
        file: page,
        line: 58,
        column: 1,
        message: "failed to unmarshal YAML: yaml: line 57: did not find expected ',' or ']'",
      },
    ],
    "front matter that stops the first build": [
      `Error: Error building site: "${page}:57:1": failed to unmarshal YAML: yaml: line 57: did not find expected ',' or ']'`,
      {
        file: page,
        line: 58,
        column: 1,
        message: "failed to unmarshal YAML: yaml: line 57: did not find expected ',' or ']'",
      },
    ],
    "an alias": [
      `Error: Error building site: "${page}:1:1": http* aliases not supported: "https://other.org/x"`,
      { file: page, line: 1, column: 1, message: 'http* aliases not supported: "https://other.org/x"' },
    ],
    "a shortcode": [
      `ERROR 2026/11/23 07:59:03 Rebuild failed: "${page}:68:820": failed to extract shortcode: template for shortcode "nosuch" not found`,
      {
        file: page,
        line: 68,
        column: 820,
        message: 'failed to extract shortcode: template for shortcode "nosuch" not found',
      },
    ],
    "a configuration": [
      'Error: "/site/hugo.yaml:17:1": failed to unmarshal YAML: yaml: line 17: did not find expected node content',
      {
        file: "/site/hugo.yaml",
        line: 17,
        column: 1,
        message: "failed to unmarshal YAML: yaml: line 17: did not find expected node content",
      },
    ],
    "a template": [
      'ERROR 2026/11/23 08:00:18 render of "page" failed: "/site/layouts/_default/single.html:18:3": execute of template failed: template: _default/single.html:18:3: executing "_default/single.html" at <.Nope>: can\'t evaluate field Nope in type *hugolib.pageState',
      {
        file: "/site/layouts/_default/single.html",
        line: 18,
        column: 3,
        message:
          'execute of template failed: template: _default/single.html:18:3: executing "_default/single.html" at <.Nope>: can\'t evaluate field Nope in type *hugolib.pageState',
      },
    ],
    "a template that is none": [
      'ERROR 2026/11/23 08:00:23 Rebuild failed: process: loading templates: "/site/layouts/_default/single.html:1:1": parse failed unexpected {{end}}',
      { file: "/site/layouts/_default/single.html", line: 1, column: 1, message: "parse failed unexpected {{end}}" },
    ],
    "a place that Hugo does not know": [
      'ERROR 2026/11/23 08:00:23 Rebuild failed: "/site/layouts/a.html:0:0": no such template',
      { file: "/site/layouts/a.html", line: 1, column: 1, message: "no such template" },
    ],
    "what has no place": [
      "Error: Unable to locate config file or config directory. Perhaps you need to create a new site.",
      undefined,
    ],
  };
  for (const [name, [line, problem]] of Object.entries(problems)) {
    it(`tells of ${name}`, () => {
      const event = readHugoLine(line);
      assert.equal(event?.kind, "error");
      assert.deepEqual(event?.kind === "error" && event.problem, problem);
    });
  }

  it("tells where a site is served, and when it is built", () => {
    const address = "http://localhost:14001/";
    for (const said of [address, address.slice("http:".length)]) {
      const line = `Web Server is available at ${said} (bind address 127.0.0.1)`;
      assert.deepEqual(readHugoLine(line), { kind: "serves", address });
    }
    for (const line of ["Built in 243 ms", "Total in 10 ms", "Rebuilt in 0 ms"]) {
      assert.deepEqual(readHugoLine(line), { kind: "built" });
    }
  });

  it("tells nothing else", () => {
    const lines = [
      "Start building sites … ",
      "",
      "Change detected, rebuilding site.",
      "2026-11-23 07:58:53.903 +0000",
      `Source changed WRITE         "${page}"`,
      "  Pages            | 148  ",
      "WARN 2026/11/23 08:00:00 found no layout file",
    ];
    for (const line of lines) assert.equal(readHugoLine(line), undefined);
    fc.assert(fc.property(fc.string(), (line) => readHugoLine(line) === undefined || /^[A-Z]/.test(line)));
  });
});

describe("Hugo's list of pages", () => {
  it("gives the permalink of a page, whatever stands beside it", () => {
    const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const field = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r\n", "é", " ") });
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), (fields) => {
        const rows = fields.map(([title, date], index) => [
          `content/${index}.md`,
          title,
          date,
          `https://a.example/${index}/`,
        ]);
        const csv = [["path", "title", "date", "permalink"], ...rows].map((row) => `${row.map(quoted).join(",")}\n`);
        for (const [path, , , permalink] of rows) {
          assert.equal(
            permalinkIn(csv.join(""), (each) => each === path),
            permalink,
          );
        }
      }),
    );
  });

  it("gives nothing where there is none", () => {
    for (const csv of ["", "\n", "path,permalink\n", "Error: no\n"])
      assert.equal(
        permalinkIn(csv, () => false),
        undefined,
      );
  });
});

describe("The folder of a site", () => {
  it("is the nearest that Hugo is configured in", async () => {
    const root = resolve("test/sites/medigy");
    assert.equal(await siteFolder(join(root, ARTICLE)), root);
    assert.equal(await siteFolder(resolve("README.md")), undefined);
  });

  it("may be configured in a folder of files, which other tools have, too", async () => {
    const folder = temporaryFolder("curated site ");
    mkdirSync(join(folder, "content/config"), { recursive: true });
    mkdirSync(join(folder, "config/_default"), { recursive: true });
    assert.equal(await siteFolder(join(folder, "content/a.md")), undefined);
    writeFileSync(join(folder, "config/_default/hugo.toml"), "");
    assert.equal(await siteFolder(join(folder, "content/a.md")), folder);
    removeFolder(folder);
  });
});

describeWith(
  "hugo",
  "Hugo at work",
  function () {
    this.timeout(120_000);
    let root = "";
    let built: (readonly HugoProblem[])[] = [];
    let said = "";
    const servers: HugoServer[] = [];

    beforeEach(() => {
      root = join(temporaryFolder("curated hugo "), "site");
      cpSync("test/sites/medigy", root, { recursive: true });
      built = [];
      said = "";
    });
    afterEach(async () => {
      for (const server of servers.splice(0)) {
        server.stop();
        await server.ended;
      }
      removeFolder(join(root, ".."));
    });

    async function start(): Promise<HugoServer> {
      const server = startHugoServer({
        program: "hugo",
        root,
        port: await freePort(),
        onOutput: (text) => {
          said += text;
        },
        onBuilt: (problems) => built.push(problems),
      });
      servers.push(server);
      return server;
    }

    function change(part: RegExp, by: string): string {
      const text = readFileSync(join(root, ARTICLE), "utf8");
      assert.notEqual(text.replace(part, by), text);
      writeFileSync(join(root, ARTICLE), text.replace(part, by));
      return text;
    }

    async function until(what: string, probe: () => boolean): Promise<void> {
      const end = Date.now() + 60_000;
      while (!probe()) {
        assert.ok(Date.now() < end, `${what}: ${said}`);
        await new Promise((done) => setTimeout(done, 20));
      }
    }

    it("shows an article where readers will find it, a draft with a date to come, too", async () => {
      const text = change(/^---\n/, "---\ndraft: true\n");
      change(/^date: .*$/m, "date: 2099-01-01T00:00:00Z");
      const server = await start();
      const home = await server.address;
      assert.ok(home !== undefined);
      const address = onServer((await permalinkOf("hugo", root, join(root, ARTICLE))) ?? "", home);
      const slug = /^slug: (.+)$/m.exec(text)?.[1];
      assert.equal(address, `${home}communities/chronic-care-management/curated-news/${slug}/`);
      const page = await fetch(address).then((response) => response.text());
      assert.ok(page.includes(/^title: (.+)$/m.exec(text)?.[1] ?? "?"));
      assert.equal(await permalinkOf("hugo", root, join(root, "README.md")), undefined);
    });

    it("keeps the path of the site's address", async () => {
      const config = join(root, "hugo.yaml");
      writeFileSync(config, readFileSync(config, "utf8").replace("https://example.org/", "https://example.org/news/"));
      const home = await (await start()).address;
      assert.match(home ?? "", /\/news\/$/);
      const address = onServer((await permalinkOf("hugo", root, join(root, ARTICLE))) ?? "", home ?? "");
      assert.ok(address.startsWith(`${home}communities/`), address);
      assert.equal((await fetch(address)).status, 200);
    });

    it("tells what is wrong at its line, until it is mended", async () => {
      await (await start()).address;
      await until("a first build", () => built.length > 0);
      assert.deepEqual(built.at(-1), []);
      const sound = change(/^slug: .*$/m, "slug: [1, 2");
      const line = sound.split("\n").findIndex((each) => each.startsWith("slug:")) + 1;
      await until("a problem", () => built.at(-1)?.length === 1);
      assert.equal(built.at(-1)?.[0]?.file, join(root, ARTICLE));
      assert.equal(built.at(-1)?.[0]?.line, line);
      writeFileSync(join(root, ARTICLE), sound);
      await until("no problem", () => built.at(-1)?.length === 0);
    });

    it("says why it cannot start", async () => {
      change(/^slug: .*$/m, "slug: [1, 2");
      const server = await start();
      await assert.rejects(server.address, /failed to unmarshal YAML/);
      await server.ended;
      assert.equal(built.at(-1)?.length, 1);
    });

    it("ends when it is told, at any time", async () => {
      const early = await start();
      early.stop();
      await early.ended;
      assert.equal(await early.address, undefined);
      const server = await start();
      const home = (await server.address) ?? "";
      server.stop();
      await server.ended;
      await assert.rejects(fetch(home));
    });

    it("cannot be started where it is not", async () => {
      mkdirSync(join(root, "empty"));
      const program = join(root, "empty/hugo");
      const server = startHugoServer({ program, root, port: 1, onOutput: () => undefined, onBuilt: () => undefined });
      await assert.rejects(server.address, { code: "ENOENT" });
      await server.ended;
    });
  },
  "version",
);
