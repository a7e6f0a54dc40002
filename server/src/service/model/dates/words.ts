import { DAYS, MONTHS } from "./calendar.ts";

/** An instant in words, to the second, in UTC: `Thursday, 24 September 2020, 12:03:35 UTC`. */
export function inWords(instant: number): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return "a day that no calendar has";
  const day = `${DAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${day}, ${date.toISOString().slice(-13, -5)} UTC`;
}
