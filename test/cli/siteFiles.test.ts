import assert from "node:assert/strict";
import { symlinkSync, unlinkSync } from "node:fs";
import { failure, run, runUnder, siteFile, useFolder } from "./cli.ts";

const TWO_WARNINGS =
  "content/communities/remote-patient-monitoring/curated-news/66f16640-3f0f-5fa9-b944-76baeaae7f7a.md";

const MISSPELLED = `curated-content.yaml
  1:1  warning  There is no key \`contnt\` in the configuration of a site. Is \`content\` meant?  misspelled-key
       1 | contnt: content
         | ^^^^^^
       --fix: Rename to \`content\`

1 problem in 1 file: 1 warning. --fix repairs all of them.
`;

describe("cli and the site's own files", () => {
  const folder = useFolder();

  beforeEach(() => folder.addSite("broken"));

  for (const file of ["curated-content.yaml", "data/communities.yaml", "data/topics.yaml"]) {
    it(`reports ${file} once, at the place where it is broken, beside the articles`, () => {
      folder.write(`broken/${file}`, "# A comment.\nlist: [\n");
      const { code, stdout, stderr } = run(folder.path, "check", "broken/content");
      assert.deepEqual({ code, stderr }, { code: file === "curated-content.yaml" ? 2 : 1, stderr: "" });
      assert.equal(stdout.split(`broken/${file}\n`).length, 2);
      assert.match(stdout, new RegExp(`^broken/${file}\\n(?: .+\\n)* +2:7 {2}error {2,}.+ yaml-syntax$`, "m"));
      assert.match(stdout, /^broken\/content\/.+\.md$/m);
    });
  }

  it("checks a file of the site that is named itself, and no other YAML", () => {
    folder.write("broken/curated-content.yaml", "contnt: content\n");
    folder.write("broken/other.yaml", "contnt: [\n");
    assert.equal(run(folder.at("broken"), "check", "other.yaml", "curated-content.yaml").stdout, MISSPELLED);
    assert.deepEqual(run(folder.at("broken"), "check", "--fix", "curated-content.yaml"), {
      code: 0,
      stdout: "",
      stderr: "",
    });
    assert.equal(folder.read("broken/curated-content.yaml").toString(), "content: content\n");
  });

  it("never repairs a file of the site that was not named", () => {
    folder.write("broken/curated-content.yaml", "contnt: content\n");
    assert.ok(run(folder.at("broken"), "check", "--fix", TWO_WARNINGS).stdout.startsWith(MISSPELLED.slice(0, 60)));
    assert.equal(folder.read("broken/curated-content.yaml").toString(), "contnt: content\n");
  });

  it("reports a folder that is not there", () => {
    folder.write("broken/curated-content.yaml", "content: [content, contents]\n");
    const { code, stdout } = run(folder.at("broken"), "check", TWO_WARNINGS);
    assert.equal(code, 0);
    assert.match(stdout, /^ +1:20 {2}warning {2}There is no folder `contents` in this site\. {2}site-configuration$/m);
  });

  it("names a file of the site that cannot be read", () => {
    unlinkSync(folder.at("broken/data/topics.yaml"));
    symlinkSync("topics.yaml", folder.at("broken/data/topics.yaml"));
    const { code, stdout, stderr } = run(folder.path, "check", "broken");
    assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
    assert.match(stderr, /^broken\/data\/topics\.yaml: too many symbolic links/);
  });

  it("says that a schema cannot be used where no code may be made of it; all else goes on", () => {
    const event = "content/chapters/harbour/events/2025-06-01-swap.md";
    folder.addSite("gatherings");
    const text = folder.read(`gatherings/${event}`).toString();
    folder.write(`gatherings/${event}`, text.replace("slug: tool", "slug: pool").replace("kind: swap", "kind: swop"));
    const flags = ["--disallow-code-generation-from-strings"];
    assert.equal(
      runUnder(flags, folder.at("gatherings"), "check", event).stdout,
      `${event}
  10:7  warning  \`slug\` should be \`tool-swap-on-the-pier\`.  derived-value
        10 | slug: pool-swap-on-the-pier
           |       ^^^^^^^^^^^^^^^^^^^^^
        15:1: \`slug\` follows from this.
        --fix: Replace by \`tool-swap-on-the-pier\`

schemas/event.schema.json
  1:1  warning  No article is checked against this schema here, where no code may be made at run time.  site-configuration
       1 | {
         | ^

2 problems in 2 files: 2 warnings. --fix repairs 1 of them.
`,
    );
  });

  it("takes the configuration file that --config names", () => {
    folder.write("broken/strict.yaml", "rules:\n  breadcrumb-links: error\n");
    assert.equal(run(folder.at("broken"), "check", TWO_WARNINGS).code, 0);
    const { code, stdout } = run(folder.at("broken"), "check", "--config", "strict.yaml", TWO_WARNINGS);
    assert.equal(code, 1);
    assert.match(stdout, /: 2 errors\./);
  });

  it("names a --config file that is missing or broken", () => {
    const broken = siteFile("broken", "");
    assert.equal(failure(run(broken, "check", "--config", "no.yaml", ".")), "no.yaml: no such file or folder");
    assert.equal(failure(run(broken, "check", "--config", "data", ".")), "data: a folder, not a file");
    folder.write("broken/bad.yaml", "rules:\n  breadcrumb-links: loud\n");
    assert.match(
      failure(run(folder.at("broken"), "inspect", "--config", "bad.yaml", TWO_WARNINGS)),
      /^bad\.yaml:2: .+/,
    );
    const { code, stdout } = run(folder.at("broken"), "check", "--config", "bad.yaml", TWO_WARNINGS);
    assert.equal(code, 1);
    assert.match(stdout, /^bad\.yaml\n +2:21 {2}error /);
  });
});
