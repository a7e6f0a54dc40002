import assert from "node:assert/strict";
import { symlinkSync, unlinkSync } from "node:fs";
import { failure, run, siteFile, useFolder } from "./cli.ts";
import { faults } from "./faults.ts";

const TWO_WARNINGS =
  "content/communities/remote-patient-monitoring/curated-news/66f16640-3f0f-5fa9-b944-76baeaae7f7a.md";

describe("cli and the site's own files", () => {
  const folder = useFolder();

  beforeEach(() => folder.addSite("broken"));

  for (const file of ["curated-content.yaml", "data/communities.yaml", "data/topics.yaml"]) {
    it(`names ${file} and the line once where it is broken`, () => {
      folder.write(`broken/${file}`, "# A comment.\nlist: [\n");
      const { code, stdout, stderr } = run(folder.path, "check", "broken/content");
      assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
      assert.match(stderr, new RegExp(`^broken/${file}:\\d+: \\S.*\\n$`));
    });
  }

  it("still checks the sites that are in order", () => {
    folder.addSite("medigy");
    folder.write("medigy/curated-content.yaml", "content: 1\n");
    const { code, stdout, stderr } = run(folder.path, "check", "broken", "medigy");
    assert.equal(code, 2);
    assert.match(stderr, /^medigy\/curated-content\.yaml:1: .+\n$/);
    assert.match(stdout, new RegExp(`^${faults.length} problems`, "m"));
  });

  it("names a file of the site that cannot be read", () => {
    unlinkSync(folder.at("broken/data/topics.yaml"));
    symlinkSync("topics.yaml", folder.at("broken/data/topics.yaml"));
    const { code, stdout, stderr } = run(folder.path, "check", "broken");
    assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
    assert.match(stderr, /^broken\/data\/topics\.yaml: too many symbolic links/);
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
    assert.match(failure(run(folder.at("broken"), "check", "--config", "bad.yaml", TWO_WARNINGS)), /^bad\.yaml:2: .+/);
    assert.match(
      failure(run(folder.at("broken"), "inspect", "--config", "bad.yaml", TWO_WARNINGS)),
      /^bad\.yaml:2: .+/,
    );
  });
});
