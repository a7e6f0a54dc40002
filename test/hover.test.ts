import assert from "node:assert/strict";
import { CLEAN, changed, hover } from "./fixture.ts";

describe("hover", () => {
  it("explains a key: its meaning, type and example, and whether it must be there", async () => {
    const found = await contents(changed("description:", "descr$0iption:"));
    assert.match(found, /^\*\*Description\*\* · `description` · text · required$/m);
    assert.match(found, /sentences/);
    assert.match(found, /^Example: `/m);
  });

  it("explains nested keys and lists", async () => {
    assert.match(
      await contents(changed("    fileName:", "    file$0Name:")),
      /`featuredImage\.wpAttachment\.fileName` · text · required/,
    );
    assert.match(await contents(changed("  size:", "  si$0ze:")), /a list/);
    assert.match(await contents(changed("  - 320", "  - 3$020")), /a whole number/);
  });

  it("lists the allowed values, once", async () => {
    assert.equal((await contents(changed("  format:", "  for$0mat:"))).split("`PNG`, `JPEG`").length, 2);
    assert.match(await contents(changed("  valid:", "  va$0lid:")), /`true` or `false`/);
  });

  it("says how a value is derived, and what it should be now", async () => {
    assert.match(
      await contents(changed("slug: heart", "sl$0ug: heart")),
      /It is as it should be.*`heart-news-a-steady-beat`/s,
    );
    assert.match(
      await contents(changed("slug: heart-news-a-steady-beat", "slug: be$0at")),
      /Here it should be.*`heart-news-a-steady-beat`/s,
    );
    assert.match(await contents(changed("- Cardiology\n", "- Onc$0ology\n")), /Here it should be.*`Cardiology`/s);
    assert.match(await contents(changed("breadcrumbs:", "bread$0crumbs:")), /^- Curated News$/m);
  });

  it("explains a topic: its scheme, definition, other names and place", async () => {
    const found = await contents(changed("'Medigy: Telehealth'", "'Medigy: Tele$0health'"));
    assert.match(found, /\*\*Telehealth\*\* · scheme \*Medigy\*/);
    assert.match(found, /Care given at a distance\./);
    assert.match(found, /Telemedicine, Virtual Care/);
    assert.match(await contents(changed("'Gartner: Data", "'Gartner: D$0ata")), /Information Technology/);
  });

  it("says what became of a topic, or what it may be", async () => {
    const at = (topic: string) =>
      contents(changed("'Medigy: Telehealth'", `'${topic.slice(0, 3)}$0${topic.slice(3)}'`));
    assert.match(await at("Medigy: Telecare"), /Replaced by \*\*Medigy: Telehealth\*\*/);
    assert.match(await at("Medigy: Teletext"), /Deprecated/);
    assert.match(await at("Medigy: Telemedicine"), /another name.*Telehealth/s);
    assert.match(await at("Medigy: Telehaelth"), /Near it:\n\n- Medigy: Telehealth/);
    assert.match(await at("Interoperability"), /- Medigy: Interoperability\n- Gartner: Interoperability/);
  });

  it("covers what it is about", async () => {
    const fixture = changed("title: A Steady Beat", "ti$0tle: A Steady Beat");
    const found = await hover(fixture);
    assert.equal(CLEAN.slice(found?.start, found?.end), "title");
  });

  it("works while another line is broken, with CRLF and with a byte order mark", async () => {
    const fixture = changed("slug: heart", "sl$0ug: heart");
    for (const text of [changed("- '#'", "- '#", fixture), fixture.replaceAll("\n", "\r\n"), `\uFEFF${fixture}`]) {
      assert.match(await contents(text), /\*\*Slug\*\*/);
    }
  });

  it("keeps quiet elsewhere", async () => {
    for (const fixture of [
      changed("<p>A heart", "<p>A he$0art"),
      changed("id: 77", "own: $01\nid: 77"),
      changed("id: 77", "# a com$0ment\nid: 77"),
      changed("\n---\n\n", "\n-$0--\n\n"),
    ]) {
      assert.equal(await hover(fixture), undefined, fixture);
    }
    assert.equal(await hover("---\nti$0tle: A\n---\n", { path: "README.md" }), undefined);
  });
});

async function contents(fixture: string): Promise<string> {
  const found = await hover(fixture);
  assert.ok(found, "no hover");
  return found.contents;
}
