// Makes what `tsc -b` needs before it can compile: the generated validators and the module type of its output.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compileSchemas } from "./compile-schemas.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

await compileSchemas(root);
await mkdir(`${root}out`, { recursive: true });
try {
  await writeFile(`${root}out/package.json`, '{ "type": "module" }\n', { flag: "wx" });
} catch (error) {
  if (error.code !== "EEXIST") throw error;
}
