import { compileSchema } from "../../../schemas/compileSchema.ts";
import type { CompileSchema } from "../service/languageService.ts";
import type { Client } from "./client.ts";

/** Whether the user trusts the open folders, and what is done with them only then. */
export interface Trust {
  /** Makes code of a schema only in a folder that is trusted. */
  readonly compileSchema: CompileSchema;
  isGranted(): boolean;
  grant(): void;
}

/** An editor that says nothing of trust knows no folders without. */
export function createTrust({ options }: Client): Trust {
  let isTrusted = options.isTrusted !== false;
  return {
    compileSchema: async (schema) => (isTrusted ? compileSchema(schema) : { notCompiled: "untrusted" }),
    isGranted: () => isTrusted,
    grant: () => {
      isTrusted = true;
    },
  };
}
