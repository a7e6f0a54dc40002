/** What a page of the web says of itself. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { readSourceFacts } from "../client/src/sourcePage/sourceFacts.ts";

const URL_ = "https://www.heart-news.example/2021/steady/";

function read(html: string) {
  return readSourceFacts(html, URL_);
}

function linked(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}

describe("The facts of a source page", () => {
  it("are those of Open Graph", () => {
    const html = `<!doctype html><html><head>
<title>Other</title>
<meta property="og:title" content="Pulse &amp; Beat:
  It&rsquo;s Steady">
<meta property=og:description content='A "steady" pulse.'>
<meta property="og:image" content="/a.png"><meta property="og:image:secure_url" content="pictures/heart.png?x=1&amp;y=2">
<meta property="og:site_name" content="Heart News">
<meta property="article:published_time" content="2021-03-04T05:06:07.891+0100">
<meta name="author" content="Dana Lee"><meta name="author" content="https://people.example/dana">`;
    assert.deepEqual(read(html), {
      title: "Pulse & Beat: It’s Steady",
      description: 'A "steady" pulse.',
      image: "https://www.heart-news.example/2021/steady/pictures/heart.png?x=1&y=2",
      siteName: "Heart News",
      published: "2021-03-04T05:06:07+01:00",
      authors: ["Dana Lee"],
    });
  });

  it("are those of linked data", () => {
    const article = {
      "@type": ["NewsArticle", "Thing"],
      headline: "Pulse",
      description: "Steady.",
      image: [{ "@type": "ImageObject", url: "https://pictures.example/a.webp" }],
      publisher: { name: "Heart News" },
      datePublished: "2021-03-04",
      author: [{ name: "Dana Lee" }, "Robin", { name: "Dana Lee" }],
    };
    const page = { "@type": "WebPage", name: "The page" };
    const expected = {
      title: "Pulse",
      description: "Steady.",
      image: "https://pictures.example/a.webp",
      siteName: "Heart News",
      published: "2021-03-04T00:00:00Z",
      authors: ["Dana Lee", "Robin"],
    };
    assert.deepEqual(read(linked(article)), expected);
    assert.deepEqual(
      read(`<script type="application/ld+json">{no</script>${linked({ "@graph": [page, article] })}`),
      expected,
    );
    assert.deepEqual(read(linked([page])), { title: "The page", authors: [] });
    assert.deepEqual(read(`<script>var a = ${JSON.stringify(article)}</script>`), { authors: [] });
  });

  it("are those of the page itself where it says no more", () => {
    const html = `<svg><title>Logo</title></svg><title>Pulse — Heart News</title>
<meta name="description" content="Steady."><meta name="DATE" content="2021-03-04 05:06">
<title>Another</title>`;
    assert.deepEqual(read(html), {
      title: "Pulse — Heart News",
      description: "Steady.",
      published: "2021-03-04T05:06:00Z",
      authors: [],
    });
    assert.equal(read(`${html}<meta property="og:site_name" content="heart news">`).title, "Pulse");
    assert.equal(
      read('<title>Heart News</title><meta property="og:site_name" content="Heart News">').title,
      "Heart News",
    );
  });

  it("leave out what they cannot be", () => {
    const meta = (name: string, content: string) => read(`<meta property="${name}" content="${content}">`);
    for (const image of ["javascript:alert(1)", "data:image/png;base64,AA", "file:///etc/passwd", "http://"])
      assert.equal(meta("og:image", image).image, undefined);
    for (const date of ["2021-02-31", "yesterday", "2021-13-01", "2021-03-04T25:00", "04.03.2021"])
      assert.equal(meta("article:published_time", date).published, undefined);
    assert.deepEqual(meta("og:title", " \u200b "), { authors: [] });
    assert.equal(meta("og:title", "a\u202eb\u0007c").title, "a b c");
  });

  it("start from the base that the page names", () => {
    const image = '<meta property="og:image" content="a.png">';
    assert.equal(read(`<base href="/other/">${image}`).image, "https://www.heart-news.example/other/a.png");
    assert.equal(read(`<base href="file:///x/">${image}`).image, undefined);
    assert.equal(read(`<base href="http://[">${image}`).image, `${URL_}a.png`);
  });

  it("have an end", () => {
    const { title = "", description = "" } = read(
      `<title>${"word ".repeat(1000)}</title><meta name=description content="${"😀".repeat(5000)}">`,
    );
    assert.ok(title.endsWith("word") && title.length <= 300);
    assert.equal([...description].length, 1000);
  });

  it("are read of pages that nest too deep, as far as that goes", () => {
    const deep = `<title>Pulse</title>${"<div>".repeat(200_000)}${"</b>".repeat(100_000)}`;
    assert.equal(read(deep).title, "Pulse");
    assert.deepEqual(read(`<script type="application/ld+json">${"[".repeat(5000)}${"]".repeat(5000)}</script>`), {
      authors: [],
    });
  });

  it("are lines of text whatever the page is", () => {
    const piece = fc.constantFrom(
      "<title>",
      "</title>",
      "<svg>",
      "</svg>",
      "<meta property='og:title' content='",
      "'>",
      '<script type="application/ld+json">',
      "</script>",
      '{"@type":"Article","headline":',
      '"a"',
      "}",
      "<base href=x>",
      "&amp;",
      "\ud800",
      "\n",
      "é",
      "<!--",
      "-->",
      "[",
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
      fc.string({ unit: "binary-ascii" }),
    );
    fc.assert(
      fc.property(text, (html) => {
        const { authors, ...facts } = read(html);
        for (const line of [...authors, ...Object.values(facts)])
          assert.ok(line !== "" && line === line.trim() && !/[\p{Cc}\p{Cs}]/u.test(line), JSON.stringify(line));
      }),
    );
  });

  it("come back from a page that says them", () => {
    const words = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
      .map((text) => `x${text.replace(/\s|\p{C}/gu, "")}`);
    const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    fc.assert(
      fc.property(words, words, (title, description) => {
        const html = `<meta property="og:title" content="${escaped(title)}"><meta name=description content="${escaped(description)}">`;
        assert.deepEqual(read(html), { title, description, authors: [] });
      }),
    );
  });
});
