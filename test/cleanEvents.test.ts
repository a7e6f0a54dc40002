import assert from "node:assert/strict";
import { applyEdits } from "../server/src/service/document/span.ts";
import { entry, gone, inSource, inValue } from "./articleEntries.ts";
import { LINE_BREAKS } from "./faults.ts";
import { sampleSite } from "./sampleSites.ts";
import { createWorld } from "./world.ts";

const FILES = sampleSite("gatherings");
const EVENTS = Object.entries(FILES).filter(([path]) => /\/events\/.*\.md$/.test(path));

const DERIVED = ["calendar.day", "calendar.file", "chapter", "section", "signup.host", "slug", "url"];

/** What is wrong with an event, and what a configured archetype says of it. */
const SLIPS: readonly (readonly [name: string, ruleId: string, make: (event: string) => string | undefined])[] = [
  ...DERIVED.flatMap((path) => [
    [`${path} is gone`, "missing-key", gone(path)] as const,
    [`${path} is deleted`, "derived-value", inSource(path, /: .*\n/, ": \n")] as const,
    [`${path} has a letter more`, "derived-value", inValue(path, (value) => `${value}x`)] as const,
    [`${path} lacks its colon`, "yaml-syntax", inSource(path, ":", "")] as const,
    [`${path} is indented by a blank`, "yaml-syntax", entry(path, (source) => ` ${source}`)] as const,
    [`${path} stands there twice`, "duplicate-key", entry(path, (source) => source + source)] as const,
  ]),
  ["trail is gone", "missing-key", gone("trail")],
  ["trail lacks its first step", "derived-value", inSource("trail", /- href.*\n.*\n/, "")],
  ["trail has a step twice", "derived-value", inSource("trail", /(- href.*\n.*\n)/, "$1$1")],
  [
    "trail has two steps in another order",
    "derived-value",
    inSource("trail", /(- href.*\n.*\n)(- href.*\n.*\n)/, "$2$1"),
  ],
  ["trail has another label", "derived-value", inSource("trail", "label: Home", "label: Start")],
  ["trail has another address", "derived-value", inSource("trail", "href: /chapters/\n", "href: /chapter/\n")],
  ["trail lacks a label", "derived-value", inSource("trail", / {2}label: Home\n/, "")],
];

describe("what is wrong in an event of a configured archetype", () => {
  for (const [name, ruleId, make] of SLIPS) {
    it(`is one problem, and put right: ${name}`, async () => {
      const world = createWorld(FILES);
      await world.service.indexSite(`file:///site/${EVENTS[0]?.[0]}`);
      let tried = 0;
      for (const [path, text = ""] of EVENTS) {
        const slipped = make(text);
        if (slipped === undefined) continue;
        tried++;
        for (const [, written] of LINE_BREAKS) {
          const document = world.document(path, written(slipped));
          const found = await world.service.diagnose(document);
          assert.deepEqual(
            found.map((one) => one.ruleId),
            [ruleId],
            path,
          );
          assert.equal(applyEdits(document.getText(), await world.service.fixAll(document)), written(text), path);
        }
      }
      assert.ok(tried > 0, "no event has a place for it");
    });
  }
});
