import type { CompileSchema } from "../server/src/service/languageService.ts";

/**
 * Compiles a schema of a site's own. ajv is loaded when the first is met, so that sites without any pay nothing for it.
 * Nothing is fetched: what a schema needs it must hold.
 */
export const compileSchema: CompileSchema = async (schema) => {
  const { Ajv } = await import("ajv");
  const ajv = new Ajv({
    allErrors: true,
    // Own keywords are annotations, as JSON Schema says.
    strict: false,
    validateFormats: false,
    allowUnionTypes: true,
    unicodeRegExp: true,
    verbose: false,
    logger: false,
  });
  // Schemas of later drafts are read as far as they say what draft-07 says.
  const { $schema: _, $id: __, ...plain } = schema;
  try {
    if (ajv.validateSchema(plain) !== true) {
      const [error] = ajv.errors ?? [];
      return {
        fault: {
          pointer: error?.instancePath ?? "",
          message: `This is no JSON Schema: it ${error?.message ?? "is invalid"}.`,
        },
      };
    }
    return { validate: ajv.compile(plain) };
  } catch (error) {
    // ajv makes code of a schema, which the page of a browser may forbid.
    if (error instanceof EvalError) return { cannotCompile: true };
    return {
      fault: {
        pointer: "",
        message: `This schema cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
      },
    };
  }
};
