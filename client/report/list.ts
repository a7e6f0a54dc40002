import type { ContentReport, ReportEntry } from "../../server/src/protocol/contentReport.ts";
import type { ReportTexts } from "../../server/src/protocol/reportTexts.ts";
import { button, element, filled } from "./dom.ts";

/** What a list shows. */
export interface Listed {
  readonly label: string;
  readonly entries: readonly ReportEntry[];
}

export interface ListOptions {
  readonly report: ContentReport;
  readonly texts: ReportTexts;
  /** Opens a file; where it is missing, none can be opened. */
  readonly open: ((path: string, line: number) => void) | undefined;
}

/** A page with thousands of lines is slow, and nobody reads them. */
const AT_ONCE = 200;

/** The list behind a bar, at the side: it takes the focus, and gives it back when it is closed. */
export function createList({ report, texts, open }: ListOptions) {
  const heading = element("h2", { id: "list-heading", tabindex: "-1" });
  const amount = element("p", { class: "amount", role: "status" });
  const filter = element("input", { type: "search", placeholder: texts.filter, "aria-label": texts.filter });
  const items = element("ol");
  const more = button(texts.more, "quiet", () => show(items.childElementCount + AT_ONCE));
  const close = button("×", "close", () => hide());
  close.setAttribute("aria-label", texts.close);
  close.title = texts.close;
  const list = element(
    "aside",
    { class: "list", "aria-labelledby": heading.id, hidden: "" },
    close,
    heading,
    amount,
    filter,
    items,
    more,
  );
  let listed: readonly ReportEntry[] = [];
  let opener: Element | null = null;

  const show = (count: number): void => {
    const wanted = filter.value.trim().toLowerCase();
    const found = wanted === "" ? listed : listed.filter((entry) => textOf(entry).toLowerCase().includes(wanted));
    amount.textContent = filled(texts.entries, new Intl.NumberFormat(texts.language).format(found.length));
    items.replaceChildren(...found.slice(0, count).map(itemOf));
    more.hidden = found.length <= count;
  };
  const hide = (): void => {
    list.hidden = true;
    document.body.classList.remove("has-list");
    // A bar may have been drawn anew meanwhile.
    const place = opener?.isConnected === true ? opener : document.getElementById(opener?.id ?? "");
    if (place instanceof HTMLElement || place instanceof SVGElement) place.focus();
  };
  filter.addEventListener("input", () => show(AT_ONCE));
  list.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
  return {
    list,
    show({ label, entries }: Listed): void {
      opener = document.activeElement;
      listed = entries;
      filter.value = "";
      heading.textContent = label;
      show(AT_ONCE);
      list.hidden = false;
      list.scrollTop = 0;
      document.body.classList.add("has-list");
      heading.focus();
    },
  };

  function itemOf(entry: ReportEntry): HTMLElement {
    const { line, severity } = entry;
    const { path = "", title = "" } = report.files[entry.file] ?? {};
    const note = noteOf(entry);
    const name =
      open === undefined
        ? element("span", { class: "title" }, title)
        : button(title, "link title", () => open(path, line ?? 1));
    const place = line === undefined ? path : `${path}, ${filled(texts.line, line)}`;
    const parts = [
      name,
      ...(note === "" ? [] : [element("span", { class: "note" }, note)]),
      element("span", { class: "path" }, place),
    ];
    return element("li", { class: severity ?? "plain" }, ...parts);
  }

  function noteOf({ note, word }: ReportEntry): string {
    return note ?? (word === undefined ? "" : texts.words[word]);
  }

  function textOf(entry: ReportEntry): string {
    const { path = "", title = "", community = "" } = report.files[entry.file] ?? {};
    return `${title} ${path} ${community} ${noteOf(entry)}`;
  }
}
