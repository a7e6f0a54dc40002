import { v5 } from "uuid";

/**
 * The UUID that a web address has wherever somebody works it out: version 5 (RFC 9562, 5.5) in the namespace of URLs,
 * `6ba7b811-9dad-11d1-80b4-00c04fd430c8`.
 *
 * @param address whole letters, taken one by one: an address that is spelt otherwise has another
 */
export function urlUuid(address: string): string {
  return v5(address, v5.URL);
}
