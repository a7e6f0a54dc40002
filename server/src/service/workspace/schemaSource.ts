import { isJsonObject, type JsonObject } from "../document/jsonValue.ts";
import { expandSchema, faultsOf } from "../model/expandedSchema.ts";
import { pathOf, type Validate } from "../model/schema.ts";
import { type Checked, readDataFile, type SiteProblem } from "./dataFile.ts";

/**
 * Compiles a JSON Schema (draft-07).
 *
 * @returns the validator, or what is wrong with the schema and where in it (a JSON Pointer). Never rejects.
 */
export type CompileSchema = (
  schema: JsonObject,
) => Promise<
  { readonly validate: Validate } | { readonly fault: { readonly pointer: string; readonly message: string } }
>;

/**
 * Reads the schema of an archetype, JSON or YAML.
 *
 * @returns what is wrong with it; where anything is, it says nothing about any article
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
  const compiled = await compileSchema(file.data);
  if ("fault" in compiled) {
    const { pointer, message } = compiled.fault;
    return { checked: undefined, problems: [file.problemAt(pathOf(pointer, file.data), message)] };
  }
  return { checked: { schema: expandSchema(file.data), validate: compiled.validate }, problems: [] };
}
