import assert from "node:assert/strict";
import { failure, run, useFolder } from "./cli.ts";

const ATTACK = `</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>`;

describe("report", () => {
  const folder = useFolder();

  it("writes a page that needs no other file, the same each time", () => {
    folder.addSite("broken");
    const args = ["report", "broken", "--date", "2026-06-15"];
    assert.deepEqual(run(folder.path, ...args, "--out", "page.html"), { code: 0, stdout: "", stderr: "" });
    const page = folder.read("page.html").toString();
    assert.equal(run(folder.path, ...args).stdout, page);
    assert.match(page, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.doesNotMatch(page.replace(/<script.*?<\/script>/gs, ""), /(?:src|href)=/);
    assert.ok(!page.includes(folder.path));
    const { report } = JSON.parse(/id="report">(.*)<\/script>/.exec(page)?.[1] ?? "");
    assert.equal(report.day, "2026-06-15");
    assert.ok(report.totals.articles > 10);
  });

  it("lets nothing that a site says become code", () => {
    folder.addSite("medigy");
    const path =
      "medigy/content/communities/chronic-care-management/curated-news/cbdea52f-dbb9-50a9-87ee-64b87b2ac951.md";
    folder.write(
      path,
      folder
        .read(path)
        .toString()
        .replace(/^title: .*$/m, () => `title: "${ATTACK}"`),
    );
    const { stdout } = run(folder.path, "report", "medigy");
    assert.equal(stdout.match(/<script/g)?.length, 2);
    assert.ok(!stdout.includes("<img"));
    assert.ok(
      JSON.parse(/id="report">(.*)<\/script>/.exec(stdout)?.[1] ?? "").report.files.some(
        ({ title }: { title: string }) => title === ATTACK,
      ),
    );
  });

  it("says what is wrong", () => {
    assert.match(failure(run(folder.path, "report", "--date", "today")), /must be a day/);
    assert.match(failure(run(folder.path, "report")), /no article/);
    folder.addSite("medigy");
    assert.match(
      failure(run(folder.path, "report", "medigy", "--out", "none/page.html")),
      /none\/page\.html: no such file/,
    );
  });
});
