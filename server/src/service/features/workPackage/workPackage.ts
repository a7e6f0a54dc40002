import { isJsonObject, type JsonObject, type JsonValue, listIn, objectIn, valueAt } from "../../document/jsonValue.ts";
import type { Refusal } from "../refusal.ts";

/** A work package as OpenProject's API says it, version 3; each text as it answers it, in HAL+JSON. */
export interface WorkPackageSource {
  readonly workPackage: string;
  /** Its schema, which knows what its fields are called. Without it the one that the work package embeds, if any. */
  readonly schema?: string | undefined;
}

/** What a work package says. */
export interface WorkPackage {
  readonly id: number;
  readonly subject: string;
  /** Its description in Markdown and as the HTML that OpenProject makes of it; empty where there is none. */
  readonly description: { readonly raw: string; readonly html: string };
  /** The name of whoever wrote it. */
  readonly author: string | undefined;
  /** With a time zone (ISO 8601). */
  readonly createdAt: string | undefined;
  readonly updatedAt: string | undefined;
  readonly fields: readonly CustomField[];
  readonly attachments: readonly Attachment[];
}

/** A field that somebody has added to OpenProject. */
export interface CustomField {
  /** What it is called there; `undefined` where nobody says so. */
  readonly name: string | undefined;
  /** Its texts: of a list those that are chosen. None where it is empty. */
  readonly texts: readonly string[];
}

export interface Attachment {
  readonly id: number;
  readonly fileName: string;
  readonly contentType: string;
}

/** Reads a work package; never throws. */
export function readWorkPackage({ workPackage, schema }: WorkPackageSource): WorkPackage | Refusal {
  const resource = resourceIn(workPackage);
  if (resource === undefined) return { refused: "That is no JSON, so it is no work package." };
  const type = textAt(resource, ["_type"]);
  if (type === "Error")
    return { refused: `OpenProject says: ${textAt(resource, ["message"]) ?? "there is an error."}` };
  const elements = listIn(valueAt(resource, ["_embedded", "elements"]));
  const [only] = elements;
  if (type?.endsWith("Collection") === true && elements.length !== 1)
    return { refused: `That is a list of ${elements.length} work packages. Save a single one.` };
  const found = type?.endsWith("Collection") === true ? objectIn(only) : resource;
  const [id, subject] = [found.id, found.subject];
  if (found._type !== "WorkPackage" || typeof subject !== "string" || !isNumber(id))
    return { refused: "That is no work package as OpenProject's API, version 3, has it." };
  const names = resourceIn(schema ?? "") ?? objectIn(valueAt(found, ["_embedded", "schema"]));
  return {
    id,
    subject: subject.trim().replace(/\s+/g, " "),
    description: {
      raw: textAt(found, ["description", "raw"]) ?? "",
      html: textAt(found, ["description", "html"]) ?? "",
    },
    author: textAt(found, ["_links", "author", "title"]) ?? textAt(found, ["_embedded", "author", "name"]),
    createdAt: dateTimeAt(found, "createdAt"),
    updatedAt: dateTimeAt(found, "updatedAt"),
    fields: fieldsOf(found, names),
    attachments: listIn(valueAt(found, ["_embedded", "attachments", "_embedded", "elements"])).flatMap(attachmentIn),
  };
}

function resourceIn(text: string): JsonObject | undefined {
  try {
    const value: JsonValue = JSON.parse(text.replace(/^\ufeff/, ""));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Fields stand among the properties, and those that lead to something else among the links. */
function fieldsOf(resource: JsonObject, schema: JsonObject): readonly CustomField[] {
  const links = objectIn(resource._links);
  const keys = [...Object.keys(resource), ...Object.keys(links)].filter((key) => /^customField\d+$/.test(key));
  return [...new Set(keys)].map((key) => {
    const values = [valueAt(resource, [key]), valueAt(links, [key])].flatMap((value) =>
      Array.isArray(value) ? value : [value],
    );
    return { name: textAt(schema, [key, "name"]), texts: values.flatMap(textsIn) };
  });
}

function textsIn(value: JsonValue | undefined): readonly string[] {
  const text = isJsonObject(value) ? (value.raw ?? value.title) : value;
  const isText = typeof text === "string" || typeof text === "number";
  return isText && String(text).trim() !== "" ? [String(text).trim()] : [];
}

function attachmentIn(element: JsonValue): readonly Attachment[] {
  const { id, fileName, title, contentType } = objectIn(element);
  const name = fileName ?? title;
  const isFile = isNumber(id) && typeof name === "string" && name.trim() !== "";
  return isFile ? [{ id, fileName: name, contentType: typeof contentType === "string" ? contentType : "" }] : [];
}

function isNumber(value: JsonValue | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}

function dateTimeAt(resource: JsonObject, key: string): string | undefined {
  const text = textAt(resource, [key]);
  const isWhole = text !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text);
  return isWhole && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

function textAt(value: JsonValue | undefined, path: readonly string[]): string | undefined {
  const found = valueAt(value, path);
  return typeof found === "string" && found.trim() !== "" ? found : undefined;
}
