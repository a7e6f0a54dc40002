import assert from "node:assert/strict";
import { ARTICLE, changed, diagnose, fixed, quickFixes, report } from "./fixture.ts";
import { createWorld } from "./world.ts";

/** The clean article with another body. */
function withBody(body: string): string {
  return changed(/<p>.*\n$/, body);
}

/** What is said of a body: rule and marked text, one a line. */
async function reportOf(body: string): Promise<string> {
  return (await report(withBody(body))).replace(/^\d+ /gm, "");
}

/** Bodies, and what is said of each. */
const SAID: readonly (readonly [body: string, said: string])[] = [
  // HTML
  ['<p onclick="track()">A heart.</p>', 'body-event-handler «onclick="track()"»'],
  ["<p>A heart. <svg/onload=track()></p>", "body-event-handler «onload=track()»"],
  ["<P OnClick = 'a'>A heart.</P>", "body-event-handler «OnClick = 'a'»"],
  ['<p>❤️ <b title="🎉" onfocus="a">heart</b></p>', 'body-event-handler «onfocus="a"»'],
  ["<p>A heart.</p><script>a < b</script>", "body-active-content «<script>»"],
  [
    "<p>A heart.</p><SCRIPT type=module src=//x.example></SCRIPT>",
    "body-active-content «<SCRIPT type=module src=//x.example>»",
  ],
  ['<p>A heart.</p><script type="application/ld+json">{"a": 1}</script>', ""],
  ['<base href="/">A heart', 'body-active-content «<base href="/">»'],
  [
    '<meta http-equiv="Refresh" content="0; url=/">A heart',
    'body-active-content «<meta http-equiv="Refresh" content="0; url=/">»',
  ],
  ['<meta name="a" content="b">A heart', ""],
  ['<p>A heart <iframe src="https://video.example/1"></iframe></p>', ""],
  ['<p>A heart <iframe srcdoc="<p>b</p>"></iframe></p>', 'body-active-content «srcdoc="<p>b</p>"»'],
  ['<p>A heart <embed src="a.pdf"></p>', 'body-active-content «<embed src="a.pdf">»'],
  ['<a href="javascript:go()">A heart</a>', "body-unsafe-url «javascript:go()»"],
  ["<a href=JavaScript:go()>A heart</a>", "body-unsafe-url «JavaScript:go()»"],
  ['<a href = " java&#115;cript:go()">A heart</a>', "body-unsafe-url « java&#115;cript:go()»"],
  ['<a href="&#x6A;avascript&colon;go()">A heart</a>', "body-unsafe-url «&#x6A;avascript&colon;go()»"],
  ["<p><a href='\tjava\nscript:go()'>A heart</a></p>", "body-unsafe-url «\tjava\nscript:go()»"],
  ["<a href='javascript&colon;go()'>A heart</a>", "body-unsafe-url «javascript&colon;go()»"],
  ["<a href='javascr&NewLine;ipt:go()'>A heart</a>", "body-unsafe-url «javascr&NewLine;ipt:go()»"],
  ["<p><a href='java&Tab;script:go()'>A heart</a></p>", "body-unsafe-url «java&Tab;script:go()»"],
  ['<p>A heart <button formaction="vbscript:a">b</button></p>', "body-unsafe-url «vbscript:a»"],
  ['<svg><a xlink:href="javascript:a"><text>b</text></a></svg>', "body-unsafe-url «javascript:a»"],
  ['<a href="data:text/html;base64,PHA+">A heart</a>', "body-unsafe-url «data:text/html;base64,PHA+»"],
  ['<img alt="a" src="data:image/svg+xml;base64,PHN2Zz4=">', ""],
  ['<a href="javascript">A heart</a> <a href="/javascript:a">b</a> <a title="javascript:a">c</a>', ""],
  ['<p>A heart <img src="a.png"></p>', 'body-image-alt «<img src="a.png">»'],
  ['<p>A heart <IMG\nsrc="a.png"/></p>', 'body-image-alt «<IMG\nsrc="a.png"/>»'],
  ['<p>A heart <img src="a.png" alt=""> <img src="a.png" alt> <img src="a.png" role="presentation"></p>', ""],
  ["<p>Once = on = only = 1, and 1 < 2 is on.</p>", ""],
  ['<p once="1" on="2" only="3">A heart.</p>', ""],
  // Markdown
  ["[A heart](javascript:go)", "body-unsafe-url «javascript:go»"],
  ["[A heart](<javascript:go()> 'b')", "body-unsafe-url «javascript:go()»"],
  ["[A heart](javascript\\:go)", "body-unsafe-url «javascript\\:go»"],
  ["[A heart](java&#x73;cript:go)", "body-unsafe-url «java&#x73;cript:go»"],
  ["A <javascript:go> heart", "body-unsafe-url «javascript:go»"],
  ["[A heart][1]\n\n[1]: javascript:go", "body-unsafe-url «javascript:go»"],
  ["![A heart](javascript:go)", "body-unsafe-url «javascript:go»"],
  ["A heart ![](a.png)", "body-image-alt «![](a.png)»"],
  ["A heart ![ ](<a b.png> 'c')", "body-image-alt «![ ](<a b.png> 'c')»"],
  ["A heart ![b](a.png) ![] !\\[](a.png)", ""],
  ["A heart ![<b onclick=a> [b](javascript:c)](a.png)", ""],
  ["<!-- a --> <b onclick=a>A heart</b>", "body-event-handler «onclick=a»"],
  ["A heart <? a > <img> ?>", "body-image-alt «<img>»"],
  ["A heart\r\r```\r<img>\r```\r\r<img>", "body-image-alt «<img>»"],
  ["> <div\n> onclick='a'>A heart</div>", "body-event-handler «onclick='a'»"],
  ["- A heart\n  <b onclick=a>b</b>", "body-event-handler «onclick=a»"],
  ["A *heart* <b onclick=a>b</b>", "body-event-handler «onclick=a»"],
  // What is text
  ["A heart `<b onclick=a>` `![](a)` `<script>`", ""],
  ["A heart\n\n```html\n<script>a</script>\n![](a)\n```\n", ""],
  ["A heart\n\n    <script>a</script>\n", ""],
  ["A heart <!-- <script>a</script> <img> ![](a) -->", ""],
  ["<!--\n\n<p onclick=a>\n-->\nA heart", ""],
  ["A heart <svg/onload=a> is no tag of Markdown", ""],
  ["A heart \\<script> &lt;b onclick=a>", ""],
  ["<style>b { c: '<img>' }</style>A heart <textarea><img></textarea>", ""],
  // Hugo's shortcodes
  ['{{< figure src="a.png" onclick="b" >}}', ""],
  ['{{% b %}}<img src="a.png">{{% /b %}}', 'body-image-alt «<img src="a.png">»'],
  ['<p>A heart <img alt="{{< a "b" >}}" src="{{< ref "c>d" >}}"></p>', ""],
  ["<p>A heart {{< a <img> ![](b)</p>", "body-image-alt «<img>»"],
  // Nothing to read
  ["", "body-empty «---»"],
  [" \n\t\n", "body-empty «---»"],
  ["<p></p>\n<p>&nbsp;<br/></p>\n<!-- later -->", "body-empty «---»"],
  ["<!-- later", "body-empty «---»"],
  ['{{< figure src="a.png" >}}', ""],
  ["<img src='a.png' alt=''>", ""],
  ["<hr>", ""],
];

describe("the body", () => {
  for (const [body, said] of SAID) {
    it(`${JSON.stringify(body)} gives ${said || "nothing"}`, async () => {
      assert.equal(await reportOf(body), said);
      const crlf = (text: string) => text.replaceAll("\n", "\r\n");
      const report = (text: string) => diagnose(text).then((all) => all.map((one) => text.slice(one.start, one.end)));
      const marked = (await report(withBody(body))).map(crlf);
      assert.deepEqual(await report(crlf(withBody(body))), marked);
      assert.deepEqual(await report(`\uFEFF${crlf(withBody(body))}`), marked);
    });
  }

  it("is a draft's own affair, and still said", async () => {
    const [found] = await diagnose(withBody("").replace("featuredImage:", "draft: true\nfeaturedImage:"));
    assert.deepEqual([found?.messageId, found?.severity], ["draft", "information"]);
  });

  it("is nothing to speak of while the front matter is not closed", async () => {
    const text = withBody("<p onclick=a>A heart.</p>\n").replace("\n---\n\n<p", "\n\n<p");
    assert.equal(await report(text), "1 yaml-syntax «---»");
  });

  it("is nothing to speak of while nobody reads the front matter", async () => {
    assert.equal(await report('+++\ntitle = "a"\n+++\n<script>a</script>\n'), "1 unchecked-front-matter «+++»");
  });

  it("is read again where the author typed on meanwhile", async () => {
    const { service, document } = createWorld();
    const [before, after] = [withBody("<p>A heart <img></p>"), withBody("<p>A calm heart <img></p>")];
    let version = 1;
    const typed = {
      uri: document(ARTICLE, "").uri,
      get version() {
        return version;
      },
      getText() {
        const text = version === 1 ? before : after;
        version = 2;
        return text;
      },
    };
    const [found] = await service.diagnose(typed);
    assert.equal(after.slice(found?.start, found?.end), "<img>");
  });

  it("is read with a line of the front matter that cannot be read", async () => {
    const text = changed("sub: brief", "sub brief", withBody("<p>A heart <img></p>"));
    assert.equal(await report(text), "58 yaml-syntax «sub brief»\n65 body-image-alt «<img>»");
  });
});

describe("a body that is much work", () => {
  /** Where reading would take longer than an author waits. */
  const MUCH: readonly (readonly [name: string, body: string])[] = [
    ["brackets that look for their fellows", `![](a.png) ${"[a](".repeat(20_000)}`],
    ["asterisks that do", `![](a.png) ${"*a_ ".repeat(20_000)}`],
    ["quotes in quotes", `![](a.png)\n\n${">".repeat(20_000)}`],
    ["lists in lists", `![](a.png)\n\n${"1. ".repeat(20_000)}`],
    ["a book", "A heart ![](a.png) beats.\n\n".repeat(10_000)],
  ];
  for (const [name, body] of MUCH) {
    it(`is not read, and that is said: ${name}`, async () => {
      assert.equal(await reportOf(body), "unchecked-body «---»");
    });
  }

  /** Bodies of 100 KB in which the one fault at the end is found. */
  const READ: readonly (readonly [name: string, body: string])[] = [
    ["one line of HTML", `<p>${"A heart <b>beats</b> &rsquo;a&rsquo; ".repeat(2_800)}`],
    ["paragraphs", "A *heart* beats, [says one](https://a.example).\n\n".repeat(2_000)],
    ["nested elements", `<p>${"<b>".repeat(30_000)}`],
    ["elements that only close", `<p>${"</b>".repeat(25_000)}`],
    ["less-than signs", `<p>${"<".repeat(100_000)} `],
    ["comments", `<p>${"<!---->".repeat(14_000)}`],
    ["attributes", `<p ${Array.from({ length: 10_000 }, (_, index) => `a${index}=b`).join(" ")}>`],
    ["references", `<p title="${"&#106;".repeat(16_000)}">`],
    ["shortcodes that are never closed", `<p>${"{{< {{% ".repeat(12_000)}`],
  ];
  for (const [name, body] of READ) {
    it(`is read: ${name}`, async () => {
      assert.equal(await reportOf(`${body}<img src=a>`), "body-image-alt «<img src=a>»");
    });
  }

  it("is no work where nothing in it can be a fault", async () => {
    assert.equal(await reportOf("A *heart* beats on. ".repeat(50_000)), "");
    assert.equal(await reportOf("&nbsp;<p></p>\n<!-- a -->".repeat(40_000)), "body-empty «---»");
    for (const piece of [" on", " onabc ", "script\n", "&#0000", "java\t", "<p ", "<!--", "<im"])
      assert.equal((await reportOf(piece.repeat(200_000))).replace("body-empty «---»", ""), "");
  });

  it("has its first faults named, and all event handlers removed", async () => {
    const body = (attribute: string) => `<p${attribute}>A heart <img></p>`.repeat(150);
    const found = await diagnose(withBody(body(" onclick=a")));
    assert.equal(found.filter(({ ruleId }) => ruleId === "body-event-handler").length, 150);
    assert.equal(found.filter(({ ruleId }) => ruleId === "body-image-alt").length, 50);
    assert.equal(await fixed(withBody(body(" onclick=a"))), withBody(body("")));
  });
});

describe("repairs of the body", () => {
  const REPAIRED: readonly (readonly [body: string, repaired: string])[] = [
    ['<p class="a" onclick="b">A heart.</p>', '<p class="a">A heart.</p>'],
    ['<p onclick="a" onfocus="b" class="c">A heart.</p>', '<p class="c">A heart.</p>'],
    ['<p\n  onclick="a"\n  class="b">A heart.</p>', '<p\n  class="b">A heart.</p>'],
    ['<p onclick="a"class="b">A heart.</p>', '<p class="b">A heart.</p>'],
    ['<p class="a"onclick="b">A heart.</p>', '<p class="a">A heart.</p>'],
    ["<p><svg/onload=a><text>A heart.</text></svg></p>", "<p><svg><text>A heart.</text></svg></p>"],
    ["<p class=a/ onclick=b>A heart.</p>", "<p class=a/>A heart.</p>"],
    ["A *heart* <b onclick=a>b</b>", "A *heart* <b>b</b>"],
  ];
  for (const [body, repaired] of REPAIRED) {
    it(`make ${JSON.stringify(repaired)} of ${JSON.stringify(body)}`, async () => {
      assert.equal(await fixed(withBody(body)), withBody(repaired));
    });
  }

  const CHOICES: readonly (readonly [body: string, choice: string])[] = [
    ["<p>A heart.</p><scr$0ipt>a <b>\n</script><p>c</p>", "<p>A heart.</p><p>c</p>"],
    ["<p>A heart <i$0mg src='a.png'></p>", "<p>A heart <img alt=\"A Steady Beat\" src='a.png'></p>"],
    ["A heart !$0[](a.png)", "A heart ![A Steady Beat](a.png)"],
    ["A heart !$0[ ](a.png)", "A heart ![A Steady Beat](a.png)"],
  ];
  for (const [body, choice] of CHOICES) {
    it(`offer ${JSON.stringify(choice)} and do it only when asked`, async () => {
      const [offered] = await quickFixes(withBody(body));
      assert.equal(offered?.text, withBody(choice));
      const text = withBody(body.replace("$0", ""));
      assert.equal(await fixed(text), text);
    });
  }

  it("write a title so that it stays what it is", async () => {
    const titled = changed("title: A Steady Beat", 'title: A "Steady" [Beat] & *more*');
    const html = changed(/<p>.*\n$/, "<p>A heart <i$0mg></p>", titled);
    const markdown = changed(/<p>.*\n$/, "A heart !$0[](a.png)", titled);
    assert.match((await quickFixes(html))[0]?.text ?? "", /<img alt="A &quot;Steady&quot; \[Beat\] &amp; \*more\*">/);
    assert.match(
      (await quickFixes(markdown))[0]?.text ?? "",
      /!\[A "Steady" \\\[Beat\\\] \\& \\\*more\\\*\]\(a\.png\)/,
    );
  });

  it("offer nothing for a script that has no end", async () => {
    assert.deepEqual(await quickFixes(withBody("<p>A heart.</p><scr$0ipt>a")), []);
  });
});
