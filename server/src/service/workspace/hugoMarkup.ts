import { type JsonObject, type JsonValue, objectIn } from "../document/jsonValue.ts";
import { MARKUP_DEFAULTS, type Markup, type MarkupOptions } from "../model/hugo/markup.ts";

/**
 * What configurations of Hugo say of Markdown; where several say it, the last counts.
 *
 * @param configs those of one site; `undefined` for one that cannot be read
 */
export function markupIn(configs: readonly (JsonObject | undefined)[]): Markup {
  const readable = configs.filter((config) => config !== undefined);
  const said = (path: readonly string[]): JsonValue | undefined =>
    readable
      .map((config) => settingAt(config, ["markup", "goldmark", ...path]))
      .findLast((value) => value !== undefined);
  const unsafe = said(["renderer", "unsafe"]);
  // Without a file of its own a folder may be a part of a site only, and Hugo's default would hide whole articles.
  const isUnknown = configs.length === 0 || (unsafe === undefined && readable.length < configs.length);
  const isOn = (name: Exclude<keyof MarkupOptions, "hardWraps">): boolean => {
    const value = said(["extensions", name]) ?? MARKUP_DEFAULTS[name];
    const { enable, disable } = lowerCased(value);
    return value !== false && enable !== false && disable !== true;
  };
  return {
    rawHtml: isUnknown ? "unknown" : unsafe === true ? "shown" : "omitted",
    options: {
      definitionList: isOn("definitionList"),
      footnote: isOn("footnote"),
      hardWraps: said(["renderer", "hardWraps"]) === true,
      linkify: isOn("linkify"),
      strikethrough: isOn("strikethrough"),
      table: isOn("table"),
      taskList: isOn("taskList"),
      typographer: isOn("typographer"),
    },
  };
}

/** Hugo does not tell letter cases of its own keys apart. */
function settingAt(config: JsonObject, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, key) => lowerCased(value)[key.toLowerCase()], config);
}

function lowerCased(value: JsonValue | undefined): JsonObject {
  return Object.fromEntries(Object.entries(objectIn(value)).map(([key, each]) => [key.toLowerCase(), each]));
}
