import { isJsonObject, type JsonObject, type JsonValue, objectIn } from "../document/jsonValue.ts";
import type { Path } from "../document/node.ts";
import { type Archetype, plainArchetype, uniqueKeysOf } from "../model/archetype.ts";
import { createArticleFiles } from "../model/articleFiles.ts";
import { cluesOf, joined } from "../model/derivation/clues.ts";
import { linkDerivations } from "../model/derivation/links.ts";
import type { DerivedField } from "../model/derivedField.ts";
import { imageFields } from "../model/images/fields.ts";
import { imagesOf } from "../model/images/paths.ts";
import { rankByLikeness } from "../model/text/likeness.ts";
import type { DataFile, SiteProblem } from "./dataFile.ts";
import { readDerivations } from "./derivationConfig.ts";
import { type CompileSchema, readArticleSchema } from "./schemaSource.ts";
import { globsIn } from "./severityConfig.ts";
import { pathIn } from "./siteConfig.ts";
import { uriIn } from "./uri.ts";
import type { Workspace } from "./workspace.ts";

/** The archetypes of a site, and the files that they are read from. */
export interface ArchetypeSource {
  /** Those of the configuration first, since they are nearer to the site. */
  readonly archetypes: readonly Archetype[];
  readonly problems: readonly SiteProblem[];
  readonly uris: readonly string[];
  /** The texts of their schemas. */
  readonly schemas: readonly string[];
}

export interface ArchetypeOptions {
  readonly workspace: Workspace;
  readonly root: string;
  readonly builtIns: readonly Archetype[];
  readonly compileSchema: CompileSchema;
}

/** Reads what a site's configuration says of archetypes. What it does not say of a built-in one stays as it is. */
export async function readArchetypes(file: DataFile, options: ArchetypeOptions): Promise<ArchetypeSource> {
  const data = objectIn(objectIn(file.data).archetypes);
  const read = await Promise.all(
    Object.entries(data).map(([name, spec]) => readArchetype(file, { name, spec: objectIn(spec) }, options)),
  );
  const names = read.map(({ archetype }) => archetype.name);
  return {
    archetypes: [
      ...read.map(({ archetype }) => archetype),
      ...options.builtIns.filter(({ name }) => !names.includes(name)),
    ],
    problems: read.flatMap(({ problems }) => problems),
    uris: read.flatMap(({ uris }) => uris),
    schemas: read.flatMap(({ schemas }) => schemas),
  };
}

interface ReadArchetype extends Omit<ArchetypeSource, "archetypes"> {
  readonly archetype: Archetype;
}

async function readArchetype(
  file: DataFile,
  { name, spec }: { readonly name: string; readonly spec: JsonObject },
  { workspace, root, builtIns, compileSchema }: ArchetypeOptions,
): Promise<ReadArchetype> {
  const place: Path = ["archetypes", name];
  const base = builtIns.find((archetype) => archetype.name === name);
  const [schemaPath, scaffoldPath] = [pathIn(spec.schema), pathIn(spec.scaffold)];
  const uris = [schemaPath, scaffoldPath].flatMap((path) => (path === undefined ? [] : `${root}/${path}`));
  const missing = async (path: string | undefined, key: "schema" | "scaffold"): Promise<readonly SiteProblem[]> => {
    const isNamed = typeof spec[key] === "string";
    if (!isNamed || (path !== undefined && (await workspace.exists(`${root}/${path}`)))) return [];
    return [file.problemAt([...place, key], `There is no file \`${path ?? spec[key]}\` in the site.`)];
  };
  const schemaUri = schemaPath && `${root}/${schemaPath}`;
  const text = schemaUri && (await workspace.readFile(schemaUri));
  const own =
    schemaUri === undefined || text === undefined ? undefined : await readArticleSchema(schemaUri, text, compileSchema);
  const unread = spec.schema === undefined ? ANYTHING : UNREAD;
  const schema = own?.checked ?? (spec.schema === undefined ? base : undefined) ?? unread;
  const derived = readDerivations(file, { derive: spec.derive, place: [...place, "derive"], schema: schema.schema });
  const kept = (base?.derivedFields ?? []).filter(({ path }) => !derived.removed.includes(path.join(".")));
  const { fields: linked, circles } = linkDerivations(derived.derivations, kept);
  const isLinked = (field: DerivedField) => linked.some(({ path }) => path.join(".") === field.path.join("."));
  const ofImages = base?.schema === schema.schema ? [] : imageFields(schema.schema, linked);
  const fields = [...linked, ...ofImages.filter((field) => !isLinked(field))];
  const breadcrumbs = readBreadcrumbs(file, {
    value: spec.breadcrumbs,
    place: [...place, "breadcrumbs"],
    base,
    fields,
    named: derived.named,
    isSure: spec.derive !== undefined || rankByLikeness("derive", Object.keys(spec), String).certain === undefined,
  });
  const pair = Object.values(breadcrumbs.breadcrumbs ?? {});
  const clues = derived.derivations.map(({ path, derivation }) => cluesOf(path, derivation));
  return {
    archetype: {
      ...(base ?? plainArchetype(name, schema)),
      schema: schema.schema,
      validate: schema.validate,
      images: imagesOf(schema.schema),
      uniqueKeys: uniqueKeysOf(schema.schema),
      files: spec.files === undefined && base !== undefined ? base.files : createArticleFiles(globsIn(spec.files)),
      derivedFields: fields.map((field) => pair.find(({ path }) => path === field.path) ?? field),
      breadcrumbs: breadcrumbs.breadcrumbs,
      fileName: fields.find((field) => field === base?.fileName),
      topicsText: fields.find((field) => field === base?.topicsText),
      brand: fields.find((field) => field === base?.brand),
      scaffold: scaffoldPath === undefined ? base?.scaffold : uriIn(root, scaffoldPath),
      sameAddresses: (base?.sameAddresses ?? []).filter((addresses) =>
        addresses.every((field) => fields.includes(field)),
      ),
      communityClues: joined([...clues, ...(base === undefined ? [] : [base.communityClues])]),
    },
    problems: [
      ...(await missing(schemaPath, "schema")),
      ...(await missing(scaffoldPath, "scaffold")),
      ...(own?.problems ?? []),
      ...derived.problems,
      ...circles.map(({ place: at, keys }) =>
        file.problemAt(
          at,
          `\`${keys[0]}\` follows from itself: ${keys.map((key) => `\`${key}\``).join(" from ")}.`,
          "key",
        ),
      ),
      ...breadcrumbs.problems,
    ],
    uris,
    schemas: text === undefined ? [] : [text],
  };
}

/** What stands for a schema that there is none of: nothing is wrong with any value. */
const ANYTHING = { schema: {}, validate: () => true } as const;

/** What stands for one that cannot be read: it may describe any key. */
const UNREAD = { schema: { additionalProperties: {} }, validate: () => true } as const;

interface BreadcrumbSource {
  readonly value: JsonValue | undefined;
  readonly place: Path;
  readonly base: Archetype | undefined;
  readonly fields: readonly DerivedField[];
  /** The keys of `derive`. Of one with a fault it is told there. */
  readonly named: ReadonlySet<string>;
  /** Whether all is known that is derived. It is not where `derive` is misspelt, which a rule reports. */
  readonly isSure: boolean;
}

/** The pair of lists that `breadcrumbs` names; both must be derived, item by item from text. */
function readBreadcrumbs(
  file: DataFile,
  { value, place, base, fields, named, isSure }: BreadcrumbSource,
): { readonly breadcrumbs: Archetype["breadcrumbs"]; readonly problems: readonly SiteProblem[] } {
  const fieldOf = (key: JsonValue | undefined) => fields.find(({ path }) => path.join(".") === key);
  if (!isJsonObject(value)) {
    const labels = fieldOf(base?.breadcrumbs?.labels.path.join("."));
    const links = fieldOf(base?.breadcrumbs?.links.path.join("."));
    return { breadcrumbs: labels && links && comparedItemByItem({ labels, links }), problems: [] };
  }
  const [labels, links] = [fieldOf(value.labels), fieldOf(value.links)];
  const isUnnamed = (key: JsonValue | undefined) => typeof key === "string" && !fieldOf(key) && !named.has(key);
  const problems = (["labels", "links"] as const)
    .filter((key) => isSure && isUnnamed(value[key]))
    .map((key) => file.problemAt([...place, key], `\`${String(value[key])}\` is no key of \`derive\`.`));
  return { breadcrumbs: labels && links && comparedItemByItem({ labels, links }), problems };
}

/** The rules about breadcrumbs say what is wrong with each item; nobody needs to say it again. */
function comparedItemByItem({ labels, links }: NonNullable<Archetype["breadcrumbs"]>): Archetype["breadcrumbs"] {
  return { labels: { ...labels, ownRule: true }, links: { ...links, ownRule: true } };
}
