import { isJsonObject, type JsonObject } from "../document/jsonValue.ts";
import { expandSchema, faultsOf } from "../model/expandedSchema.ts";
import { pathOf, type Validate } from "../model/schema.ts";
import { type Checked, readDataFile, type SiteProblem } from "./dataFile.ts";

/**
 * Compiles a JSON Schema (draft-07).
 *
 * @returns the validator, or what is wrong with the schema and where in it (a JSON Pointer), or that nothing can be
 *   compiled here, as in a browser whose page forbids it. Never rejects.
 */
export type CompileSchema = (
  schema: JsonObject,
) => Promise<
  | { readonly validate: Validate }
  | { readonly fault: { readonly pointer: string; readonly message: string } }
  | { readonly cannotCompile: true }
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
  const compiled = await compileSchema(file.data);
  if ("cannotCompile" in compiled) {
    const problem = file.problemAt(
      [],
      "No article is checked against this schema here, where no code may be made at run time.",
    );
    const checked = { schema: expandSchema(file.data), validate: () => true };
    return { checked, problems: [{ ...problem, severity: "warning" }] };
  }
  if ("fault" in compiled) {
    const { pointer, message } = compiled.fault;
    return { checked: undefined, problems: [file.problemAt(pathOf(pointer, file.data), message)] };
  }
  return { checked: { schema: expandSchema(file.data), validate: compiled.validate }, problems: [] };
}
