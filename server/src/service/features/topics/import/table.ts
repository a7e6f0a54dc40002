import {
  alternativesTo,
  type Concept,
  createConceptList,
  oneLineOf,
  type ReadConcepts,
  type ReadingOptions,
  schemeNameOf,
  unreadable,
} from "./concept.ts";

/** A row of a table, and the line of its file that it starts on, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The columns that are read, and what each may be called: in lower case, without blanks, hyphens and underscores. */
const COLUMNS = {
  scheme: ["scheme", "conceptscheme", "inscheme", "vocabulary", "parentclasslabel"],
  label: ["label", "preflabel", "topic", "name", "term"],
  altLabels: ["altlabels", "altlabel", "alternativelabels", "alternativelabel", "synonyms", "aliases"],
  definition: ["definition", "description", "scopenote"],
  broader: ["broader", "broadertopic", "parent"],
  deprecated: ["deprecated", "retired", "obsolete"],
  replacedBy: ["replacedby", "isreplacedby"],
} as const;

type Column = keyof typeof COLUMNS;

/**
 * Reads a table of topics. Its first row names the columns; of several languages of a column, as `label@en` and `label@de`,
 * the wanted one counts. Several alternative labels are separated by `|` or `;`.
 */
export function readTable(rows: readonly Row[], options: ReadingOptions): ReadConcepts {
  const [head, ...body] = rows;
  if (head === undefined) return unreadable({ message: "The table is empty." });
  const places = placesOf(head.cells, options.language);
  if (!places.has("label")) {
    const message =
      "The first line names no column `label`. It may name `scheme`, `altLabels`, `definition`, `broader` too.";
    return unreadable({ line: head.line, column: 1, message });
  }
  const list = createConceptList();
  for (const { line, cells } of body) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const further = cells.slice(head.cells.length).some((cell) => cell.trim() !== "");
    const concept = further ? undefined : conceptOf((column) => cells[places.get(column) ?? -1] ?? "", options);
    if (concept !== undefined) list.add(concept);
    else if (further) list.leaveOut({ line, message: "The row has more cells than the first line names columns." });
    else list.leaveOut({ line, message: "The row has no label." });
  }
  const tags = head.cells.flatMap((cell) => {
    const [name = "", tag] = oneLineOf(cell).split("@", 2);
    return tag !== undefined && columnNamed(name) === "label" ? tag : [];
  });
  return { ...list.finished(), ...(tags.length > 0 && { languages: tags }) };
}

function conceptOf(cell: (column: Column) => string, options: ReadingOptions): Concept | undefined {
  const written = oneLineOf(cell("label"));
  const ownScheme = schemeNameOf(cell("scheme"));
  // `Scheme: Label`, as articles write it, where no column says the scheme.
  const [, before = "", after = ""] = ownScheme === "" ? (/^([^:]+):\s+(\S.*)$/.exec(written) ?? []) : [];
  const label = after === "" ? written : after;
  if (label === "") return undefined;
  const scheme = ownScheme === "" ? (after === "" ? options.scheme : schemeNameOf(before)) : ownScheme;
  const [definition, broader, replacedBy] = [
    oneLineOf(cell("definition")),
    oneLineOf(cell("broader")),
    oneLineOf(cell("replacedBy")),
  ];
  return {
    scheme,
    label,
    altLabels: alternativesTo(label, cell("altLabels").split(/[|;]/)),
    ...(definition !== "" && { definition }),
    ...(broader !== "" && { broader: broader.startsWith(`${scheme}: `) ? broader.slice(scheme.length + 2) : broader }),
    ...(/^(?:true|yes|y|x|1)$/i.test(cell("deprecated").trim()) && { isDeprecated: true }),
    ...(replacedBy !== "" && { replacedBy: /^[^:]+: \S/.test(replacedBy) ? replacedBy : `${scheme}: ${replacedBy}` }),
  };
}

/** Where each column stands: in the wanted language, else in none, else in the first. */
function placesOf(head: readonly string[], language: string): ReadonlyMap<Column, number> {
  const best = new Map<Column, { readonly place: number; readonly rank: number }>();
  for (const [place, cell] of head.entries()) {
    const [name = "", tag] = oneLineOf(cell).split("@", 2);
    const column = columnNamed(name);
    if (column === undefined) continue;
    const rank = tag === undefined ? 1 : tag.toLowerCase() === language.toLowerCase() ? 0 : 2;
    if (rank < (best.get(column)?.rank ?? 3)) best.set(column, { place, rank });
  }
  return new Map([...best].map(([column, { place }]) => [column, place]));
}

function columnNamed(name: string): Column | undefined {
  const plain = name
    .toLowerCase()
    .replace(/[\s_-]+/g, "")
    .replace(/^skos:/, "");
  const columns = Object.entries(COLUMNS) as readonly (readonly [Column, readonly string[]])[];
  return columns.find(([, names]) => names.includes(plain))?.[0];
}
