import { jsonFaultIn } from "../../../document/faults/jsonFault.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../document/jsonValue.ts";
import {
  createConceptList,
  oneLineOf,
  type ReadConcepts,
  type ReadingFault,
  schemeNameOf,
  unreadable,
} from "./concept.ts";

/**
 * Reads a saved answer to the GraphQL query `getClassHierarchy { label classname parentclassname parentclasslabel }`: the
 * label of a class is a topic, that of its parent the scheme. The answer may stand under `data` (GraphQL, 7.1), or the list
 * of classes alone.
 *
 * @param text JSON
 */
export function readClassHierarchy(text: string): ReadConcepts {
  const content = text.startsWith("\uFEFF") ? 1 : 0;
  const fault = jsonFaultIn(text, { start: content, end: text.length });
  if (fault !== undefined) return unreadable({ ...placeOf(text, fault.start), message: "Here it stops being JSON." });
  const answer: JsonValue = JSON.parse(text.slice(content));
  const classes = classesIn(answer);
  if (classes === undefined) return unreadable({ message: refusalIn(answer) ?? NO_LIST });
  const list = createConceptList();
  for (const [index, item] of classes.entries()) {
    const name = `Item ${index + 1} of the list`;
    if (!isJsonObject(item)) {
      list.leaveOut({ message: `${name} is no class.` });
      continue;
    }
    const [label, parent] = [textIn(item, "label"), textIn(item, "parentclasslabel")];
    if (label === "") list.leaveOut({ message: `${name} has no \`label\`.` });
    // The class that was asked for has no parent: it is a scheme.
    if (label === "" || parent === "") continue;
    list.add({ scheme: schemeNameOf(parent), label, altLabels: [] });
  }
  return list.finished();
}

const NO_LIST = "There is no list of classes: neither `data.getClassHierarchy` nor the whole is one.";

/** The line and the column of an offset, both from 1. */
function placeOf(text: string, offset: number): Required<Pick<ReadingFault, "line" | "column">> {
  const before = text.slice(text.startsWith("\uFEFF") ? 1 : 0, offset);
  const lines = before.split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function classesIn(answer: JsonValue): readonly JsonValue[] | undefined {
  if (isList(answer)) return answer;
  if (!isJsonObject(answer)) return undefined;
  const data = answer.data ?? answer;
  if (isList(data)) return data;
  if (!isJsonObject(data)) return undefined;
  const named = data.getClassHierarchy;
  // A query may have given its field another name.
  return named !== undefined && isList(named) ? named : Object.values(data).find(isListOfClasses);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isListOfClasses(value: JsonValue): value is readonly JsonValue[] {
  return isList(value) && value.length > 0 && value.every((item) => isJsonObject(item) && "label" in item);
}

/** What a service that could not answer said instead. */
function refusalIn(answer: JsonValue): string | undefined {
  const errors = isJsonObject(answer) ? answer.errors : undefined;
  const first = errors !== undefined && isList(errors) ? errors[0] : undefined;
  const message = first !== undefined && isJsonObject(first) ? first.message : undefined;
  return typeof message === "string" ? `The service had no answer: ${oneLineOf(message)}` : undefined;
}

function textIn(object: JsonObject, key: string): string {
  const value = object[key];
  return typeof value === "string" ? oneLineOf(value) : "";
}
