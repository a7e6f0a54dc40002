import type { HugoDate } from "../hugo/date.ts";

const CLOSE_TO_IT =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:(?:T| +)([0-9]{1,2})(:[0-9]{2}:[0-9]{2})(?:[.,]([0-9]+))? *(?:Z|([-+][0-9]{2}):?([0-9]{2}))?(?: +\S+)?)?$/;

/**
 * A date that Hugo reads, as RFC 3339 has it: ISO 8601 with time and zone. Decimals and offset stay where the text is
 * near to it; anything else is written in UTC, which is what Hugo takes for the zone where none is told.
 *
 * @param text what Hugo read the date from
 */
export function dateTimeOf(text: string, { instant }: HugoDate): string | undefined {
  const parts = CLOSE_TO_IT.exec(text);
  if (parts === null) return utcDateTime(instant, "least");
  const [, day, hour = "0", rest = ":00:00", decimals, hours, minutes] = parts;
  const zone = hours === undefined ? "Z" : `${hours}:${minutes}`;
  return `${day}T${hour.padStart(2, "0")}${rest}${decimals === undefined ? "" : `.${decimals}`}${zone}`;
}

/**
 * An instant in UTC as RFC 3339 has it; `undefined` for what lies beyond its four-digit years.
 *
 * @param precision how fine it is written, as the house style has it or as it must be; nothing is known below milliseconds
 */
export function utcDateTime(instant: number, precision: "microseconds" | "least"): string | undefined {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return undefined;
  const written = date.toISOString();
  if (!/^[0-9]{4}-/.test(written)) return undefined;
  return precision === "least" ? written.replace(".000Z", "Z") : written.replace("Z", "000Z");
}
