import assert from "node:assert/strict";
import { ARTICLE, CLEAN, changed, check, diagnose, fixed, quickFixes, report } from "./fixture.ts";
import { SITE } from "./world.ts";

const TELEHEALTH = "'Medigy: Telehealth'";
const NO_VOCABULARY = { path: ARTICLE, site: { "data/communities.yaml": SITE["data/communities.yaml"] ?? "" } };

describe("topics", () => {
  it("are found in every way to write a list", async () => {
    for (const list of [
      `\n  - ${TELEHEALTH}`,
      `\n- "Medigy: Telehealth"`,
      ` [${TELEHEALTH}, "Gartner: Interoperability"]`,
      ` [\n  ${TELEHEALTH}, # the first\n]`,
      `\n# the first\n- ${TELEHEALTH} # which it is\n\n- 'Gartner: Interoperability'`,
    ]) {
      await check(topics(list));
    }
  });

  describe("that are not in the vocabulary", () => {
    it("are marked", () => check(changed(TELEHEALTH, "'Medigy: Astrology'\n# ^^^^^^^^^^^^^^^^^^^ unknown-topic")));

    for (const slip of [
      "'Medigy: Telehaelth'",
      "'medigy: telehealth'",
      "'Medigy:Telehealth'",
      "'Medigy:  Telehealth '",
      "'Gartner: Telehealth'",
    ]) {
      it(`are repaired where one slip was made: ${slip}`, async () => {
        assert.equal(await report(changed(TELEHEALTH, slip)), `21 unknown-topic «${slip}»`);
        assert.equal(await fixed(changed(TELEHEALTH, slip)), CLEAN);
      });
    }

    it("are left to the author where several could be meant, the likeliest first", async () => {
      const text = changed(TELEHEALTH, "'Sigma: Interoperability'");
      assert.equal(await fixed(text), text);
      const fixes = await quickFixes(changed("Sigma", "Sig$0ma", text));
      assert.deepEqual(
        fixes.map(({ title }) => title),
        ["Replace by `Medigy: Interoperability`", "Replace by `Gartner: Interoperability`"],
      );
    });

    it("keep their quotes when they are replaced", async () => {
      assert.equal(
        await fixed(changed(TELEHEALTH, '"Medigy: Telehaelth"')),
        changed(TELEHEALTH, '"Medigy: Telehealth"'),
      );
    });

    it("are all right where the site has no vocabulary", () =>
      check(CLEAN.replaceAll("Medigy: Telehealth", "Medigy: Astrology"), NO_VOCABULARY));
  });

  it("known by another name are replaced by the preferred one", async () => {
    await check(changed(TELEHEALTH, "'Medigy: Virtual Care'\n# ^^^^^^^^^^^^^^^^^^^^^^ topic-alternative-label"));
    assert.equal(await fixed(changed(TELEHEALTH, "'Medigy: Virtual Care'")), CLEAN);
    assert.equal(await fixed(changed("'Gartner: Data Management (DM)'", "'Gartner: data mgmt'")), CLEAN);
  });

  it("that were replaced are replaced, and deprecated ones only marked", async () => {
    await check(changed(TELEHEALTH, "'Medigy: Telecare'\n# ^^^^^^^^^^^^^^^^^^ topic-retired"));
    assert.equal(await fixed(changed(TELEHEALTH, "'Medigy: Telecare'")), CLEAN);
    const deprecated = changed(TELEHEALTH, "'Medigy: Teletext'");
    assert.equal(await fixed(deprecated), deprecated);
    const [found] = await diagnose(deprecated);
    assert.deepEqual([found?.ruleId, found?.tag, found?.fix], ["topic-retired", "deprecated", undefined]);
  });

  describe("without a scheme", () => {
    it("get the scheme that the vocabulary gives them", async () => {
      await check(changed(TELEHEALTH, "Telehealth\n# ^^^^^^^^^^ topic-scheme"));
      for (const label of ["Telehealth", "telehealth", "Telemedicine", "Telehaelth"]) {
        assert.equal(await fixed(changed(TELEHEALTH, label)), CLEAN, label);
      }
    });

    it("are left to the author where several schemes have them", async () => {
      const text = changed(TELEHEALTH, "Interoperability");
      assert.equal(await fixed(text), text);
      assert.equal((await quickFixes(changed("- Interop", "- Inter$0op", text))).length, 2);
    });

    it("are marked without a vocabulary, too", () =>
      check(changed(TELEHEALTH, "Telehealth\n# ^^^^^^^^^^ topic-scheme"), NO_VOCABULARY));
  });

  describe("without quotes", () => {
    it("are read as mappings, and quoted", async () => {
      await check(changed(TELEHEALTH, "Medigy: Telehealth\n# ^^^^^^^^^^^^^^^^^^ topic-unquoted"));
      assert.equal(await fixed(changed(TELEHEALTH, "Medigy: Telehealth")), CLEAN);
      assert.equal(
        await fixed(topics(" [Medigy: Telehealth, Gartner: Interoperability]")),
        topics(" ['Medigy: Telehealth', 'Gartner: Interoperability']"),
      );
    });

    it("are one problem even with two colons or a quote that was not opened", async () => {
      assert.equal((await diagnose(changed(TELEHEALTH, "Medigy: Tele: Health"))).length, 1);
      assert.equal((await diagnose(changed(TELEHEALTH, "Medigy: Telehealth'"))).length, 1);
      assert.equal(await fixed(changed(TELEHEALTH, "Medigy: Telehealth'")), CLEAN);
    });

    it("are not guessed at while half typed", async () => {
      const text = changed(TELEHEALTH, "Medigy:");
      assert.equal(await report(text), "21 topic-unquoted «Medigy:»");
      assert.equal(await fixed(text), text);
    });
  });

  describe("listed twice", () => {
    const twice = changed(`- ${TELEHEALTH}\n`, `- ${TELEHEALTH}\n- ${TELEHEALTH}\n`);

    it("are marked the second time, with the first place beside it", async () => {
      assert.equal(await report(twice), "22 topic-duplicate «'Medigy: Telehealth'»");
      const [found] = await diagnose(twice);
      assert.deepEqual([found?.tag, found?.related.length], ["unnecessary", 1]);
      assert.ok((found?.related[0]?.start ?? 0) < (found?.start ?? 0));
    });

    it("are removed with their line, or with their comma", async () => {
      assert.equal(await fixed(twice), CLEAN);
      assert.equal(
        await fixed(topics(` [${TELEHEALTH}, 'Gartner: Interoperability', ${TELEHEALTH}]`)),
        topics(` [${TELEHEALTH}, 'Gartner: Interoperability']`),
      );
    });

    it("in another spelling are one problem, and go once the spelling is mended", async () => {
      for (const other of ["'medigy: telehealth'", "'Medigy: Telemedicine'", "Telehealth", "Medigy: Telehealth"]) {
        const text = changed(`- ${TELEHEALTH}\n`, `- ${TELEHEALTH}\n- ${other}\n`);
        assert.equal((await diagnose(text)).length, 1, other);
        assert.equal(await fixed(text), CLEAN, other);
      }
    });
  });

  it("have at least one of them", async () => {
    await check(
      changed("communityTopics: []", "communityTopics: []\n#                ^^ invalid-value", topics(" []")),
    );
    await check(changed("communityTopics:\n", "communityTopics:\n^^^^^^^^^^^^^^^ wrong-type\n", topics("")));
  });

  it("that are no text are marked as such", async () => {
    assert.equal(await report(changed(TELEHEALTH, "12")), "21 wrong-type «12»");
    assert.equal(await report(changed(TELEHEALTH, "")), "21 wrong-type «-»");
    assert.equal(await report(changed(TELEHEALTH, "''")), "21 invalid-value «''»");
    assert.equal(await fixed(topics(` ${TELEHEALTH}`)), topics(`\n- ${TELEHEALTH}`));
  });
});

/** The clean article with another list of topics, and the same in its copy. */
function topics(list: string): string {
  const names = new Set(list.match(/(?:Medigy|Gartner): \w+/g));
  const copy = CLEAN.replace(/medigyTopics: .*/, `medigyTopics: '${JSON.stringify([...names])}'`);
  return changed(/communityTopics:\n(?:- .*\n)+/, `communityTopics:${list}\n`, copy);
}
