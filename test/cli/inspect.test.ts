import assert from "node:assert/strict";
import { run, siteFile } from "./cli.ts";

const ARTICLE = "content/communities/chronic-care-management/curated-news/ea15bcd2-9e0c-565c-8cec-7e0b4bb38723.md";

describe("cli inspect", () => {
  const broken = siteFile("broken", "");

  it("prints as JSON what the tool sees", () => {
    const { code, stdout, stderr } = run(broken, "inspect", "--format", "json", ARTICLE);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    const { path, archetype, community, values, hugo, expected, permalink } = JSON.parse(stdout);
    assert.equal(path, ARTICLE);
    assert.equal(archetype, "news");
    const name = "Chronic Care Management (CCM)";
    assert.deepEqual(community, { slug: "chronic-care-management", name, listed: true });
    assert.equal(values.breadcrumbs[2], "Chronic Care Managment (CCM)");
    assert.equal(expected.breadcrumbs[2], name);
    assert.equal(expected.mastHead, `${name} CoP`);
    assert.deepEqual([hugo.slug, hugo.params.slug, hugo.params.basepath], [values.slug, values.slug, values.basePath]);
    assert.equal(permalink, `/communities/chronic-care-management/curated-news/${values.slug}/`);
  });

  it("prints as text what the tool sees", () => {
    const { code, stdout } = run(broken, "inspect", ARTICLE);
    assert.equal(code, 0);
    assert.match(stdout, /^ {2}community {2}Chronic Care Management \(CCM\) \(chronic-care-management\)$/m);
    assert.match(stdout, /^The page, as Hugo has it$/m);
    assert.match(stdout, /^ {2}draft {8}false$/m);
    assert.match(stdout, /^Derived fields/m);
    assert.match(stdout, /^ {2}mastHead +Chronic Care Management \(CCM\) CoP$/m);
  });

  it("says of a file that is no article that it is none", () => {
    const { code, stdout, stderr } = run(siteFile("medigy", ""), "inspect", "--format", "json", "README.md");
    assert.deepEqual({ code, stdout }, { code: 1, stdout: "" });
    assert.match(stderr, /^README\.md is no article.*\n$/);
  });
});
