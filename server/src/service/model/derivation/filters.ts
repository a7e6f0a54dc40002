import type { JsonValue } from "../../document/jsonValue.ts";
import { MONTHS } from "../dates/calendar.ts";
import { slugify, urlize } from "../text/slugify.ts";
import { hostOf } from "../text/webAddress.ts";

/** Makes one value of another in a template, as in `{{ title | slugify }}`. */
export interface Filter {
  readonly name: string;
  /** How many values stand behind its colon. */
  readonly operands: 0 | 1 | 2;
  /** What is wrong with the values behind its colon, whatever it is applied to. */
  faultOf?(operands: readonly JsonValue[]): string | undefined;
  /** `undefined` where it cannot take the value. */
  apply(value: JsonValue, operands: readonly JsonValue[]): JsonValue | undefined;
}

/** The filters of templates, under their names in Liquid or Hugo. */
export const filters: readonly Filter[] = [
  ofText("slugify", slugify),
  ofText("urlize", urlize),
  ofText("host", (text) => hostOf(text)?.replace(/^www\./, "")),
  ...["downcase", "lower"].map((name) => ofText(name, (text) => text.toLowerCase())),
  ...["upcase", "upper"].map((name) => ofText(name, (text) => text.toUpperCase())),
  ofText("capitalize", (text) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase()),
  ofText("strip", (text) => text.trim()),
  ofTexts("append", (text, [end = ""]) => text + end),
  ofTexts("prepend", (text, [start = ""]) => start + text),
  ofTexts("remove", (text, [part = ""]) => replaceAll(text, part, "")),
  ofTexts("remove_first", (text, [part = ""]) => text.replace(part, () => "")),
  { ...ofTexts("replace", (text, [part = "", by = ""]) => replaceAll(text, part, by)), operands: 2 },
  { ...ofTexts("date", (text, [format = ""]) => formatDate(text, format)), faultOf: ([format]) => formatFault(format) },
  {
    ...ofTexts("split", () => undefined),
    apply: (value, [by]) =>
      toText(value)
        ?.split(toText(by ?? "") ?? "")
        .slice(0, 1000),
  },
  { name: "join", operands: 1, apply: (value, [by]) => joined(value, toText(by ?? "") ?? "") },
  { name: "first", operands: 0, apply: (value) => (Array.isArray(value) ? value[0] : undefined) },
  { name: "last", operands: 0, apply: (value) => (Array.isArray(value) ? value.at(-1) : undefined) },
  // Applied where a value is missing, which the template sees to.
  { name: "default", operands: 1, apply: (value) => value },
];

function ofText(name: string, change: (text: string) => string | undefined): Filter {
  return {
    name,
    operands: 0,
    apply(value) {
      const text = toText(value);
      return text === undefined ? undefined : change(text);
    },
  };
}

function ofTexts(name: string, change: (text: string, operands: readonly string[]) => string | undefined): Filter {
  return {
    name,
    operands: 1,
    apply(value, operands) {
      const [text, ...others] = [value, ...operands].map(toText);
      return text === undefined
        ? undefined
        : change(
            text,
            others.map((other) => other ?? ""),
          );
    },
  };
}

function toText(value: JsonValue): string | undefined {
  return typeof value === "object" ? undefined : String(value);
}

function joined(value: JsonValue, by: string): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.map(toText);
  return texts.includes(undefined) ? undefined : texts.join(by);
}

/** Replaces each occurrence; `undefined` where that makes a text beyond all measure. */
function replaceAll(text: string, part: string, by: string): string | undefined {
  const pieces = part === "" ? [text] : text.split(part);
  return pieces.length * by.length > 100_000 ? undefined : pieces.join(by);
}

/** What `date` puts in the place of a letter behind a percent sign, in the words of `strftime`. */
const DATE_PARTS: { readonly [letter: string]: (date: DateParts) => string | undefined } = {
  Y: ({ year }) => year,
  m: ({ month }) => month,
  d: ({ day }) => day,
  e: ({ day }) => String(Number(day)),
  H: ({ hour }) => hour,
  M: ({ minute }) => minute,
  B: ({ name }) => name,
  b: ({ name }) => name.slice(0, 3),
  "%": () => "%",
};

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly name: string;
}

/** A date, read from ISO 8601 as it stands there: no time zone moves it. */
function formatDate(text: string, format: string): string | undefined {
  const [, year = "", month = "", day = "", hour, minute] =
    /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d))?/.exec(text) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return undefined;
  const parts = { year, month, day, hour, minute, name };
  const partOf = (letter: string) => (Object.hasOwn(DATE_PARTS, letter) ? DATE_PARTS[letter]?.(parts) : undefined);
  if (lettersIn(format).some((letter) => partOf(letter) === undefined)) return undefined;
  return format.replace(/%(.)/gs, (_, letter: string) => partOf(letter) ?? "");
}

function formatFault(format: JsonValue | undefined): string | undefined {
  const letters = typeof format === "string" ? lettersIn(format) : [];
  const unknown = letters.find((letter) => !Object.hasOwn(DATE_PARTS, letter));
  if (unknown === undefined) return undefined;
  const known = Object.keys(DATE_PARTS).map((letter) => `\`%${letter}\``);
  return `There is no \`%${unknown}\` in dates, but ${known.slice(0, -1).join(", ")} and ${known.at(-1)}.`;
}

function lettersIn(format: string): readonly string[] {
  return [...format.matchAll(/%(.)/gs)].map(([, letter = ""]) => letter);
}
