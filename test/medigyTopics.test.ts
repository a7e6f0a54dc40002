import assert from "node:assert/strict";
import { accept, CLEAN, changed, check, diagnose, fixed, hover, quickFixes, report } from "./fixture.ts";

const TOPICS = `'["Medigy: Telehealth","Gartner: Data Management (DM)"]'`;

/** The clean article with another value of `medigyTopics`, and other topics. */
function written(value: string, topics?: string): string {
  const text = changed(TOPICS, value === TOPICS ? `${TOPICS} ` : value);
  return topics === undefined ? text : changed(/communityTopics:\n- .*\n- .*\n/, `communityTopics:\n${topics}\n`, text);
}

describe("medigyTopics", () => {
  it("may be written in any way that reads the same", async () => {
    for (const value of [
      '"[\\"Medigy: Telehealth\\",\\"Gartner: Data Management (DM)\\"]"',
      `'["Medigy: Telehealth", "Gartner: Data Management (DM)"]'`,
      `'["Medigy: Telehealth","Gartner: Data\n    Management (DM)"]'`,
      `>-\n    ["Medigy: Telehealth",\n    "Gartner: Data Management (DM)"]`,
      `|\n    [\n      "Medigy: Telehealth",\n      "Gartner: Data Management (DM)"\n    ]`,
      `'["Medigy: \\u0054elehealth","Gartner: Data Management (DM)"]'`,
    ])
      await check(written(value));
  });

  it("are marked where they differ, inside quotes, escapes and folded lines", async () => {
    for (const [value, reported] of [
      [`'["Medigy: Telecare","Gartner: Data Management (DM)"]'`, '50 medigy-topics «"Medigy: Telecare"»'],
      [`'["Medigy: Telehealth","Gartner: Big\n    Data"]'`, '50 medigy-topics «"Gartner: Big\n    Data"»'],
      ['"[\\"Medigy: Telecare\\",\\"Gartner: Data Management (DM)\\"]"', '50 medigy-topics «\\"Medigy: Telecare\\"»'],
      [`|\n    [\n    "Medigy: Telehealth",\n    "Gartner: Big Data"\n    ]`, '53 medigy-topics «"Gartner: Big Data"»'],
      [`'["Medigy: Telehealth"]'`, '50 medigy-topics «"Medigy: Telehealth"»'],
      [
        `'["Medigy: Telehealth" "Gartner: Data Management (DM)"]'`,
        '50 medigy-topics «"Gartner: Data Management (DM)"»',
      ],
      [`'["Medigy: Telehealth","Gartner: \\Data"]'`, "50 medigy-topics «\\D»"],
      [`'[''Medigy: Telehealth'']'`, "50 medigy-topics «''Medigy: Telehealth''»"],
      [`'["Medigy: Telehealth"'`, "50 medigy-topics «[»"],
      [`'["Medigy: Telehealth"],'`, "50 medigy-topics «,»"],
      [`'[]'`, "50 medigy-topics «[]»"],
    ] as const) {
      const text = written(value);
      assert.equal(await report(text), reported);
      assert.equal(await report(await fixed(text)), "");
    }
  });

  it("differ in nothing but their order: one problem", async () => {
    const three = "- 'Medigy: Telehealth'\n- 'Medigy: Interoperability'\n- 'Gartner: Data Management (DM)'";
    const text = written(
      `'["Medigy: Interoperability", "Gartner: Data Management (DM)",\n    "Medigy: Telehealth"]'`,
      three,
    );
    assert.equal((await diagnose(text)).length, 1);
    assert.match(
      await fixed(text),
      /'\["Medigy: Telehealth", "Medigy: Interoperability",\n {4}"Gartner: Data Management \(DM\)"\]'/,
    );
  });

  it("that are others altogether are one problem", async () => {
    const others = Array.from({ length: 12 }, (_, index) => `"S: ${index}"`).join();
    assert.equal(await report(written(`'[${others}]'`)), `50 medigy-topics «'[${others}]'»`);
    assert.equal(await fixed(written(`'[${others}]'`)), CLEAN);
  });

  it("that an alias stands for are left alone", async () => {
    await check(changed("mdName: ", "mdName: &name ", written("*name")));
  });

  it("are changed where they differ and nowhere else", async () => {
    for (const [value, expected] of [
      [
        '"[\\"Medigy: Telecare\\", \\"Gartner: Data Management (DM)\\"]"',
        '"[\\"Medigy: Telehealth\\", \\"Gartner: Data Management (DM)\\"]"',
      ],
      ['"[\\"Medigy: Telehealth\\"]"', '"[\\"Medigy: Telehealth\\",\\"Gartner: Data Management (DM)\\"]"'],
      [
        `>-\n    ["Medigy: Telehealth",\n    "Gartner: Data (DM)"]`,
        `>-\n    ["Medigy: Telehealth",\n    "Gartner: Data Management (DM)"]`,
      ],
      [
        `'["A", "Medigy: Telehealth", "Gartner: Data\n    Management (DM)"]'`,
        `'["Medigy: Telehealth", "Gartner: Data\n    Management (DM)"]'`,
      ],
    ] as const)
      assert.equal(await fixed(written(value)), written(expected));
  });

  it("keep the escapes that Python writes", async () => {
    const topics = "- 'S: Ärzte'\n- 'S: Über 🎉'";
    const site = {};
    const right = written(`'["S: \\u00c4rzte", "S: \\u00dcber \\ud83c\\udf89"]'`, topics);
    await check(right, { site });
    assert.equal(await fixed(written(`'["S: \\u00c4rzte", "S: Uber"]'`, topics), { site }), right);
    const close = changed('rzte", "', 'rzte","', right);
    assert.equal(await fixed(written(`'["S: \\u00c4rzte"]'`, topics), { site }), close);
    const plain = written(`'["S: Ärzte","S: Über 🎉"]'`, topics);
    assert.equal(await fixed(written(`'["S: Ärzte","S: Uber"]'`, topics), { site }), plain);
  });

  it("follow a topic with quotes and backslashes through both layers", async () => {
    const site = {};
    for (const topic of ["It's", 'A "big" one', "C:\\dir", `'"\\`]) {
      const topics = `- ${JSON.stringify(`S: ${topic}`)}\n- 'S: B'`;
      for (const value of [`'["A","B"]'`, `"[\\"A\\",\\"B\\"]"`, `|\n    ["A","B"]`, `'["A",\n    "B"]'`]) {
        const repaired = await fixed(written(value, topics), { site });
        assert.equal(await report(repaired, { site }), "", repaired);
      }
    }
  });

  it("say nothing while the topics themselves are at fault, and follow them", async () => {
    for (const [part, by] of [
      ["'Medigy: Telehealth'", "Medigy: Telehealth"],
      ["'Medigy: Telehealth'", "'Medigy: Telemedicine'"],
      ["'Medigy: Telehealth'", "'Medigy: Telehaelth'"],
      ["- 'Medigy: Telehealth'", "-"],
      ["- 'Medigy: Telehealth'\n- 'Gartner: Data Management (DM)'", "[]"],
      ["- 'Medigy: Telehealth'", "- 'Medigy: Telehealth\n"],
    ] as const) {
      const found = await diagnose(changed(part, by));
      assert.deepEqual(
        found.filter(({ ruleId }) => ruleId === "medigy-topics"),
        [],
        by,
      );
    }
    const both = CLEAN.replaceAll("Medigy: Telehealth", "Medigy: Telecare");
    assert.equal(await report(both), "21 topic-retired «'Medigy: Telecare'»");
    assert.equal(await fixed(both), CLEAN);
  });

  it("are explained, completed and compared whole", async () => {
    assert.match(
      (await hover(changed("medigyTopics", "medigy$0Topics")))?.contents ?? "",
      /It is as it should be: `'\["Medigy: Telehealth","Gartner: Data Management \(DM\)"\]'`/,
    );
    const label = '["Medigy: Telehealth","Gartner: Data Management (DM)"]';
    assert.equal(await accept(written("$0"), label), CLEAN);
  });

  it("name what the fix does", async () => {
    const [fix] = await quickFixes(written(`'["Medigy: Tele$0care","Gartner: Data Management (DM)"]'`));
    assert.equal(fix?.title, "Replace by `Medigy: Telehealth`");
    assert.equal(fix?.text, CLEAN);
  });
});
