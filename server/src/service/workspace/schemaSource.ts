import { isJsonObject, type JsonObject } from "../document/jsonValue.ts";
import { expandSchema, faultsOf, unknownVocabularies } from "../model/expandedSchema.ts";
import { pathOf, type Validate } from "../model/schema.ts";
import { type Checked, readDataFile, type SiteProblem } from "./dataFile.ts";

/**
 * Compiles a JSON Schema (draft-07).
 *
 * @returns the validator, or what is wrong with the schema and where in it (a JSON Pointer), or why nothing is compiled
 *   here: a page in a browser may forbid it, or a user not trust the folder. Never rejects.
 */
export type CompileSchema = (
  schema: JsonObject,
) => Promise<
  | { readonly validate: Validate }
  | { readonly fault: { readonly pointer: string; readonly message: string } }
  | { readonly notCompiled: "forbidden" | "untrusted" }
>;

/**
 * Reads the schema of an archetype, JSON or YAML.
 *
 * @returns what is wrong with it; where anything is, it says nothing about any article. Where it cannot be compiled, it
 *   still says which keys and values to offer and to explain.
 */
export async function readArticleSchema(
  uri: string,
  text: string,
  compileSchema: CompileSchema,
): Promise<{ readonly checked: Checked | undefined; readonly problems: readonly SiteProblem[] }> {
  const file = readDataFile(uri, text);
  if (file.problems.length > 0) return { checked: undefined, problems: file.problems };
  const problems = faultsOf(file.data).map(({ path, message }) => file.problemAt(path, message));
  if (problems.length > 0 || !isJsonObject(file.data)) return { checked: undefined, problems };
  const unknown = unknownVocabularies(file.data).map(
    ({ path, message }): SiteProblem => ({ ...file.problemAt(path, message), severity: "warning" }),
  );
  const compiled = await compileSchema(file.data);
  if ("notCompiled" in compiled) {
    const problem = file.problemAt([], NOT_COMPILED[compiled.notCompiled]);
    const checked = { schema: expandSchema(file.data), validate: () => true };
    return { checked, problems: [{ ...problem, severity: "warning" }, ...unknown] };
  }
  if ("fault" in compiled) {
    const { pointer, message } = compiled.fault;
    return { checked: undefined, problems: [file.problemAt(pathOf(pointer, file.data), message)] };
  }
  return { checked: { schema: expandSchema(file.data), validate: compiled.validate }, problems: unknown };
}

const NOT_COMPILED = {
  forbidden: "No article is checked against this schema here, where no code may be made at run time.",
  untrusted: "No article is checked against this schema before you trust this folder, because code is made of it.",
} as const;
