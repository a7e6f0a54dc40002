import { dataOf } from "../document/data.ts";
import type { YamlContent } from "../document/frontMatter.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import { nodeAt, type Path } from "../document/node.ts";
import type { Kind } from "./archetype.ts";
import type { ContentModel } from "./contentModel.ts";
import type { Facts } from "./derivedField.ts";
import type { Memo } from "./oncePer.ts";
import type { SchemaError } from "./schema.ts";
import type { SiteIndex } from "./siteIndex.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A text with data that a schema describes: an article with its front matter, or one of the site's own files. */
export interface StructuredDocument extends Facts {
  readonly uri: string;
  readonly text: string;
  /** The data; of a site's own file the whole of it. */
  readonly frontMatter: YamlContent | undefined;
  readonly archetype: Kind;
  readonly model: ContentModel;
  /** The topics that it may choose from. */
  readonly topics: Vocabulary | undefined;
  /** The pages of its site, as far as they are read; an article is one of them. */
  readonly index: SiteIndex;
  /**
   * What ajv says of its values. Worked out once, when a rule first asks. No getter: each object with one of its own is
   * a dictionary for V8, and rules look into a document all the time.
   */
  schemaErrors(): readonly SchemaError[];
  /** What follows from this version of it, as far as somebody asked. */
  readonly memo: Memo;
}

/** A function that says what ajv has against data, worked out when it is first called. */
export function schemaErrorsOf(content: YamlContent | undefined, { validate }: Kind): () => readonly SchemaError[] {
  let errors: readonly SchemaError[] | undefined;
  return () => {
    if (errors === undefined) {
      const isSilent = content === undefined || content.unread !== undefined || validate(content.values);
      errors = isSilent ? [] : withoutBranches(validate.errors ?? []);
    }
    return errors;
  };
}

/**
 * Where one of several schemas must hold, ajv says what each has against a value. That is left out: only that none holds
 * is sure.
 */
function withoutBranches(errors: readonly SchemaError[]): readonly SchemaError[] {
  const choices = errors.filter(({ keyword }) => keyword === "anyOf" || keyword === "oneOf");
  if (choices.length === 0) return errors;
  return errors.filter((error, index) => {
    const isBranch = choices.some(
      (choice) => errors.indexOf(choice) > index && `${error.instancePath}/`.startsWith(`${choice.instancePath}/`),
    );
    return !isBranch;
  });
}

/** Looks up what stands at a path. */
export function valueIn(content: YamlContent | undefined): (path: Path) => JsonValue | undefined {
  return (path) => {
    const node = nodeAt(content?.root, path);
    return node === undefined ? undefined : dataOf(node);
  };
}
