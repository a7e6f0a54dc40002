import { isJsonObject, type JsonValue, listIn } from "../document/jsonValue.ts";
import type { Kind } from "../model/archetype.ts";
import type { Schema, SchemaError, Validate } from "../model/schema.ts";
import { rules } from "../rules/index.ts";
import type { Checked } from "../workspace/dataFile.ts";
import type { SiteFileKind, SiteFileKinds } from "../workspace/siteFile.ts";
import { pageOf } from "./ruleText.ts";

/**
 * What each of a site's own files must hold.
 *
 * @param schemas those of the files, compiled
 */
export function siteFileKinds(schemas: { readonly [FileKind in SiteFileKind]: Checked }): SiteFileKinds {
  const { schema, validate } = schemas.siteConfig;
  return {
    siteConfig: toKind("the configuration of a site", {
      schema: withRuleIds(schema),
      validate: knowingRules(validate),
    }),
    communities: toKind("a list of communities", schemas.communities),
    topics: toKind("a list of topics", schemas.topics),
  };
}

function toKind(noun: string, checked: Checked): Kind {
  return { name: noun, noun, ...checked, derivedFields: [] };
}

/** The schema with a property for each rule wherever severities of rules are set, so that they complete and explain. */
function withRuleIds(schema: Schema): Schema {
  const properties = Object.entries(schema.properties ?? {}).map(([key, property]): [string, Schema] => {
    if (key !== "rules")
      return [key, property.items === undefined ? property : { ...property, items: withRuleIds(property.items) }];
    const severity = typeof property.additionalProperties === "object" ? property.additionalProperties : {};
    const own = rules.map((rule): [string, Schema] => {
      const description = `${rule.summary} Without this: ${rule.severity}. [About this rule](${pageOf(rule)})`;
      return [rule.id, { ...severity, title: rule.id, description }];
    });
    return [key, { ...property, "x-keyNoun": "rule", properties: Object.fromEntries(own) }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** The validator, for which a rule that does not exist is a key that does not. */
function knowingRules(validate: Validate): Validate {
  const ids = new Set(rules.map(({ id }) => id));
  const check: Validate = (value) => {
    const errors: SchemaError[] = validate(value) ? [] : [...(validate.errors ?? [])];
    for (const [pointer, settings] of ruleSettings(value as JsonValue)) {
      for (const id of Object.keys(settings)) {
        if (ids.has(id)) continue;
        const params = { additionalProperty: id };
        errors.push({ keyword: "additionalProperties", instancePath: pointer, schemaPath: "", params });
      }
    }
    check.errors = errors;
    return errors.length === 0;
  };
  return check;
}

/** The mappings from rules to severities, by JSON Pointer. */
function* ruleSettings(config: JsonValue): Generator<[string, { readonly [id: string]: JsonValue }]> {
  if (!isJsonObject(config)) return;
  if (isJsonObject(config.rules)) yield ["/rules", config.rules];
  for (const [index, override] of listIn(config.overrides).entries()) {
    if (isJsonObject(override) && isJsonObject(override.rules)) yield [`/overrides/${index}/rules`, override.rules];
  }
}
