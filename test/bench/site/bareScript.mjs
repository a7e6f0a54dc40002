// What the owner of a site would write in an hour: reads the front matter of each article and holds the schema against it.
// It says how many are faulty, neither where nor why. `node bareScript.mjs PACKAGES READER THREADS SCHEMA FOLDER`
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/**
 * How each reader gets the data out of an article.
 * @type {{ readonly [name: string]: (library: any) => (text: string) => unknown }}
 */
const readers = {
  // With options it keeps no text, which it would find again.
  "gray-matter": (matter) => (text) => matter(text, {}).data,
  "js-yaml":
    ({ load }) =>
    (text) =>
      load(text.slice(4, text.indexOf("\n---", 4))),
};

/** @param {{ packages: string, reader: string, schema: string, files: readonly string[] }} work */
function countFaulty({ packages, reader, schema, files }) {
  const require = createRequire(`${packages}/`);
  const read = readers[reader]?.(require(reader));
  const { default: Ajv } = require("ajv");
  const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync(schema, "utf8")),
  );
  return files.filter((file) => !validate(read?.(readFileSync(file, "utf8")))).length;
}

if (isMainThread) {
  const [packages = "", reader = "", threads = "1", schema = "", folder = ""] = process.argv.slice(2);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md") && entry.name !== "_index.md")
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  const parts = Array.from({ length: Number(threads) }, (_, part) =>
    files.filter((_, index) => index % Number(threads) === part),
  );
  const counts = await Promise.all(
    parts.map((own) => {
      const work = { packages, reader, schema, files: own };
      if (parts.length === 1) return countFaulty(work);
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: work });
      return new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
    }),
  );
  console.log(counts.reduce((sum, count) => sum + Number(count), 0));
} else {
  parentPort?.postMessage(countFaulty(workerData));
}
