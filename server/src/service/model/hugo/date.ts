import type { Scalar } from "../../document/node.ts";
import { oncePerText } from "../../document/oncePerText.ts";
import { DAYS, MONTHS } from "../dates/calendar.ts";

/** A date as Hugo has it. */
export interface HugoDate {
  /** Milliseconds since 1970-01-01T00:00:00Z, with a fraction where the date is finer than that. */
  readonly instant: number;
  /** How far its zone is east of UTC, in minutes. */
  readonly offset: number;
  /**
   * How its zone is told. Hugo knows only offsets: without one, or with a name, it takes the time for one in the site's
   * own zone, which is UTC unless the site's configuration says otherwise.
   */
  readonly zone: "offset" | "name" | "none";
  readonly hasTime: boolean;
  /** Whether it is written as RFC 3339 has it: ISO 8601 with a time and a zone. JSON Schema calls this `date-time`. */
  readonly isDateTime: boolean;
}

/**
 * Reads a value as Hugo 0.111 to 0.151 reads its dates: a whole number is seconds since 1970, a text must be written in
 * one of the layouts below to the letter, and it does not matter whether it is quoted.
 *
 * @returns `undefined` where Hugo reads no date
 */
export function readHugoDate({ value, text }: Pick<Scalar, "value" | "text">): HugoDate | undefined {
  if (typeof value === "string") return readText(value);
  if (typeof value !== "number" || !isWhole(text)) return undefined;
  return { instant: value * 1000, offset: 0, zone: "offset", hasTime: true, isDateTime: false };
}

/** Whether a number is written as one: with a point or an exponent it is none for Hugo, whatever its value. */
function isWhole(text: string): boolean {
  return /^[-+]?0[xX]/.test(text) || !/[.eEnN]/.test(text);
}

/**
 * The layouts of github.com/spf13/cast, in its order and as Go's package `time` writes them. Those that differ only in
 * the number of decimals are left out: Go takes decimals behind any seconds.
 */
const LAYOUTS: readonly string[] = [
  "2006-01-02T15:04:05Z07:00",
  "2006-01-02T15:04:05",
  "Mon, 02 Jan 2006 15:04:05 -0700",
  "Mon, 02 Jan 2006 15:04:05 MST",
  "02 Jan 06 15:04 -0700",
  "02 Jan 06 15:04 MST",
  "Monday, 02-Jan-06 15:04:05 MST",
  "2006-01-02 15:04:05 -0700 MST",
  "2006-01-02T15:04:05-0700",
  "2006-01-02 15:04:05Z0700",
  "2006-01-02 15:04:05",
  "Mon Jan _2 15:04:05 2006",
  "Mon Jan _2 15:04:05 MST 2006",
  "Mon Jan 02 15:04:05 -0700 2006",
  "2006-01-02 15:04:05Z07:00",
  "2006-01-02",
  "02 Jan 2006",
  "2006-01-02 15:04:05 -07:00",
  "2006-01-02 15:04:05 -0700",
  "3:04PM",
  "Jan _2 15:04:05",
];

/** The parts of a layout, and what Go takes for each. */
const PARTS: { readonly [part: string]: string } = {
  "2006": "(?<year>[0-9]{4})",
  "06": "(?<shortYear>[0-9]{2})",
  "01": "(?<month>[0-9]{2})",
  Jan: "(?<monthName>[A-Za-z]{3})",
  "02": "(?<day>[0-9]{2})",
  _2: "(?<day>[0-9]{1,2})",
  "15": "(?<hour>[0-9]{1,2})",
  "3": "(?<hour12>[0-9]{1,2})",
  PM: "(?<half>[AP]M)",
  "04": "(?<minute>[0-9]{2})",
  "05": "(?<second>[0-9]{2})(?:[.,](?<decimals>[0-9]+))?",
  Monday: "(?<longDay>[A-Za-z]+)",
  Mon: "(?<shortDay>[A-Za-z]{3})",
  MST: "(?<zoneName>ChST|MeST|WITA|[A-Z]{3,4}T|[A-Z]{3}|GMT[-+][0-9]{1,2}|[-+](?:[01]?[0-9]|2[0-3]))",
  "Z07:00": "(?<offset>Z|[-+][0-9]{2}:[0-9]{2})",
  Z0700: "(?<offset>Z|[-+][0-9]{4})",
  "-07:00": "(?<offset>[-+][0-9]{2}:[0-9]{2})",
  "-0700": "(?<offset>[-+][0-9]{4})",
  " ": " +",
};

const PART = /2006|Monday|Mon|Jan|MST|Z07:00|Z0700|-07:00|-0700|0[12456]|_2|15|3|PM| /g;

const PATTERNS: readonly RegExp[] = LAYOUTS.map(
  (layout) => new RegExp(`^${layout.replace(PART, (part) => PARTS[part] ?? part)}$`),
);

const SHORT_MONTHS = MONTHS.map((month) => month.slice(0, 3).toLowerCase());
const LONG_DAYS = DAYS.map((day) => day.toLowerCase());
const SHORT_DAYS = LONG_DAYS.map((day) => day.slice(0, 3));

/** RFC 3339, section 5.6; upper-case letters only, as Hugo has them. */
const DATE_TIME = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[-+][0-9]{2}:[0-9]{2})$/;

type Parts = { readonly [name: string]: string | undefined };

const readText = oncePerText((text: string): HugoDate | undefined => {
  for (const pattern of PATTERNS) {
    const parts: Parts | undefined = pattern.exec(text)?.groups;
    const instant = parts && instantOf(parts);
    if (parts === undefined || instant === undefined) continue;
    return {
      instant,
      offset: offsetOf(parts) ?? 0,
      zone: parts.offset !== undefined ? "offset" : parts.zoneName !== undefined ? "name" : "none",
      hasTime: parts.minute !== undefined,
      isDateTime: DATE_TIME.test(text),
    };
  }
  return undefined;
});

/** `undefined` where the parts are none of the calendar or the clock. That the day of the week is right nobody asks. */
function instantOf(parts: Parts): number | undefined {
  const { longDay, shortDay, monthName, month, minute = "0", second = "0" } = parts;
  if (longDay !== undefined && !LONG_DAYS.includes(longDay.toLowerCase())) return undefined;
  if (shortDay !== undefined && !SHORT_DAYS.includes(shortDay.toLowerCase())) return undefined;
  const monthIndex = monthName === undefined ? Number(month ?? 1) - 1 : SHORT_MONTHS.indexOf(monthName.toLowerCase());
  const midnight = midnightOf(yearOf(parts), monthIndex, Number(parts.day ?? 1));
  const hour = hourOf(parts);
  const offset = offsetOf(parts);
  if (midnight === undefined || hour === undefined || offset === undefined) return undefined;
  if (Number(minute) > 59 || Number(second) > 59) return undefined;
  const seconds = (hour * 60 + Number(minute) - offset) * 60 + Number(second);
  // Go cuts what is finer than nanoseconds.
  return midnight + seconds * 1000 + Number(`0.${parts.decimals?.slice(0, 9) ?? "0"}`) * 1000;
}

/** A date without a year is one of the year 0; two digits start at 1969. */
function yearOf({ year, shortYear }: Parts): number {
  if (shortYear === undefined) return Number(year ?? 0);
  return Number(shortYear) + (Number(shortYear) >= 69 ? 1900 : 2000);
}

/** The start of a day of the calendar in UTC, in milliseconds. */
function midnightOf(year: number, monthIndex: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, monthIndex, day);
  return date.getUTCMonth() === monthIndex && date.getUTCDate() === day ? date.getTime() : undefined;
}

function hourOf({ hour, hour12, half }: Parts): number | undefined {
  if (hour12 === undefined) return Number(hour ?? 0) > 23 ? undefined : Number(hour ?? 0);
  if (Number(hour12) > 12) return undefined;
  return (Number(hour12) % 12) + (half === "PM" ? 12 : 0);
}

/**
 * Minutes east of UTC. Go lets an offset have 24 hours and 60 minutes. A name of a zone has none, but behind GMT Go counts
 * the hours, and in the wrong direction.
 */
function offsetOf({ offset, zoneName }: Parts): number | undefined {
  if (zoneName?.startsWith("GMT") === true) return Number(zoneName.slice(3)) * -60;
  if (offset === undefined || offset === "Z") return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  if (hours > 24 || minutes > 60) return undefined;
  return (hours * 60 + minutes) * (offset.startsWith("-") ? -1 : 1);
}
