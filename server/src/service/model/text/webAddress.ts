/** Whether a text is the address of a page on the web: http or https, a host, and no blanks (RFC 3986). */
export function isWebAddress(text: string): boolean {
  return hostOf(text) !== undefined;
}

/** The host of a web address in lower case, without port; `undefined` where the text is no web address. */
export function hostOf(text: string): string | undefined {
  return WEB_ADDRESS.exec(text)?.[1]?.toLowerCase();
}

/** A name with dots or without, or an IPv6 address in brackets. A second scheme in place of the host is a slip. */
const WEB_ADDRESS =
  /^https?:\/\/(?!https?(?:[:/]|$))(?:[^\s/?#@\\]*@)?(\[[0-9a-f:.]+\]|[^\s/?#@:\\[\].]+(?:\.[^\s/?#@:\\[\].]+)*\.?)(?::[0-9]*)?(?:[/?#]\S*)?$/i;
