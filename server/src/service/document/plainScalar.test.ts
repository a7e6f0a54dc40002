import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import { runs } from "../../../../test/runs.ts";
import { isPlainString, resolvePlainScalar } from "./plainScalar.ts";

describe("plain scalar", () => {
  const VALUES: readonly (readonly [string, string | number | boolean | null])[] = [
    ...["", "~", "null", "Null", "NULL"].map((source) => [source, null] as const),
    ...["y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"].map(
      (source) => [source, true] as const,
    ),
    ...["n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False"].map((source) => [source, false] as const),
    ["0", 0],
    ["-0", 0],
    ["+12", 12],
    ["1_000", 1000],
    ["1_", 1],
    ["010", 8],
    ["0o17", 15],
    ["0O17", 15],
    ["-010", -8],
    ["08", 8],
    ["0123456789", 123456789],
    ["0x1F", 31],
    ["-0XfF", -255],
    ["0b101", 5],
    ["0xFFFFFFFFFFFFFFFF", 2 ** 64],
    ["18446744073709551616", 2 ** 64],
    ["-9223372036854775809", -(2 ** 63)],
    ["1e3", 1000],
    ["1E+3", 1000],
    ["1.10", 1.1],
    ["5.", 5],
    ["-.5", -0.5],
    [".5", 0.5],
    [".2_5", 0.25],
    ["1_0.5", 10.5],
    [".inf", Number.POSITIVE_INFINITY],
    ["-.Inf", Number.NEGATIVE_INFINITY],
    ["+.INF", Number.POSITIVE_INFINITY],
    [".NaN", Number.NaN],
  ];
  for (const [source, value] of VALUES) {
    it(`reads ${JSON.stringify(source)} as ${value}`, () => assert.deepEqual(resolvePlainScalar(source), value));
  }

  const TEXTS = [
    ...[
      "word",
      "two words",
      "yEs",
      "tRUE",
      "nUll",
      "NaN",
      "inf",
      ".Nan",
      "+.nan",
      "_1",
      "0x",
      "0b2",
      "0o8",
      "1__e",
      ".",
    ],
    ...["2020-09-24", "2020-09-24T12:03:35Z", "12:30", "1.2.3", "v1", "1e400", "0x1FFFFFFFFFFFFFFFF", ".5_", "=", "<<"],
  ];
  for (const source of TEXTS) {
    it(`reads ${JSON.stringify(source)} as text`, () => assert.equal(resolvePlainScalar(source), source));
  }

  const GOCCY_VALUES: readonly (readonly [string, string | number | boolean | null])[] = [
    ...["y", "Y", "yes", "No", "on", "OFF", "+.inf"].map((source) => [source, source] as const),
    ...["08", "0123456789", "1e3", "1E+3", "0X1F", "0O17", "1.2.3", "2020-09-24", "_1"].map(
      (source) => [source, source] as const,
    ),
    ["", null],
    ["~", null],
    ["True", true],
    ["false", false],
    ["010", 8],
    ["0o17", 15],
    ["0b101", 5],
    ["0x1F", 31],
    ["1_000", 1000],
    ["-12", -12],
    ["1.10", 1.1],
    ["1.5e3", 1500],
    [".5", 0.5],
    ["-.inf", Number.NEGATIVE_INFINITY],
  ];
  for (const [source, value] of GOCCY_VALUES) {
    it(`reads ${JSON.stringify(source)} as ${JSON.stringify(value)} from Hugo 0.152 on`, () =>
      assert.deepEqual(resolvePlainScalar(source, "goccy"), value));
  }

  it("counts as text only what every reader takes for text", () => {
    const plain = ["word", "yEs", "NaN", "v1", "1.2.3", "10 mg", "2020/09/24", "24-09-2020", "_1", "+", "1-2"];
    assert.deepEqual(plain.filter(isPlainString), plain);
  });

  it("counts as no text what some reader takes for something else", () => {
    const disputed = [
      ...["", "~", "y", "Off", "12", "08", "0o7_", "1e3", "1e400", "e5", "0b+1", "0x_", "12:30", "-1:20.5", "=", "<<"],
      ...["2020-09-24", "2020-9-4", "2020-09-24T12:03:35Z", "2020-09-24 12:03:35.25 +02:00", ".", "+.5_"],
    ];
    assert.deepEqual(disputed.filter(isPlainString), []);
  });

  it("never throws, and gives text back unchanged", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), numberLike), (source) => {
        for (const reader of ["go-yaml-v2", "goccy"] as const) {
          const value = resolvePlainScalar(source, reader);
          if (typeof value === "string") assert.equal(value, source);
          if (isPlainString(source)) assert.equal(value, source);
        }
      }),
    );
  });

  it("reads as YAML 1.1 and 1.2 do where it finds plain text", () => {
    fc.assert(
      fc.property(numberLike.filter(isPlainString), (source) => {
        for (const version of ["1.1", "1.2"] as const) assert.deepEqual(parse(`[${source}]`, { version }), [source]);
      }),
      { numRuns: runs(1000) },
    );
  });

  it("reads every JSON number as JSON does", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })), (number) => {
        assert.equal(resolvePlainScalar(JSON.stringify(number)), JSON.parse(JSON.stringify(number)));
      }),
    );
  });
});

const numberLike = fc
  .array(fc.constantFrom(..."0123456789_+.eExobBaAfnNyT="), { minLength: 1, maxLength: 8 })
  .map((characters) => characters.join(""));
