/**
 * The path of the site to which a link leads from a page, as browsers resolve it (RFC 3986, 5.2).
 *
 * @param base the path of the page
 * @param reference what the link says
 * @returns the path, without what follows a `?` or `#`; `undefined` for a link to the page itself or out of the site
 */
export function addressFrom(base: string, reference: string): string | undefined {
  const [path = ""] = reference.trim().split(/[?#]/);
  if (path === "" || path.startsWith("//") || /^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
  const steps: string[] = [];
  const written = (path.startsWith("/") ? path : base.slice(0, base.lastIndexOf("/") + 1) + path).split("/").slice(1);
  for (const step of written) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  // What ends with a step up, or with none, is a folder.
  if (/^\.{1,2}$/.test(written.at(-1) ?? "")) steps.push("");
  return `/${steps.join("/")}`;
}
