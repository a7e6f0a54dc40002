import assert from "node:assert/strict";
import { CLEAN, changed, check, diagnose, fixed, quickFixes, report } from "./fixture.ts";

describe("the title", () => {
  it("is plain text: markup is one problem, and what follows from the title waits for it", async () => {
    for (const written of [
      "A <b>Steady</b> Beat",
      "A Steady&nbsp;Beat",
      "A&#32;Steady Beat",
      "A Steady&#xA0;Beat",
      '"A Steady<br/>Beat"',
    ]) {
      const text = changed("title: A Steady Beat", `title: ${written}`);
      assert.equal(await report(text), `61 title-plain-text «${written}»`);
      assert.equal((await fixed(text)).replaceAll('"', ""), CLEAN.replaceAll('"', ""), written);
    }
  });

  it("is decoded with all that follows from it", async () => {
    const text = CLEAN.replace("title: A Steady Beat", "title: A &quot;Steady&quot; &amp; Sound Beat");
    const repaired = await fixed(text);
    assert.match(repaired, /^title: A "Steady" & Sound Beat$/m);
    assert.match(repaired, /^aliases: \/news\/a-steady-sound-beat$/m);
    assert.equal(await report(repaired), "");
  });

  it("is left to the author where what is meant is not sure", async () => {
    for (const written of ["A &foo; Beat", "A &lt;b&gt; Beat", "A &amp;amp; Beat"]) {
      const [found] = (await diagnose(changed("title: A Steady Beat", `title: ${written}`))).filter(
        ({ ruleId }) => ruleId === "title-plain-text",
      );
      assert.deepEqual([found?.severity, found?.fix], ["information", undefined], written);
    }
  });

  it("may hold signs that are no markup", async () => {
    for (const title of ["AT&T; R&D", "x < y > z", "Use of <video> on <details>", "Q&A: Beats", "A & B"]) {
      const found = await diagnose(changed("title: A Steady Beat", `title: '${title}'`));
      assert.ok(!found.some(({ ruleId }) => ruleId === "title-plain-text"), title);
    }
  });

  it("is one line without blanks around it", async () => {
    for (const written of ["'A Steady Beat '", '" A Steady Beat"', '"A Steady\\nBeat"', '"A Steady Beat\\t"']) {
      const text = changed("title: A Steady Beat", `title: ${written}`);
      assert.equal(await report(text), `61 title-plain-text «${written}»`);
      assert.match(await fixed(text), /^title: ("?)A Steady Beat\1$/m);
    }
  });

  it("is not empty, and blanks are nothing", async () => {
    assert.equal(await report(changed("title: A Steady Beat", "title: '  '")), "61 invalid-value «'  '»");
  });
});

describe("the description", () => {
  it("may be short, end in the middle, and have abbreviations", async () => {
    for (const written of [
      "A clinic hands out",
      "One came. Two went. Three stayed. Four sang.",
      "Dr. A. Smith of St. Mary met Mr. B. Jones of the U.S. Dept. Both agree, e.g. on No. 5. It is so.",
      "Hm... So it goes... Or does it... Who knows... Nobody... Ever...",
      "Is it 2 < 3? 5 * 4 ** 3 [sic] (so) #1",
      "'# 1 in care'",
    ])
      await check(described(written));
  });

  it("is no essay", async () => {
    const sentences = "One came. Two went! Did three stay? “Four sang.” Five left.";
    assert.equal(await report(described(sentences)), `25 description-length «${sentences}»`);
    const [found] = await diagnose(described(`${"word ".repeat(90)}end`));
    assert.deepEqual([found?.ruleId, found?.messageId], ["description-length", "characters"]);
    assert.equal(found?.severity, "information");
  });

  it("is more than a place kept", async () => {
    for (const written of ["TODO", "tbd.", "Lorem ipsum dolor sit amet", "'...'", "'-'", "xxx", "To do!"])
      assert.equal(await report(described(written)), `25 description-length «${written}»`);
    await check(described("Todo lists help nurses"));
    await check(described("説明"));
  });

  it("is not empty, and blanks are nothing", async () => {
    assert.equal(await report(described("'  '")), "25 invalid-value «'  '»");
    assert.equal(await report(described("''")), "25 invalid-value «''»");
    assert.equal(await report(described("")), "25 wrong-type «description»");
  });

  it("is plain text; how it reads without markup is a choice", async () => {
    const text = described("A clinic <em>hands out</em> patches &amp; more");
    assert.equal(await report(text), "25 description-plain-text «A clinic <em>hands out</em> patches &amp; more»");
    assert.equal(await fixed(text), text);
    const [choice] = await quickFixes(changed("A clinic", "A cl$0inic", text));
    assert.equal(choice?.text, described("A clinic hands out patches & more"));
    for (const markdown of ["A **clinic** hands out", "See [this](https://a.example)", "'## Clinics'"])
      assert.equal(await report(described(markdown)), `25 description-plain-text «${markdown}»`);
  });
});

function described(written: string): string {
  return changed(/description: .*\n.*\n/, `description: ${written}\n`);
}
