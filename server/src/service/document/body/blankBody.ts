/**
 * Whether a reader sees nothing of a body: it holds only blank space, comments, and elements that are nothing without
 * their content.
 */
export function isBlankBody(text: string): boolean {
  let at = 0;
  while (at < text.length) {
    const next = behindBlank(text, at);
    if (next === at) return false;
    at = next;
  }
  return true;
}

const BLANK =
  /[\s\u200B\uFEFF]+|&(?:nbsp|#0*160|#x0*a0);|<\/?(?:a|article|b|br|div|em|h[1-6]|i|li|ol|p|section|span|strong|u|ul)(?:[ \t\r\n][^<>]*)?\/?>/iy;

/** The offset behind something blank at an offset; the same offset where there is none. */
function behindBlank(text: string, at: number): number {
  if (text.startsWith("<!--", at)) {
    const end = text.indexOf("-->", at + 4);
    return end === -1 ? text.length : end + 3;
  }
  BLANK.lastIndex = at;
  return BLANK.test(text) ? BLANK.lastIndex : at;
}
