import assert from "node:assert/strict";
import fc from "fast-check";
import { builtIns } from "../schemas/index.ts";
import { isWebAddress } from "../server/src/service/model/text/webAddress.ts";
import { CLEAN, changed, check, diagnose, fixed, hover, quickFixes, report } from "./fixture.ts";
import { runs } from "./runs.ts";

const URL = "https://www.heart-news.example/2021/steady-beat";

describe("links", () => {
  it("that differ are one problem on the custom field, and may be made the same both ways", async () => {
    const text = changed(`cleanUrl: ${URL}`, "cleanUrl: https://www.heart-news.example/other");
    assert.equal(await report(text), "49 link-mismatch «https://www.heart-news.example/other»");
    assert.equal(await fixed(text), text);
    const [found] = await diagnose(text);
    assert.deepEqual(
      found?.related.map(({ start, end }) => text.slice(start, end)),
      [URL],
    );
    const [likely, other] = await quickFixes(changed("/other", "/oth$0er", text));
    assert.equal(likely?.text, changed("https://www.heart-news.example/other", URL, text));
    assert.equal(other?.text, changed(`href: ${URL}`, "href: https://www.heart-news.example/other", text));
  });

  it("that lead to another site in one place leave brand and slug alone, and name the likelier answer first", async () => {
    const text = changed(`href: ${URL}`, "href: https://www.heart-nws.example/2021/steady-beat");
    assert.equal(await report(text), `49 link-mismatch «${URL}»`);
    const [likely] = await quickFixes(changed(`cleanUrl: ${URL}`, `cleanUrl: $0${URL}`, text));
    assert.equal(likely?.text, changed("https://www.heart-nws.example/2021/steady-beat", URL, text));
  });

  it("that are wrong in the same way twice are two problems without an answer", async () => {
    const wrong = "htp://www.heart-news.example/2021/steady-beat";
    const text = changed(`cleanUrl: ${URL}`, `cleanUrl: ${wrong}`, changed(`href: ${URL}`, `href: ${wrong}`));
    assert.equal(await report(text), `44 invalid-value «${wrong}»\n49 invalid-value «${wrong}»`);
    assert.equal(await fixed(text), text);
  });

  it("are completed and explained by each other", async () => {
    assert.match((await hover(changed("  href: https", "  hr$0ef: https")))?.contents ?? "", /cleanUrl`/);
  });

  it("say nothing while a line cannot be read", () =>
    check(changed(`cleanUrl: ${URL}`, `cleanUrl: '${URL}\n#           ^ yaml-syntax`)));

  for (const [href, brand] of [
    ["https://WWW.Heart-News.Example/a", "heart-news.example"],
    ["https://heart-news.example:8443/a", "heart-news.example"],
    ["https://me:secret@heart-news.example/a", "heart-news.example"],
    ["https://heart-news.example./a", "heart-news.example"],
    ["https://heart-news.example?a=b@c", "heart-news.example"],
    ["https://www.com/a", "www.com"],
    ["https://www2.heart-news.example", "www2.heart-news.example"],
    ["http://192.0.2.7/a", "192.0.2.7"],
    ["https://häuser.example/a", "häuser.example"],
    ["https://xn--huser-gra.example/a", "häuser.example"],
    ["https://häuser.example/a", "xn--huser-gra.example"],
  ] as const) {
    it(`of ${href} are of the brand ${brand}`, async () => {
      const text = CLEAN.replace("brand: heart-news.example", `brand: ${brand}`).replaceAll(URL, `'${href}'`);
      const found = await diagnose(text);
      assert.deepEqual(
        found.filter(({ ruleId, message }) => ruleId !== "derived-value" || message.includes("brand")),
        [],
      );
    });
  }

  it("are web addresses, for the schema and for the rule alike", () => {
    const good = [
      "http://a.example",
      "HTTPS://a.example:80/?q#f",
      "https://[2001:db8::1]/x",
      "https://a/b",
      "http://a.b./",
    ];
    const bad = [
      "",
      "https://",
      "https:///x",
      "http:/a.example",
      "https//a",
      "htp://a",
      "https://a b",
      "https://https://a",
    ];
    const worse = [
      " https://a",
      "https://a\n",
      "https://?q",
      "https://a..b",
      "https://.a",
      "ftp://a",
      "https://http:/a",
    ];
    for (const url of good) assert.ok(isWebAddress(url), url);
    for (const url of [...bad, ...worse]) assert.ok(!isWebAddress(url), url);
    const pattern = new RegExp(patternOf("link", "href"), "u");
    const piece = fc.constantFrom(
      ..."http https :// : / . a www example [ ] @ ? # 80 é \\".split(" "),
      " ",
      "HTTPS://",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const url = pieces.join("");
        assert.equal(pattern.test(url), isWebAddress(url), url);
      }),
      { numRuns: runs(5000) },
    );
    for (const key of ["cleanUrl", "sourceUrl"])
      assert.equal(patternOf("openProjectCustomFields", key), pattern.source.replaceAll("\\/", "/"));
  });
});

function patternOf(parent: string, key: string): string {
  const schema = builtIns.news.schema.properties?.[parent]?.properties?.[key];
  return (schema as { readonly pattern?: string } | undefined)?.pattern ?? assert.fail(key);
}
