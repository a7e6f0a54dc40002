import assert from "node:assert/strict";
import fc from "fast-check";
import { slugify, urlize } from "./slugify.ts";

describe("slugify", () => {
  const SLUGS: readonly (readonly [string, string])[] = [
    ["Remote Care Reaches Small Clinics", "remote-care-reaches-small-clinics"],
    ["health-news.example", "health-news-example"],
    ["A & B", "a-b"],
    ["What's new?", "whats-new"],
    ["What’s “new”?", "whats-new"],
    ["AI/ML", "ai-ml"],
    ["C.D", "c-d"],
    ["Node.js 2.0", "node-js-2-0"],
    ["U.S. Department", "u-s-department"],
    ["C++ and C#", "c-and-c"],
    ["snake_case ~ me@home", "snake-case-me-home"],
    ["Care: Part 2 — The Visit", "care-part-2-the-visit"],
    ["100% Sure", "100-sure"],
    ["  --Spaces--  and\ttabs ", "spaces-and-tabs"],
    ["Ärzte für Zoë", "ärzte-für-zoë"],
    ["A\u0308rzte", "ärzte"],
    ["İzmir ΟΔΟΣ", "izmir-οδοσ"],
    ["स्वास्थ्य सेवा", "स्वास्थ्य-सेवा"],
    ["i❤️NY 🎉", "iny"],
    ["", ""],
    ["?!…", ""],
  ];
  for (const [text, slug] of SLUGS) {
    it(`makes ${JSON.stringify(slug)} of ${JSON.stringify(text)}`, () => assert.equal(slugify(text), slug));
  }

  it("leaves letters, digits and single hyphens, none at an end", () => {
    fc.assert(
      fc.property(title, (text) => {
        assert.match(slugify(text), /^(?:[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}]*(?:-[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}]*)*)?$/u);
      }),
    );
  });

  it("leaves a slug as it is", () => {
    fc.assert(fc.property(title, (text) => assert.equal(slugify(slugify(text)), slugify(text))));
  });

  it("agrees with urlize on words", () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-z0-9]+$/), { minLength: 1 }).map((parts) => parts.join(" "));
    fc.assert(fc.property(words, (text) => assert.equal(slugify(text), urlize(text))));
  });

  it("agrees with urlize on plain English, which it reads in a way of its own", () => {
    const english = fc
      .array(fc.constantFrom("Care", "2.0", " ", "-", "'", "&", "/", "~", "+", "@", "?", ":", "(", "_", "Q"))
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(english, (text) => {
        assert.equal(slugify(text), (urlize(text).match(/[a-z0-9]+/g) ?? []).join("-"));
      }),
    );
  });
});

describe("urlize", () => {
  // As Hugo 0.111.3 and 0.147.6 print them.
  const PATHS: readonly (readonly [string, string])[] = [
    ["Care: Part Two", "care-part-two"],
    ["Jane @example.org", "jane-@example.org"],
    ["What's New? (curly)", "whats-new-curly"],
    ["a  b\tc\u00A0d\u3000e", "a-b-c-d-e"],
    ["a - b -- c", "a-b--c"],
    ["a + b", "a-+-b"],
    ["x=y & z", "xy-z"],
    [" ~a_b/c\\d ", "~a_b/c%5Cd"],
    ["--", "--"],
    ["...dots...", "...dots..."],
    ["C#", "c"],
    ["F# and C#", "f#-and-c%23"],
    ["foo%20bar 100% %zz", "foo%20bar-100-zz"],
    ["%2F", "%2f"],
    ["é%2F%41", "%C3%A9/A"],
    ["Ñandú", "%C3%B1and%C3%BA"],
    ["e\u0301", "e%CC%81"],
    ["İ ΣΑΣ Ⅳ ½", "i-%CF%83%CE%B1%CF%83"],
    ["ǅ", "%C7%86"],
    ["i❤️NY 🎉", "i%EF%B8%8Fny"],
    ["soft\u00ADhyphen\u200F", "softhyphen"],
    ["", ""],
  ];
  for (const [text, path] of PATHS) {
    it(`makes ${JSON.stringify(path)} of ${JSON.stringify(text)}`, () => assert.equal(urlize(text), path));
  }

  it("prints ASCII only and never throws", () => {
    fc.assert(fc.property(title, (text) => assert.match(urlize(text), /^[!-~]*$/)));
  });
});

const title = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc
    .array(
      fc.constantFrom("Care", "é", "e", "\u0301", "®", "❤️", "%2F", "%", "#", " ", "-", "/", ".", "_", "İ", "\uD800"),
    )
    .map((pieces) => pieces.join("")),
);
