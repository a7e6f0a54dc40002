import { composeEdits } from "../../document/composedEdits.ts";
import { parseFrontMatter } from "../../document/frontMatter.ts";
import { pairAt } from "../../document/node.ts";
import { overlaps, type Span, type TextEdit } from "../../document/span.ts";
import type { Article } from "../../model/article.ts";
import { type Diagnostic, toDiagnostic } from "../diagnostics.ts";
import { isHarmless } from "../harmless.ts";
import { type AddressChange, addressChange, aliasEdits } from "../moves/oldAddress.ts";
import type { Problem } from "../problems.ts";
import { type FieldUpdate, fieldsFrom, isIn, updatesFrom } from "./fieldUpdates.ts";

/** A change that an editor offers for what stands at a place, be it wrong or not. */
export interface Refactoring {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The problems that it ends. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether an article whose address changes gets an alias by which it is still found at the old one. */
export type AddAlias = "always" | "ask" | "never";

/**
 * Updates of all that follows from a key whose value was changed, each as one edit: offered on the key, and on what followed
 * from it and no longer does. Where only one value follows, its own fix is all there is to offer.
 *
 * @param findProblems finds those of the article; not asked where the span has nothing to do with any of them
 */
export function refactoringsAt(
  article: Article,
  findProblems: () => readonly Problem[],
  { span, addAlias }: { readonly span: Span; readonly addAlias: AddAlias },
): readonly Refactoring[] {
  const { archetype, frontMatter } = article;
  const keys = new Set(archetype.derivedFields.flatMap(({ inputs }) => inputs));
  const paths = [...[...keys].map((key) => key.split(".")), ...archetype.derivedFields.map(({ path }) => path)];
  const isNear = (path: readonly string[]) => overlaps(pairAt(frontMatter?.root, path) ?? NOWHERE, span);
  if (!paths.some(isNear)) return [];
  const problems = findProblems();
  const touched = problems.filter(({ finding }) => overlaps(finding, span));
  return [...keys].flatMap((key) => {
    const pair = pairAt(frontMatter?.root, key.split("."));
    if (pair === undefined) return [];
    const fields = fieldsFrom(article, key);
    const ended = touched.filter(({ finding }) => fields.some((field) => isIn(article, field, finding)));
    if (ended.length === 0 && !overlaps(pair, span)) return [];
    const updates = updatesFrom(article, problems, { key, fields });
    if (updates.length < 2 || !isAmong(article, updates, ended)) return [];
    const edits = updates.flatMap((update) => update.edits);
    const diagnostics = ended.map(toDiagnostic);
    return titled(article, edits, { key, addAlias }).map((action) => ({ ...action, diagnostics }));
  });
}

const NOWHERE: Span = { start: -1, end: -1 };

/** The update without an alias for the old address and that with one, as far as they are wanted. */
function titled(
  article: Article,
  edits: readonly TextEdit[],
  { key, addAlias }: { readonly key: string; readonly addAlias: AddAlias },
): readonly Omit<Refactoring, "diagnostics">[] {
  if (!isHarmless(article, edits)) return [];
  const title = `Update what follows from ${key === "title" ? "the title" : `\`${key}\``}`;
  const plain = { title, edits };
  const change = addAlias === "never" ? undefined : addressChange(article, edits);
  if (change === undefined) return [plain];
  const keeping = { title: `${title}, and keep the old address as an alias`, edits: withAlias(article, edits, change) };
  return addAlias === "always" ? [keeping] : [plain, keeping];
}

function withAlias({ archetype, frontMatter, text }: Article, edits: readonly TextEdit[], change: AddressChange) {
  const state = composeEdits(text).apply(edits);
  const root = parseFrontMatter(state.text, undefined, frontMatter?.reader)?.root;
  return state.apply(aliasEdits({ text: state.text, root, schema: archetype.schema }, change)).edits;
}

/** Whether an update ends the problems it is offered for; where it is offered on its key, there are none. */
function isAmong(article: Article, updates: readonly FieldUpdate[], ended: readonly Problem[]): boolean {
  return ended.every(({ finding }) => updates.some(({ field }) => isIn(article, field, finding)));
}
