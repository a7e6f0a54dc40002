import type { Found } from "../../service/languageService.ts";
import type { ReportedProblem } from "../checkedFile.ts";
import type { Surveyed } from "../checkFiles.ts";
import type { Stamp } from "./stamp.ts";

/** What is kept of a file that was surveyed. */
export interface CacheEntry extends Surveyed {
  readonly stamp: Stamp;
  readonly found: Found;
  readonly problems: readonly ReportedProblem[];
  /** The hash of what the survey depended on besides the file itself and those that it names. */
  readonly circumstances: string;
}
