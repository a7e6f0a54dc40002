import assert from "node:assert/strict";
import { applyEdits } from "../server/src/service/document/span.ts";
import { accept, changed, complete, diagnose, fixed, hover, quickFixes, report } from "./fixture.ts";
import { SITE } from "./world.ts";

const DATE = "'2021-03-04T09:00:00.000001Z'";
const LAST_MOD = "'2021-03-05T09:00:00.000001Z'";

describe("dates that Hugo cannot read", () => {
  it("are repaired where they mean one day, with nothing else changed", async () => {
    for (const [written, repaired] of [
      ["2021-03-04T09:00Z", "2021-03-04T09:00:00Z"],
      ["'2021-03-04T09:00:00+02'", "'2021-03-04T09:00:00+02:00'"],
      ['"20210304"', '"2021-03-04"'],
      ["03/24/2021", "2021-03-24"],
      ["24.03.2021", "2021-03-24"],
      ["Mar 4, 2021 9:05 pm", "2021-03-04 21:05:00"],
    ] as const) {
      assert.equal(await repairedBy("unparsable-date", dated(written)), dated(repaired), written);
    }
  });

  it("leave the choice where they may mean two days", async () => {
    const titles = async (written: string) =>
      (await quickFixes(dated(`$0${written}`))).map(({ title, text }) => [title, text]);
    assert.deepEqual(await titles("03/04/2021"), [
      ["Replace by `2021-03-04`", dated("2021-03-04")],
      ["Replace by `2021-04-03`", dated("2021-04-03")],
    ]);
    assert.deepEqual(await titles("'03.04.2021 9:30'"), [
      ["Replace by `2021-04-03 09:30:00`", dated("'2021-04-03 09:30:00'")],
      ["Replace by `2021-03-04 09:30:00`", dated("'2021-03-04 09:30:00'")],
    ]);
    assert.equal(await fixed(dated("03/04/2021")), dated("03/04/2021"));
  });

  it("are only told where nobody knows the day", async () => {
    for (const written of ["soon", "2021-02-30", "2021-W09-4", "2021-03-04T25:00:00Z", "true", "1.5", "'2021'"]) {
      assert.equal(await report(dated(written)), `24 unparsable-date «${written}»`);
      assert.deepEqual(await quickFixes(dated(`$0${written}`)), []);
    }
    const [impossible] = await diagnose(dated("2021-02-30"));
    assert.equal(impossible?.message, "`date`: there is no such day or time as `2021-02-30`.");
  });

  it("are found in every key that Hugo reads, and not in one that it does not reach", async () => {
    for (const key of ["publishDate", "pubdate", "published", "expiryDate", "unpublishdate"]) {
      const line = `id: 77\n${key}: soon\nidentifier`;
      assert.equal(await report(changed("id: 77\nidentifier", line)), "40 unparsable-date «soon»", key);
    }
    assert.equal(await report(changed("mastHead:", "modified: soon\nmastHead:")), "");
  });

  it("are one problem with another slip in their line", async () => {
    assert.equal(await report(dated("'2021-3-04")), "24 yaml-syntax «'»");
    assert.equal(await report(dated("''")), "24 invalid-value «''»");
    assert.equal(await report(dated("")), "24 wrong-type «date»");
    assert.equal(await report(dated("[2021-03-04]")), "24 wrong-type «[2021-03-04]»");
    assert.equal(await report(changed("date: ", "date: soon\ndate: ")), "25 duplicate-key «date»");
  });
});

describe("the form of dates", () => {
  it("may be any of RFC 3339, quoted or not", async () => {
    for (const written of ["2021-03-04T09:00:00Z", "'2021-03-04T09:00:00.5+05:30'", '"2021-03-04T09:00:00-00:00"']) {
      assert.equal(await report(dated(written)), "");
    }
  });

  it("is put right where the zone is told", async () => {
    for (const [written, repaired] of [
      ["2021-03-04 09:00:00 +0200", "2021-03-04T09:00:00+02:00"],
      ["'2021-03-04 9:00:00.25 -0700 MST'", "'2021-03-04T09:00:00.25-07:00'"],
      ["Thu, 04 Mar 2021 09:00:00 +0200", "2021-03-04T07:00:00Z"],
      ["Thu, 04 Mar 2021 09:00:00 GMT", "2021-03-04T09:00:00Z"],
      ["1614848400", "2021-03-04T09:00:00Z"],
    ] as const) {
      assert.equal(await report(dated(written)), `24 date-format «${written}»`);
      assert.equal(await fixed(dated(written)), dated(repaired));
    }
  });

  it("is a choice where the author must know the zone", async () => {
    for (const [written, ...choices] of [
      ["'2021-03-04'", "'2021-03-04T00:00:00Z'"],
      ["2021-03-04T09:00:00", "2021-03-04T09:00:00Z"],
      ["Thu, 04 Mar 2021 09:00:00 EST", "2021-03-04T09:00:00Z"],
      ["20210304", "2021-03-04T00:00:00Z", "1970-08-22T21:58:24Z"],
    ] as const) {
      assert.equal(await fixed(dated(written)), dated(written));
      const texts = (await quickFixes(dated(`$0${written}`))).map(({ text }) => text);
      assert.deepEqual(texts.slice(0, choices.length), choices.map(dated), written);
    }
  });

  it("says what Hugo makes of a number", async () => {
    const [found] = await diagnose(dated("2021"));
    assert.match(found?.message ?? "", /seconds since 1970: Thursday, 1 January 1970, 00:33:41 UTC/);
  });

  it("is not asked of Hugo's own dates", async () => {
    assert.equal(await report(changed("owlType", "publishDate: 2021-03-04\nowlType")), "");
  });
});

describe("dates and each other", () => {
  it("tell that a change is before the date, and offer either for the other", async () => {
    const text = changed(LAST_MOD, "2021-03-04T08:59:59Z");
    assert.equal(await report(text), "41 date-order «2021-03-04T08:59:59Z»");
    const [{ related } = { related: [] }] = await diagnose(text);
    assert.deepEqual(
      related.map(({ start, end }) => text.slice(start, end)),
      [DATE],
    );
    const texts = (await quickFixes(text.replace("2021-03-04T08", "$02021-03-04T08"))).map((action) => action.text);
    assert.deepEqual(texts, [
      changed("2021-03-04T08:59:59Z", DATE, text),
      changed(DATE, "'2021-03-04T08:59:59Z'", text),
    ]);
    assert.equal(await fixed(text), text);
  });

  it("compare instants to the microsecond and across zones, and whole days as such", async () => {
    assert.equal(
      await report(changed(LAST_MOD, "'2021-03-04T09:00:00.000000Z'")),
      "41 date-order «'2021-03-04T09:00:00.000000Z'»",
    );
    assert.equal(await report(changed(LAST_MOD, DATE)), "");
    assert.equal(await report(changed(LAST_MOD, "'2021-03-04T05:00:01-04:00'")), "");
    assert.equal(await report(changed(LAST_MOD, "'2021-03-04'")), "41 date-format «'2021-03-04'»");
  });

  it("tell a page that expires before it is published", async () => {
    const text = changed("featuredImage:", "expiryDate: 2021-03-01\nfeaturedImage:");
    assert.equal(await report(text), "27 date-order «2021-03-01»");
  });

  it("leave a slip in the year or a number to the rules about those", async () => {
    assert.equal(await report(dated("2121-03-04T09:00:00Z")), "24 future-date «2121-03-04T09:00:00Z»");
    assert.equal(await report(changed(LAST_MOD, "20210305")), "41 date-format «20210305»");
    assert.equal(await report(dated("1614848400000")), "24 date-format «1614848400000»");
  });
});

describe("dates and today, 15 June 2026", () => {
  it("tell what is not published yet, and what is further ahead than anybody plans", async () => {
    for (const [written, found] of [
      ["'2026-06-16T11:00:00Z'", ""],
      ["'2026-06-17T12:00:00Z'", "information unpublished-page"],
      ["'2027-06-01T12:00:00Z'", "information unpublished-page"],
      ["'2027-07-01T12:00:00Z'", "warning future-date"],
    ] as const) {
      const text = changed(LAST_MOD, written, dated(written));
      const said = (await diagnose(text)).filter(({ start }) => start < text.indexOf("lastMod"));
      assert.equal(said.map(({ severity, ruleId }) => `${severity} ${ruleId}`).join(), found, written);
    }
  });

  it("go by publishDate where there is one, and not at all for a draft", async () => {
    const ahead = changed(LAST_MOD, "'2026-09-01T12:00:00Z'", dated("'2026-09-01T12:00:00Z'"));
    assert.equal(await report(changed("owlType", "publishDate: 2021-03-04\nowlType", ahead)), "");
    assert.equal(await report(changed("featuredImage:", "draft: true\nfeaturedImage:", ahead)), "");
  });

  it("tell what has expired", async () => {
    const until = (written: string) => report(changed("featuredImage:", `expiryDate: ${written}\nfeaturedImage:`));
    assert.equal(await until("2026-06-15T11:59:00Z"), "27 unpublished-page «2026-06-15T11:59:00Z»");
    assert.equal(await until("2099-01-01T00:00:00Z"), "");
  });
});

describe("completion of dates", () => {
  it("offers now, in the form of the house", async () => {
    assert.equal(await accept(dated("$0"), "2026-06-15T12:00:00.000000Z"), dated("'2026-06-15T12:00:00.000000Z'"));
    assert.equal(await accept(dated('"$0"'), "2026-06-15T12:00:00.000000Z"), dated('"2026-06-15T12:00:00.000000Z"'));
  });

  it("offers the date of the article for its last change", async () => {
    const fixture = changed(`lastMod: ${LAST_MOD}`, "lastMod: $0");
    const offered = (await complete(fixture)).map(({ label, detail }) => `${label} ${detail}`);
    assert.deepEqual(offered, ["2026-06-15T12:00:00.000000Z now", "2021-03-04T09:00:00.000001Z as `date`"]);
    assert.equal(await accept(fixture, "2021-03-04T09:00:00.000001Z"), changed(LAST_MOD, DATE));
  });
});

describe("dates and the version of Hugo", () => {
  it("are refused from 0.136 on, and dropped before", async () => {
    const said = async (version: string) => {
      const site = { ...SITE, "curated-content.yaml": `hugo: { version: ${version} }\n` };
      return (await diagnose(dated("soon"), { site })).map(({ message }) => message).join();
    };
    assert.equal(await said("0.135.0"), "`date`: Hugo cannot read `soon` as a date and drops it without a word.");
    assert.equal(await said("0.136.0"), "`date`: Hugo cannot read `soon` as a date and stops the build.");
  });
});

describe("hover of dates", () => {
  it("says what Hugo makes of them", async () => {
    const said = async (fixture: string) => (await hover(fixture))?.contents ?? "";
    assert.match(await said(changed("date: ", "da$0te: ")), /^Hugo reads Thursday, 4 March 2021, 09:00:00 UTC\.$/m);
    assert.match(
      await said(dated("2$0021-03-04T09:00:00+02:00")),
      /^Hugo reads Thursday, 4 March 2021, 07:00:00 UTC\.$/m,
    );
    assert.match(await said(dated("so$0on")), /^Hugo cannot read a date here\.$/m);
    assert.doesNotMatch(await said(dated("").replace("date: ", "da$0te: ")), /Hugo/);
  });
});

function dated(written: string): string {
  return changed(`date: ${DATE}`, `date: ${written}`);
}

/** The text after the fixes of one rule, the first one only. */
async function repairedBy(ruleId: string, text: string): Promise<string> {
  const fix = (await diagnose(text)).find((found) => found.ruleId === ruleId)?.fix;
  return fix === undefined ? text : applyEdits(text, fix.edits);
}
