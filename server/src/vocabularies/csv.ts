import Papa from "papaparse";
import type { Row } from "../service/features/topics/import/table.ts";
import type { Parsed } from "./parsed.ts";

/** Reads the rows of a table whose cells are separated by commas, semicolons or tabs (RFC 4180). */
export function parseCsv(text: string): Parsed<readonly Row[]> {
  const rows: Row[] = [];
  let fault: { readonly line: number; readonly message: string } | undefined;
  let [line, at] = [1, 0];
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step({ data, errors, meta }, parser) {
      const [error] = errors;
      if (error !== undefined) {
        fault = { line, message: `${error.message.replace(/\.?$/, "")}.` };
        parser.abort();
        return;
      }
      rows.push({ line, cells: data });
      line += breaksIn(text, at, meta.cursor);
      at = meta.cursor;
    },
  });
  return fault === undefined ? { content: rows } : { fault };
}

/** Which of the usual separators the first line has most of. Bars separate what is in a cell. */
function delimiterOf(text: string): string {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const counts = [",", ";", "\t"].map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most), { delimiter: ",", count: 0 }).delimiter;
}

function breaksIn(text: string, start: number, end: number): number {
  return text.slice(start, end).match(/\r\n|\n|\r/g)?.length ?? 0;
}
