import { isTracking } from "./cleanAddress.ts";

/**
 * The address of a source in the form in which two are compared: how it is asked for, from where, and which of its lines
 * is shown first does not matter. A fragment that is a path counts, because such a site shows another page for each.
 */
export function sourceKey(address: string): string {
  const [, whole = "", fragment = ""] = /^([^#]*)(#.*)?$/s.exec(address.trim()) ?? [];
  const [, place = "", query = ""] = /^([^?]*)\??(.*)$/s.exec(whole) ?? [];
  const asked = query.split("&").filter((part) => part !== "" && !isTracking(part));
  const path = place
    .replace(/^https?:\/\/(?:www\.)?([^/]*)/i, (_, host: string) => host.toLowerCase())
    .replace(/\/+$/, "");
  return `${path}${asked.length > 0 ? `?${asked.join("&")}` : ""}${/^#!?\//.test(fragment) ? fragment : ""}`;
}

/** Whether the key of a source names a page of a site rather than the site. */
export function isPageKey(key: string): boolean {
  return /[/?#]/.test(key);
}
