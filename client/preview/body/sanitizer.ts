import createDOMPurify, { type Config } from "dompurify";
import { LINE } from "./markdown.ts";

/** Elements of text, lists, tables and pictures. Nothing that runs, embeds, submits, plays or styles. */
const TAGS: readonly string[] = (
  "a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details " +
  "dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd li main mark nav " +
  "ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt " +
  "u ul var wbr"
).split(" ");

/** Attributes that say what an element is or looks like. None but `href` and `src` leads anywhere. */
const ATTRIBUTES: readonly string[] = (
  "abbr align alt border cellpadding cellspacing checked class color colspan compact datetime dir disabled headers height " +
  "href hreflang id lang open reversed rowspan scope span src start summary title type valign width"
).split(" ");

const CONFIG: Config = {
  ALLOWED_TAGS: [...TAGS],
  ALLOWED_ATTR: [...ATTRIBUTES, LINE],
  ALLOW_DATA_ATTR: false,
  // No element of an author is found by a name of the page's own.
  SANITIZE_NAMED_PROPS: true,
  RETURN_DOM_FRAGMENT: true,
  RETURN_TRUSTED_TYPE: false,
};

/** Makes HTML safe that anybody may have written. What comes of it is never text again, so nobody reads it otherwise. */
export function createSanitizer(window: Window & typeof globalThis): (html: string) => DocumentFragment {
  const purifier = createDOMPurify(window);
  purifier.addHook("uponSanitizeElement", (node) => {
    // Of all fields only the box of a task list is text.
    if (node instanceof Element && node.localName === "input" && node.getAttribute("type") !== "checkbox")
      node.remove();
  });
  purifier.addHook("afterSanitizeAttributes", (element) => {
    if (element.localName === "input") element.setAttribute("disabled", "");
  });
  return (html) => purifier.sanitize(html, { ...CONFIG, RETURN_DOM_FRAGMENT: true });
}
