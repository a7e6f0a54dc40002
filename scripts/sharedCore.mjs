// The server for Node and the one for browsers are the same but for how they talk and where their files come from. What is
// the same is in the package once: Node's bundle takes it from the browsers' one, which must be a single file.
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Modules that both bundles have. Of LSP's packages there must be one copy anyway: they know their objects by class. */
const SHARED =
  /^server\/src\/(?:lsp\/server\.ts$|service\/)|^schemas\/|^node_modules\/(?:vscode-uri|vscode-[^/]+\/lib\/common)\//;

/**
 * @param {{ readonly node: esbuild.BuildOptions, readonly browser: esbuild.BuildOptions }} builds of one entry point each;
 *   their outputs lie in one folder
 * @returns {Promise<readonly esbuild.BuildOptions[]>} the same, with what is shared in the browsers' output alone
 */
export async function shareCore({ node, browser }) {
  /** @type {Set<string>} */
  const modules = new Set();
  const core = `./${String(browser.outfile).split("/").at(-1)}`;
  const shared = { ...node, external: [core], plugins: [...(node.plugins ?? []), fromCore(core, modules)] };
  // What the one takes the other has to offer.
  await esbuild.build({ ...shared, write: false, sourcemap: false });
  const { entryPoints, ...others } = browser;
  const [entry] = Array.isArray(entryPoints) ? entryPoints : [];
  return [
    shared,
    {
      ...others,
      stdin: { contents: offering(String(entry), [...modules].sort()), resolveDir: root, sourcefile: "core.js" },
      format: "cjs",
      // In a worker there is no module; there nobody takes what is shared.
      banner: { js: 'var module = typeof module === "object" ? module : {};' },
    },
  ];
}

/**
 * @param {string} core
 * @param {Set<string>} modules takes the paths of what is taken
 * @returns {esbuild.Plugin}
 */
function fromCore(core, modules) {
  return {
    name: "from-core",
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (pluginData === "resolved" || kind === "entry-point" || path === core) return undefined;
        const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: "resolved" });
        const module = found.path.startsWith(root) ? found.path.slice(root.length).replaceAll("\\", "/") : "";
        if (found.errors.length > 0 || !SHARED.test(module)) return found;
        modules.add(module);
        return { path: module, namespace: "core" };
      });
      build.onLoad({ filter: /./, namespace: "core" }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(core)}).shared[${JSON.stringify(path)}];`,
        resolveDir: root,
      }));
    },
  };
}

/**
 * @param {string} entry
 * @param {readonly string[]} modules
 */
function offering(entry, modules) {
  const imports = [`import "./${entry}";`];
  const offers = modules.map((module, index) => {
    const name = JSON.stringify(module);
    // A module of the newer kind that is required would be run late, and so all that it imports.
    if (!module.startsWith("server/")) return `${name}: require("./${module}")`;
    imports.push(`import * as module${index} from "./${module}";`);
    return `${name}: module${index}`;
  });
  return `${imports.join("\n")}\nexport const shared = { ${offers.join(", ")} };\n`;
}
