type Properties<Name extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[Name], "style" | "dataset" | "children">
>;

/** Makes an element. Texts become text, never HTML. */
export function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties<Name> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** Lines in a square of 16 units. */
const ICONS = {
  error: "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM5.5 5.5l5 5M10.5 5.5l-5 5",
  warning: "M8 2L14.5 13.5H1.5zM8 6.2v3.6M8 11.4v.6",
  information: "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM8 7.2v4M8 4.6v.6",
  hint: "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM8 7.2v4M8 4.6v.6",
  picture: "M1.5 3h13v10h-13zM1.5 11l4-4l3 3l2-2l4 4M10.6 5.4a.9.9 0 1 1 0 1.8a.9.9 0 0 1 0-1.8",
  editor: "M1.5 2.5h13v11h-13zM1.5 5.5h13M4.5 8h4M4.5 10.5h6",
  light:
    "M8 5a3 3 0 1 1 0 6a3 3 0 0 1 0-6zM8 1v1.8M8 13.2V15M1 8h1.8M13.2 8H15M3 3l1.3 1.3M11.7 11.7L13 13M13 3l-1.3 1.3M4.3 11.7L3 13",
  dark: "M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z",
  wide: "M1.5 3h13v8h-13zM5.5 13.5h5",
  narrow: "M4.5 1.5h7v13h-7zM7 12.5h2",
  ok: "M2.5 8.5l3.5 3.5l7.5-8",
} as const;

export type IconName = keyof typeof ICONS;

/** A small drawing in the colour of the text around it. What it says stands beside it in words. */
export function icon(name: IconName): SVGSVGElement {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("viewBox", "0 0 16 16");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  drawing.append(path);
  return drawing;
}

/** Fills the gaps of a message. */
export function fill(message: string, ...values: readonly (string | number)[]): string {
  return message.replace(/\{(\d)\}/g, (gap, index: string) => String(values[Number(index)] ?? gap));
}
