import { readHugoDate } from "../hugo/date.ts";
import { MONTHS } from "./calendar.ts";

/** What a text may mean that Hugo cannot read as a date. */
export interface DateRepair {
  /** The ways to write it that Hugo reads, the likeliest first. One alone is certain. */
  readonly candidates: readonly string[];
  /** Whether it is clearly meant as a date, but no such day or time exists. */
  readonly isImpossible: boolean;
}

/** Finds what a text means that slipped from what Hugo reads as a date. What is right in it stays as it is. */
export function repairDate(text: string): DateRepair {
  const [, day = "", clock = ""] = DAY_AND_CLOCK.exec(text.trim()) ?? [];
  const days = daysIn(day.replace(WEEKDAY, ""));
  const time = timeIn(clock);
  if (days.length === 0 || time === undefined) return { candidates: [], isImpossible: false };
  const written = [...new Set(days)].map((candidate) => candidate + time);
  const candidates = written.filter((value) => readHugoDate({ value, text: value }) !== undefined);
  return { candidates, isImpossible: candidates.length === 0 };
}

const DAY_AND_CLOCK = /^(.*?[0-9])((?:T|,? +)[0-9]{1,2}:[0-9]{2}.*)?$/i;

const YEAR_FIRST = /^([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})$/;
const YEAR_LAST = /^([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})$/;
const COMPACT = /^((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})$/;
const MONTH_FIRST = /^([a-z]{3,9})\.? +([0-9]{1,2})(?:st|nd|rd|th)?,? +([0-9]{4})$/i;
const DAY_FIRST = /^([0-9]{1,2})(?:st|nd|rd|th|\.)?[ -]+([a-z]{3,9})\.?,?[ -]+([0-9]{4})$/i;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]* +/i;

/** The days that a text may mean, written as Hugo reads them. Where months and days cannot be told apart there are two. */
function daysIn(text: string): readonly string[] {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return [written(yearFirst[1], yearFirst[3], yearFirst[4])];
  const compact = COMPACT.exec(text);
  if (compact !== null) return [written(compact[1], compact[2], compact[3])];
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast !== null) {
    const [, first, separator, second, year] = yearLast;
    const days = [written(year, first, second), written(year, second, first)];
    // Slashes are an American habit, points a European one.
    return separator === "/" ? days : days.toReversed();
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) return named(monthFirst[3], monthFirst[1], monthFirst[2]);
  const dayFirst = DAY_FIRST.exec(text);
  return dayFirst === null ? [] : named(dayFirst[3], dayFirst[2], dayFirst[1]);
}

function named(year: string | undefined, name = "", day?: string): readonly string[] {
  const prefix = name.toLowerCase();
  const month = MONTHS.findIndex(
    (full) => full.toLowerCase().startsWith(prefix) || (prefix === "sept" && full === "September"),
  );
  return month === -1 ? [] : [written(year, String(month + 1), day)];
}

function written(year = "", month = "", day = ""): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

const CLOCK =
  /^(T|,? +)([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}(?:[.,][0-9]+)?))?(?: *([ap])\.?m\.?)?(?: *(Z|UTC|GMT|[-+][0-9]{2}(?::?[0-9]{2})?))?$/i;

/** A time of day with what is before it, written as Hugo reads it; `undefined` where nobody can tell what it says. */
function timeIn(text: string): string | undefined {
  if (text === "") return "";
  const parts = CLOCK.exec(text);
  if (parts === null) return undefined;
  const [, before = "", hour = "", minute, second = "00", half, zone = ""] = parts;
  const hours = half === undefined ? hour : String((Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0));
  return `${before.toUpperCase() === "T" ? "T" : " "}${hours.padStart(2, "0")}:${minute}:${second}${zoneIn(zone)}`;
}

function zoneIn(zone: string): string {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return "Z";
  return zone.length === 3 ? `${zone}:00` : zone;
}
