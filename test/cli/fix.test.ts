import assert from "node:assert/strict";
import { chmodSync, statSync } from "node:fs";
import { run, useFolder } from "./cli.ts";
import { openFaults, repairable, sorted } from "./faults.ts";

const variants: Record<string, (text: string) => string> = {
  LF: (text) => text,
  CRLF: (text) => text.replaceAll("\n", "\r\n"),
  BOM: (text) => `\uFEFF${text}`,
  "CRLF and BOM": (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`,
};

const ARTICLE = "content/communities/chronic-care-management/curated-news/ea15bcd2-9e0c-565c-8cec-7e0b4bb38723.md";

describe("cli check --fix", () => {
  const folder = useFolder();

  beforeEach(() => {
    folder.addSite("broken");
    folder.addSite("medigy");
  });

  for (const [name, vary] of Object.entries(variants)) {
    it(`gives every file with one right answer its twin's bytes (${name})`, () => {
      for (const site of ["broken", "medigy"]) {
        for (const file of repairable) rewrite(`${site}/${file}`, vary);
      }
      const { stderr } = run(folder.path, "check", "--fix", "broken/content");
      assert.equal(stderr, "");
      const different = repairable.filter(
        (file) => !folder.read(`broken/${file}`).equals(folder.read(`medigy/${file}`)),
      );
      assert.deepEqual(different, []);
    });
  }

  it("reports what is left", () => {
    const { code, stdout } = run(folder.at("broken"), "check", "--fix", "--format", "json", "content");
    assert.equal(code, 1);
    const left = JSON.parse(stdout).flatMap((result: { filePath: string; messages: { line: number }[] }) =>
      result.messages.map(({ line }) => ({ file: result.filePath.slice(folder.at("broken").length + 1), line })),
    );
    assert.deepEqual(sorted(left), sorted(openFaults));
  });

  it("changes nothing the second time", () => {
    run(folder.path, "check", "--fix", "broken");
    const before = repairable.map((file) => statSync(folder.at(`broken/${file}`), { bigint: true }).mtimeNs);
    run(folder.path, "check", "--fix", "broken");
    const after = repairable.map((file) => statSync(folder.at(`broken/${file}`), { bigint: true }).mtimeNs);
    assert.deepEqual(after, before);
  });

  it("leaves a clean site untouched and silent", () => {
    const before = statSync(folder.at(`medigy/${ARTICLE}`), { bigint: true }).mtimeNs;
    assert.deepEqual(run(folder.path, "check", "--fix", "medigy"), { code: 0, stdout: "", stderr: "" });
    assert.equal(statSync(folder.at(`medigy/${ARTICLE}`), { bigint: true }).mtimeNs, before);
  });

  it("keeps the mode of a file", () => {
    chmodSync(folder.at(`broken/${ARTICLE}`), 0o750);
    run(folder.path, "check", "--fix", `broken/${ARTICLE}`);
    assert.equal(statSync(folder.at(`broken/${ARTICLE}`)).mode & 0o777, 0o750);
    assert.ok(folder.read(`broken/${ARTICLE}`).equals(folder.read(`medigy/${ARTICLE}`)));
  });

  it("checks a file that is not UTF-8, but never writes it", () => {
    const bytes = Buffer.concat([folder.read(`broken/${ARTICLE}`), Buffer.from([0xff, 0xfe, 0x0a])]);
    folder.write(`broken/${ARTICLE}`, bytes);
    const { code, stdout, stderr } = run(folder.at("broken"), "check", "--fix", ARTICLE);
    assert.equal(code, 2);
    assert.equal(stderr, `${ARTICLE}: not repaired, because it is not valid UTF-8\n`);
    assert.match(stdout, /8 problems/);
    assert.ok(folder.read(`broken/${ARTICLE}`).equals(bytes));
  });

  it("changes nothing where the site's own files are broken", () => {
    folder.write("broken/data/topics.yaml", "schemes: [\n");
    const before = folder.read(`broken/${ARTICLE}`);
    assert.equal(run(folder.at("broken"), "check", "--fix", ARTICLE).code, 1);
    assert.ok(folder.read(`broken/${ARTICLE}`).equals(before));
  });

  function rewrite(name: string, vary: (text: string) => string): void {
    folder.write(name, vary(folder.read(name).toString("utf8")));
  }
});
