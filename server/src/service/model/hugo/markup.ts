/** What Hugo makes of Markdown in bodies, as the site's Hugo configuration says (`markup.goldmark`). */
export interface Markup {
  /** What becomes of HTML in Markdown; `unknown` where no configuration of Hugo can be read. */
  readonly rawHtml: "shown" | "omitted" | "unknown";
  /** The switches beside it. */
  readonly options: MarkupOptions;
}

/** Goldmark's switches that change what a page looks like, by their own names. */
export interface MarkupOptions {
  readonly definitionList: boolean;
  readonly footnote: boolean;
  readonly hardWraps: boolean;
  readonly linkify: boolean;
  readonly strikethrough: boolean;
  readonly table: boolean;
  readonly taskList: boolean;
  readonly typographer: boolean;
}

/** How Hugo is set up where nobody says otherwise (https://gohugo.io/configuration/markup/#goldmark). */
export const MARKUP_DEFAULTS: MarkupOptions = {
  definitionList: true,
  footnote: true,
  hardWraps: false,
  linkify: true,
  strikethrough: true,
  table: true,
  taskList: true,
  typographer: true,
};
