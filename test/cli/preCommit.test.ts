import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { describeWith } from "../programs.ts";
import { removeFolder, temporaryFolder } from "../temporaryFolder.ts";
import { useFolder } from "./cli.ts";

const ARTICLE = "content/communities/chronic-care-management/curated-news/ea15bcd2-9e0c-565c-8cec-7e0b4bb38723.md";

describeWith("pre-commit", "The hooks for pre-commit", function () {
  this.timeout(180_000);
  const folder = useFolder();
  /** Where pre-commit installs: it takes no path with a blank. */
  let home = "";
  beforeEach(() => {
    home = temporaryFolder("curated-pre-commit-");
  });
  afterEach(() => removeFolder(home));

  const inSite = (program: string, ...args: readonly string[]) => {
    const npm = { npm_config_offline: "true", npm_config_cache: folder.at("npm"), npm_config_audit: "false" };
    const env = { ...process.env, ...npm, HOME: folder.path, PRE_COMMIT_HOME: home, NO_COLOR: "1" };
    const { status, stdout, stderr } = spawnSync(program, [...args], {
      cwd: folder.at("medigy"),
      encoding: "utf8",
      env,
    });
    return { status, said: stdout + stderr };
  };
  const runHook = (id: string) => {
    inSite("git", "add", "--all");
    return inSite("pre-commit", "run", "--all-files", "--color=never", id);
  };

  it("report and repair what is committed, installed from the package", () => {
    execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder.path]);
    const tarball = folder.at(readdirSync(folder.path).find((name) => name.endsWith(".tgz")) ?? "");
    folder.addSite("medigy");
    inSite("git", "init", "--quiet");
    // The hooks as they are, taken from the package instead of from this project's repository.
    const hooks = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as readonly object[];
    const local = hooks.map((hook) => ({ ...hook, additional_dependencies: [tarball] }));
    folder.write("medigy/.pre-commit-config.yaml", JSON.stringify({ repos: [{ repo: "local", hooks: local }] }));
    folder.write("medigy/other.yaml", "not: of the site\n");
    const sound = folder.read(`medigy/${ARTICLE}`).toString();

    const clean = runHook("curated-content");
    assert.equal(clean.status, 0, clean.said);
    assert.match(clean.said, /^curated-content\.+Passed$/m);

    folder.write(`medigy/${ARTICLE}`, sound.replace("searchCategory: News", "searchCategory: 'News"));
    const faulty = runHook("curated-content");
    assert.equal(faulty.status, 1);
    assert.ok(faulty.said.includes(ARTICLE), faulty.said);

    folder.write(`medigy/${ARTICLE}`, sound.replace("searchCategory:", "serchCategory:"));
    const repaired = runHook("curated-content-fix");
    assert.equal(repaired.status, 1);
    assert.match(repaired.said, /files were modified by this hook/);
    assert.equal(folder.read(`medigy/${ARTICLE}`).toString(), sound);
    assert.equal(runHook("curated-content-fix").status, 0);
  });

  it("are as pre-commit wants them", () => {
    execFileSync("pre-commit", ["validate-manifest", ".pre-commit-hooks.yaml"]);
  });
});
