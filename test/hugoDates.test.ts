import assert from "node:assert/strict";
import fc from "fast-check";
import { resolvePlainScalar } from "../server/src/service/document/plainScalar.ts";
import { dateTimeOf } from "../server/src/service/model/dates/dateTime.ts";
import { repairDate } from "../server/src/service/model/dates/repair.ts";
import { readHugoDate } from "../server/src/service/model/hugo/date.ts";
import { changed, fixed, report } from "./fixture.ts";
import { runs } from "./runs.ts";

/** An instant from the year 1000 to 9999, to the second. */
const seconds = fc.integer({ min: Date.UTC(1000, 0) / 1000, max: Date.UTC(9999, 11, 31) / 1000 });
/** Minutes east of UTC. */
const offsets = fc.integer({ min: -23 * 60, max: 23 * 60 });
const pad = (value: number, width = 2) => String(value).padStart(width, "0");

/** Each way to write a date that Hugo reads, and the seconds that are lost in it. */
const LAYOUTS: readonly (readonly [write: (clock: Clock) => string, lost: (clock: Clock) => number])[] = [
  [(at) => `${at.day}T${at.time}${at.zone(":")}`, () => 0],
  [(at) => `${at.day}T${at.time}${at.zone("")}`, () => 0],
  [(at) => `${at.day} ${at.time}${at.zone(":")}`, () => 0],
  [(at) => `${at.day} ${at.time}${at.zone("")}`, () => 0],
  [(at) => `${at.day} ${at.time} ${at.zone(":")}`, () => 0],
  [(at) => `${at.day} ${at.time} ${at.zone("")}`, () => 0],
  [(at) => `${at.day} ${at.time} ${at.zone("")} CEST`, () => 0],
  [(at) => `${at.weekday}, ${at.dayOfMonth} ${at.month} ${at.year} ${at.time} ${at.zone("")}`, () => 0],
  [(at) => `${at.weekday} ${at.month} ${at.dayOfMonth} ${at.time} ${at.zone("")} ${at.year}`, () => 0],
  [(at) => `${at.day}T${at.time}`, (at) => at.offset],
  [(at) => `${at.day} ${at.time}`, (at) => at.offset],
  [(at) => `${at.weekday}, ${at.dayOfMonth} ${at.month} ${at.year} ${at.time} EST`, (at) => at.offset],
  [(at) => `${at.weekday} ${at.month} ${at.dayOfMonth} ${at.time} ${at.year}`, (at) => at.offset],
  [(at) => `${at.weekday} ${at.month} ${at.dayOfMonth} ${at.time} MST ${at.year}`, (at) => at.offset],
  [(at) => at.day, (at) => at.offset + at.sinceMidnight],
  [(at) => `${at.dayOfMonth} ${at.month} ${at.year}`, (at) => at.offset + at.sinceMidnight],
];

type Clock = ReturnType<typeof clockAt>;

/** What a clock shows at an instant, at an offset from UTC. */
function clockAt(instant: number, minutes: number) {
  const iso = new Date((instant + minutes * 60) * 1000).toISOString();
  const [weekday = "", dayOfMonth = "", month = ""] = new Date(iso).toUTCString().split(/,? /);
  const size = Math.abs(minutes);
  return {
    day: iso.slice(0, 10),
    time: iso.slice(11, 19),
    year: iso.slice(0, 4),
    weekday,
    dayOfMonth,
    month,
    offset: -minutes * 60,
    sinceMidnight: (((instant + minutes * 60) % 86_400) + 86_400) % 86_400,
    zone: (colon: string) => `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}${colon}${pad(size % 60)}`,
  };
}

describe("reading dates as Hugo does", () => {
  it("reads every instant in every layout, and writes the same as RFC 3339", () =>
    fc.assert(
      fc.property(seconds, offsets, (instant, minutes) => {
        for (const [write, lost] of LAYOUTS) {
          const clock = clockAt(instant, minutes);
          const text = write(clock);
          const date = readHugoDate({ value: text, text });
          // Without a zone the clock is taken for UTC's.
          assert.equal(date?.instant, (instant - lost(clock)) * 1000, text);
          const written = dateTimeOf(text, date) ?? "";
          const again = readHugoDate({ value: written, text: written });
          assert.deepEqual([again?.instant, again?.isDateTime], [date.instant, true], `${text} → ${written}`);
        }
      }),
    ));

  it("reads what was measured with Hugo 0.111.3", () => {
    for (const [text, expected] of MEASURED) {
      const date = readHugoDate({ value: resolvePlainScalar(text, "go-yaml-v2"), text });
      assert.equal(date && new Date(Math.trunc(date.instant)).toISOString(), expected, text);
    }
  });

  it("offers only what Hugo can read, whatever was typed", () =>
    fc.assert(
      fc.property(slips, (text) => {
        for (const value of repairDate(text).candidates) assert.ok(readHugoDate({ value, text: value }), value);
      }),
    ));

  it("says nothing else of a date that cannot be read, and repairs it for good", () =>
    fc.assert(
      fc.asyncProperty(slips, async (text) => {
        const article = changed(/date: .*/, `date: '${text.replace(/['\r\n]/g, "")}'`);
        const found = await report(article);
        if (found.includes("24 unparsable-date")) assert.equal(found.split("\n").length, 1, found);
        const repaired = await fixed(article);
        assert.equal(await fixed(repaired), repaired);
      }),
      { numRuns: runs(50) },
    ));
});

/** Dates with a stroke or two of the keyboard too many, too few or wrong. */
const slips = fc
  .tuple(
    seconds,
    offsets,
    fc.constantFrom(...LAYOUTS),
    fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 9999 }).map((part) => part / 10_000),
        remove: fc.nat(2),
        insert: fc.oneof(fc.constantFrom("", "/", "-", " ", ".", ":", "T", "z", "0", "9"), fc.string({ maxLength: 2 })),
      }),
      { maxLength: 2 },
    ),
  )
  .map(([instant, minutes, [write], strokes]) =>
    strokes.reduce(
      (text, { at, remove, insert }) => {
        const offset = Math.floor(at * text.length);
        return text.slice(0, offset) + insert + text.slice(offset + remove);
      },
      write(clockAt(instant, minutes)),
    ),
  );

/** What Hugo 0.111.3 makes of a text or number; `undefined` where it makes nothing. */
const MEASURED: readonly (readonly [text: string, instant: string | undefined])[] = [
  ["2020-09-24T2:03:35Z", "2020-09-24T02:03:35.000Z"],
  ["2020-09-24T12:03:35,5Z", "2020-09-24T12:03:35.500Z"],
  ["2020-09-24  12:03:35", "2020-09-24T12:03:35.000Z"],
  ["2020-09-24T12:03:35+02:60", "2020-09-24T09:03:35.000Z"],
  ["thu, 24 sep 2020 12:03:35 GMT", "2020-09-24T12:03:35.000Z"],
  ["Mon, 24 Sep 2020 12:03:35 GMT+3", "2020-09-24T15:03:35.000Z"],
  ["Thursday, 24-Sep-20 12:03:35 MST", "2020-09-24T12:03:35.000Z"],
  ["24 Sep 68 12:03 WITA", "2068-09-24T12:03:00.000Z"],
  ["24 Sep 69 12:03 +0200", "1969-09-24T10:03:00.000Z"],
  ["Thu Sep 4 12:03:35 2020", "2020-09-04T12:03:35.000Z"],
  ["3:04PM", "0000-01-01T15:04:00.000Z"],
  ["0:04PM", "0000-01-01T12:04:00.000Z"],
  ["12:04AM", "0000-01-01T00:04:00.000Z"],
  ["Feb 29 12:03:35.25", "0000-02-29T12:03:35.250Z"],
  ["2020-02-29", "2020-02-29T00:00:00.000Z"],
  ["2020", "1970-01-01T00:33:40.000Z"],
  ["0x10", "1970-01-01T00:00:16.000Z"],
  ["-5", "1969-12-31T23:59:55.000Z"],
  ["2019-02-29", undefined],
  ["2020-09-24T24:00:00Z", undefined],
  ["2020-09-24T12:03:60Z", undefined],
  ["2020-09-24T12:03:35.Z", undefined],
  ["2020-09-24T12:03:35+02", undefined],
  ["2020-09-24 12:03:35 UTC", undefined],
  ["Xyz, 24 Sep 2020 12:03:35 GMT", undefined],
  ["Thu, 24 Sep 2020 12:03:35 ABCD", undefined],
  ["Thu, 24-Sep-20 12:03:35 MST", undefined],
  ["4 Sep 2020", undefined],
  ["24 September 2020", undefined],
  ["24 Sep 20 1:03:05 MST", undefined],
  ["13:04PM", undefined],
  ["3:04pm", undefined],
  ["1600948800.5", undefined],
  ["1e3", undefined],
];
