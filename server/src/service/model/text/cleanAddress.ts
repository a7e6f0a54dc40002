/** The address that readers follow: without the parameters that only tell where they came from, and an empty fragment. */
export function cleanAddress(address: string): string {
  const [, place = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address.trim()) ?? [];
  const asked = query
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !isTracking(part));
  return `${place}${asked.length > 0 ? `?${asked.join("&")}` : ""}${fragment === "#" ? "" : fragment}`;
}

/** Whether a part of a query only tells where a reader came from. */
export function isTracking(part: string): boolean {
  return /^(?:utm_\w+|fbclid|gclid|mc_[ce]id)(?:=|$)/i.test(part);
}
