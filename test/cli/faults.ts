import { readFileSync } from "node:fs";
import { siteFile } from "./cli.ts";

/** A fault of the broken sample site, as `FAULTS.md` lists it. */
export interface Fault {
  readonly file: string;
  readonly line: number;
}

/** The faults that have more than one right answer, or one that only an author knows. */
const open: ReadonlySet<string> = new Set([
  "content/communities/chronic-care-management/curated-news/60d1ac09-8eaa-5d57-83f7-47bb52532b5e.md:1",
  "content/communities/remote-patient-monitoring/curated-news/e35134a1-6e4a-50c9-9452-618063014d8a.md:22",
]);

export const faults: readonly Fault[] = readFaults();

export const openFaults: readonly Fault[] = faults.filter(({ file, line }) => open.has(`${file}:${line}`));

/** The broken articles whose faults have one right answer each. */
export const repairable: readonly string[] = [...new Set(faults.map((fault) => fault.file))].filter(
  (file) => !openFaults.some((fault) => fault.file === file),
);

export function sorted(list: readonly Fault[]): readonly string[] {
  return list.map(({ file, line }) => `${file}:${line}`).toSorted();
}

function readFaults(): readonly Fault[] {
  const rows = readFileSync(siteFile("broken", "FAULTS.md"), "utf8").matchAll(/^\| `(content\/[^`]+)` \| (\d+) \|/gm);
  return [...rows].map(([, file = "", line = ""]) => ({
    file,
    line: Number(line),
  }));
}
