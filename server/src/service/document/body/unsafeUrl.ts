/**
 * The scheme of a URL that runs code when it is followed, with the type of a `data:` URL.
 *
 * @param url without references and escapes
 * @returns `undefined` for any other URL
 */
export function unsafeSchemeOf(url: string): string | undefined {
  // Browsers skip blanks and control characters before a URL, and tabs and line breaks inside (WHATWG URL, 4.4).
  const read = url.replace(/^[\0- ]+|[\t\n\r]+/g, "");
  return UNSAFE.exec(read)?.[0].toLowerCase();
}

const UNSAFE = /^(?:(?:javascript|vbscript)(?=:)|data:\s*(?:text\/html|application\/xhtml\+xml)(?=[;,\s]|$))/i;
