import { parseSync } from "oxc-parser";

/** A node of a syntax tree, as ESTree has it. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [property: string]: unknown;
}

/** What VS Code shows of an object, by the names of its properties. */
const SHOWN = new Set([
  ...["title", "label", "description", "detail", "tooltip", "prompt", "placeHolder", "placeholder", "message", "text"],
  ...["openLabel", "saveLabel", "ariaLabel", "name"],
]);

/** What shows its arguments. */
const SHOWS = /^(?:show(?:Information|Warning|Error)Message|showQuickPick|setStatusBarMessage|createStatusBarItem)$/;

/** What is not for readers: those who look into a log read English. */
const UNREAD = /^(?:error|warn|info|debug|trace|log|append|appendLine)$/;

/** Two words, one behind the other. */
const PROSE = /\p{L}{2}[,;:.…]? \p{L}/u;

/**
 * The texts in a source that people would read in English whatever their language is, with their lines: prose, and words where
 * VS Code shows what it is given.
 */
export function rawTexts(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const note = ({ start }: Node, text: string): void => {
    found.push(`${file}:${source.slice(0, start).split("\n").length}: ${text}`);
  };
  const look = (node: Node, isShown: "shown" | "anywhere"): void => {
    if (isTranslated(node) || isUnread(node) || node.type.startsWith("TS")) return;
    const text = withoutNames(textOf(node) ?? "");
    if (PROSE.test(text) || (isShown === "shown" && /\p{L}/u.test(text))) note(node, text);
    for (const [name, child] of Object.entries(node)) {
      for (const one of [child].flat()) {
        if (isNode(one) && !isName(node, name)) look(one, shownIn(node, name, one) ? "shown" : passedOn(node, isShown));
      }
    }
  };
  const { program } = parseSync(file, source);
  look(program as unknown as Node, "anywhere");
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function textOf({ type, value }: Node): string | undefined {
  if (type === "Literal" && typeof value === "string") return value;
  return type === "TemplateElement" ? (value as { readonly cooked: string }).cooked : undefined;
}

/** An icon, a tag or an address says the same in all languages, and so does the name of the product. */
function withoutNames(text: string): string {
  return text.replace(/\$\([\w-]+\)|https?:\S*|Curated Content|^[^<>]*>|<[^<>]*(?:>|$)/g, "");
}

/** What says where something comes from, or what it is called in code: alone, or with others in a list of words. */
function isName(node: Node, property: string): boolean {
  if (node.type === "Property")
    return nameOf(node.key) === "className" || (property === "key" && node.computed !== true);
  return node.type === "ImportDeclaration" || (node.type === "MemberExpression" && nameOf(node) === "split");
}

function shownIn(node: Node, property: string, child: Node): boolean {
  if (node.type === "Property") return property === "value" && SHOWN.has(nameOf(node.key));
  if (node.type === "AssignmentExpression") return property === "right" && SHOWN.has(nameOf(node.left));
  return (
    node.type === "CallExpression" &&
    property === "arguments" &&
    SHOWS.test(nameOf(node.callee)) &&
    child.type !== "ObjectExpression"
  );
}

/** What is chosen among, or put together, is shown where the whole is; what is compared or called is not. */
function passedOn({ type }: Node, isShown: "shown" | "anywhere"): "shown" | "anywhere" {
  return /^(?:ConditionalExpression|TemplateLiteral|LogicalExpression)$/.test(type) ? isShown : "anywhere";
}

function isTranslated({ type, callee }: Node): boolean {
  return type === "CallExpression" && isNode(callee) && nameOf(callee) === "t" && nameOf(callee.object) === "l10n";
}

function isUnread({ type, callee }: Node): boolean {
  if (type === "NewExpression") return nameOf(callee) === "Error";
  return (
    type === "CallExpression" && isNode(callee) && callee.type === "MemberExpression" && UNREAD.test(nameOf(callee))
  );
}

/** The last name in `a.b.c`. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  if (node.type === "MemberExpression") return nameOf(node.property);
  return typeof node.name === "string" ? node.name : "";
}
