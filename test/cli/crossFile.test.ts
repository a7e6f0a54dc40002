import assert from "node:assert/strict";
import { run, useFolder } from "./cli.ts";

const FOLDER = "content/communities/chronic-care-management/curated-news";
const ONE = `${FOLDER}/60d1ac09-8eaa-5d57-83f7-47bb52532b5e.md`;
const OTHER = `${FOLDER}/70e20bb5-7059-54a3-9399-b2ed267b04c7.md`;

describe("cli, what articles share", () => {
  const folder = useFolder();
  const inSite = (...args: readonly string[]) => run(folder.at("medigy"), "check", ...args);

  /** Gives the second article a line of the first. */
  function share(line: RegExp): void {
    const [text, other] = [ONE, OTHER].map((path) => folder.read(`medigy/${path}`).toString());
    const shared = text?.match(line)?.[0];
    assert.ok(shared !== undefined && other !== undefined);
    folder.write(`medigy/${OTHER}`, other.replace(line, shared));
  }

  beforeEach(() => folder.addSite("medigy"));

  it("is told with the other place, though only one of them is checked", () => {
    share(/^id: .*$/m);
    const { code, stdout } = inSite(ONE);
    assert.equal(code, 0);
    assert.match(stdout, /^ *43:5 {2}warning .* duplicate-id\n.*\n.*\n {8}content.*70e20bb5-[\w-]+\.md:\d+:5: /m);
    const { messages } = JSON.parse(inSite("--format", "json", ONE).stdout)[0];
    assert.deepEqual(
      messages.map(({ ruleId, line }: { ruleId: string; line: number }) => [ruleId, line]),
      [["duplicate-id", 43]],
    );
  });

  it("is told as it is once all are repaired", () => {
    share(/^slug: .*$/m);
    assert.match(inSite("content").stdout, /duplicate-permalink/);
    assert.deepEqual(inSite("--fix", "content"), { code: 0, stdout: "", stderr: "" });
  });
});
