/** The page in the preview panel. It gets everything from the extension, and loads nothing that is not of the workspace. */
import { headingWithId } from "./body/headings.ts";
import { create } from "./dom.ts";
import type { FromPage, PageMemory, ToPage, Words } from "./messages.ts";
import { createPage } from "./page.ts";
import { createToolbar, type View } from "./toolbar.ts";

/** What a webview gives its page (`acquireVsCodeApi`). */
interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageMemory): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const { words, styles } = startOf(document.querySelector("#start"));
const remembered = (host.getState() ?? {}) as PageMemory;
let view: View = viewIn(remembered);
let uri = remembered.uri;

const toolbar = createToolbar(words, styles, (chosen) => {
  view = { ...view, ...chosen };
  showView();
});
const nothing = create("p", { className: "nothing" }, words.nothing);
const page = createPage({
  words,
  language: document.documentElement.lang,
  reveal: (range) => host.postMessage({ type: "reveal", range }),
  open: (target) => host.postMessage({ type: "open", target }),
  allowRemoteImages: () => host.postMessage({ type: "allowRemoteImages" }),
  scrolled: (line) => host.postMessage({ type: "scrolled", line }),
  covered: () => toolbar.element.getBoundingClientRect().height,
});
page.element.hidden = true;
document.body.append(toolbar.element, page.element, nothing);
followColours();
showView();

addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case "update":
      if (!page.update(data.facts, data.body)) return host.postMessage({ type: "ready" });
      showStyles(data.facts.styles);
      uri = data.facts.uri ?? uri;
      showNothing("no");
      return remember();
    case "nothing":
      return showNothing("yes");
    case "scroll":
      return page.scrollTo(data.line);
    case "cursor":
      return page.showCursor(data.line);
  }
});
addEventListener("click", followLink, true);
addEventListener("auxclick", followLink, true);
addEventListener("submit", (event) => event.preventDefault(), true);
host.postMessage({ type: "ready" });

/** What the extension wrote into the page: its words, and where its style sheet is. */
function startOf(element: Element | null): { readonly words: Words; readonly styles: string } {
  return JSON.parse(element?.textContent ?? "{}");
}

function viewIn({ tab, scheme, width }: PageMemory): View {
  return {
    tab: tab === "list" || tab === "search" || tab === "social" ? tab : "page",
    scheme: scheme === "light" || scheme === "dark" ? scheme : "editor",
    width: width === "narrow" ? width : "wide",
  };
}

function showView(): void {
  toolbar.show(view);
  page.choose(view);
  showColours();
  remember();
}

function remember(): void {
  host.setState({ ...view, ...(uri !== undefined && { uri }) });
}

function showNothing(isNothing: "yes" | "no"): void {
  nothing.hidden = isNothing === "no";
  page.element.hidden = isNothing === "yes";
}

/** Light or dark as chosen, else as the editor is. */
function showColours(): void {
  const { classList } = document.body;
  const isLight = classList.contains("vscode-light") || classList.contains("vscode-high-contrast-light");
  document.documentElement.dataset.scheme = view.scheme;
  document.documentElement.dataset.shade = view.scheme === "editor" ? (isLight ? "light" : "dark") : view.scheme;
}

function followColours(): void {
  new MutationObserver(showColours).observe(document.body, { attributes: true, attributeFilter: ["class"] });
}

/** The site's own style sheets, behind the page's own. */
function showStyles(addresses: readonly string[] | undefined): void {
  if (addresses === undefined) return;
  for (const old of document.head.querySelectorAll("link.site")) old.remove();
  document.head.append(...addresses.map((href) => create("link", { rel: "stylesheet", className: "site", href })));
  document.documentElement.classList.toggle("styled", addresses.length > 0);
}

/** No link leads out of the page by itself: the extension opens it, or the page shows the place. */
function followLink(event: MouseEvent): void {
  const link = event.composedPath().find((node) => node instanceof Element && node.closest("a") !== null);
  const anchor = link instanceof Element ? link.closest("a") : null;
  if (anchor === null) return;
  event.preventDefault();
  event.stopPropagation();
  const href = anchor.getAttribute("href") ?? "";
  if (!href.startsWith("#")) host.postMessage({ type: "open", target: href });
  else placeOf(decoded(href.slice(1)))?.scrollIntoView({ block: "center" });
}

/** What an author gave an id, else the heading of the body that Hugo does. */
function placeOf(id: string): Element | undefined {
  // The sanitizer puts this before the names that authors give.
  const named = document.getElementById(`user-content-${id}`);
  return named ?? headingWithId(id, document.querySelectorAll(".body :is(h1, h2, h3, h4, h5, h6)"));
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
