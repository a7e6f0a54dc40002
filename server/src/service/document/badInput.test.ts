import { assertSound } from "../../../../test/soundness.ts";

// No test is timed, but reading that goes back over its text again and again would not end before mocha gives up.
describe("bad input", () => {
  const many = (part: string, length = 60_000): string => part.repeat(length / part.length);
  const ALIASES = "abcdefghi".replace(/./g, (name, index) =>
    index === 0
      ? "a: &a [x, x]\n"
      : `${name}: &${name} [${many(`*${String.fromCharCode(96 + Number(index))}, `, 50)}]\n`,
  );
  const CONTENTS: { readonly [name: string]: string } = {
    "an alias bomb": ALIASES,
    "an alias bomb of merges": `a: &a {x: 1}\n${many("<<: [*a, *a, *a]\n")}`,
    "an alias of itself": "a: &a [*a]\nb: &b\n  <<: *b\n",
    "aliases in a long chain": Array.from({ length: 2000 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}]\n`).join(""),
    "10,000 brackets": `a: ${many("[", 10_000)}${many("]", 10_000)}`,
    "10,000 open brackets": `a: ${many("[", 10_000)}`,
    "10,000 open braces on lines of their own": `a: ${many("{\n", 20_000)}`,
    "10,000 dashes": `a:\n  ${many("- ", 20_000)}`,
    "10,000 question marks": many("? ", 20_000),
    "deep blocks": Array.from({ length: 340 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""),
    "deep blocks with a fault": `${Array.from({ length: 340 }, (_, n) => `${" ".repeat(n)}a:\n`).join("")}b: c: d\n`,
    "names of JavaScript's own": "__proto__: {a: 1}\nconstructor: 2\n__defineGetter__: 3\n",
    "a NUL in each word": many("a\u0000: b\u0000\n"),
    "lone surrogates": `a: ${many("\uD83C")}`,
    "one long line": `a: ${many("x")}`,
    "one long line of words with a colon": `a: ${many("x ")}: y`,
    "one long line of spaces": `a: x${many(" ")}y: z`,
    "one long quote": `a: "${many("x ")}`,
    "one long quote of escapes": `a: "${many('\\"')}`,
    "one long quote over lines": `a: '${many("x\n")}`,
    "thousands of open quotes": many("a: 'x\n"),
    "thousands of open quotes in brackets": `a: [${many("'\n ")}`,
    "thousands of open brackets": many("a: [x\n"),
    "thousands of faults": many("a: @\n"),
    "thousands of faults in one list": `a:\n${many("- @b\n")}`,
    "thousands of colons": many("a: b: c\n"),
    "thousands of half-typed keys": many("abc\n"),
    "thousands of tabs": many("\tb\n"),
    "thousands of keys": Array.from({ length: 6000 }, (_, n) => `k${n}: v\n`).join(""),
    "thousands of keys and one fault": `a: @\n${Array.from({ length: 6000 }, (_, n) => `k${n}: v\n`).join("")}`,
    "thousands of unknown aliases": many("a: *b\n"),
    "thousands of blank lines": `a: b: c${many("\n")}`,
    "dashes on one line": `a: b: c\n${many("- ")}`,
    "colons on one line": `a: b: c\n${many(":")}`,
    "hashes on one line": `a: b: c${many(" #")}`,
  };
  for (const [name, content] of Object.entries(CONTENTS)) {
    it(`such as ${name} is read`, () => {
      assertSound(`---\n${content}\n---\nBody.\n`);
      assertSound(`---\n${content}`);
    });
  }

  const DOCUMENTS: { readonly [name: string]: string } = {
    "1 MB on one line": `---\na: ${many("x", 1_000_000)}\n---\n`,
    "1 MB of YAML": `---\n${many("a: b\n", 1_000_000)}`,
    "1 MB of blank lines before it": `${many("\n", 1_000_000)}---\na: b\n---\n`,
    "1 MB of body": `---\na: b: c\n---\n${many("Some prose: here.\n", 1_000_000)}`,
    "1 MB of body with rules, and no closing delimiter": `---\na: b\n\n${many("Prose.\n\n---\n\n", 1_000_000)}`,
    "1 MB of quotes in JSON": `{${many('"\\', 1_000_000)}`,
    "1 MB of braces": many("{", 1_000_000),
  };
  for (const [name, text] of Object.entries(DOCUMENTS)) {
    it(`such as ${name} is read`, () => assertSound(text));
  }
});
