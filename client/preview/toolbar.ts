import { create, type IconName, icon } from "./dom.ts";
import type { Words } from "./messages.ts";

export type Tab = "page" | "list" | "search" | "social";
export type Scheme = "editor" | "light" | "dark";
export type Width = "wide" | "narrow";

/** What a reader chooses to look at. */
export interface View {
  readonly tab: Tab;
  readonly scheme: Scheme;
  readonly width: Width;
}

export interface Toolbar {
  readonly element: HTMLElement;
  show(view: View): void;
}

interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly icon?: IconName;
}

/**
 * The tabs and switches above the page. They are in a tree of their own, so that a site's style sheet does not reach them.
 *
 * @param styles the address of the page's own style sheet
 * @param choose is told what somebody chose
 */
export function createToolbar(words: Words, styles: string, choose: (view: Partial<View>) => void): Toolbar {
  const element = create("div", { id: "curated-content-toolbar" });
  const root = element.attachShadow({ mode: "open" });
  const tabs = group<Tab>(
    { kind: "tab", label: words.views },
    [
      { value: "page", name: words.page },
      { value: "list", name: words.listCard },
      { value: "search", name: words.searchResult },
      { value: "social", name: words.socialCard },
    ],
    (tab) => choose({ tab }),
  );
  const schemes = group<Scheme>(
    { kind: "radio", label: words.colours },
    [
      { value: "editor", name: words.asEditor, icon: "editor" },
      { value: "light", name: words.light, icon: "light" },
      { value: "dark", name: words.dark, icon: "dark" },
    ],
    (scheme) => choose({ scheme }),
  );
  const widths = group<Width>(
    { kind: "radio", label: words.width },
    [
      { value: "wide", name: words.wide, icon: "wide" },
      { value: "narrow", name: words.narrow, icon: "narrow" },
    ],
    (width) => choose({ width }),
  );
  const switches = create("div", { className: "switches" }, schemes.element, widths.element);
  const bar = create("div", { className: "toolbar" }, tabs.element, switches);
  root.append(create("link", { rel: "stylesheet", href: styles }), bar);
  return {
    element,
    show({ tab, scheme, width }) {
      tabs.select(tab);
      schemes.select(scheme);
      widths.select(width);
    },
  };
}

/** Some buttons of which one is on; arrow keys go from one to the next. */
function group<Value extends string>(
  { kind, label }: { readonly kind: "tab" | "radio"; readonly label: string },
  choices: readonly Choice<Value>[],
  choose: (value: Value) => void,
): { readonly element: HTMLElement; select(value: Value): void } {
  const buttons = choices.map((choice) => {
    const content = choice.icon === undefined ? choice.name : icon(choice.icon);
    const button = create(
      "button",
      { type: "button", role: kind, title: choice.name, ariaLabel: choice.name },
      content,
    );
    button.dataset.value = choice.value;
    button.addEventListener("click", () => choose(choice.value));
    return button;
  });
  const element = create(
    "div",
    { className: `${kind}s`, role: kind === "tab" ? "tablist" : "radiogroup", ariaLabel: label },
    ...buttons,
  );
  element.addEventListener("keydown", ({ key }) => {
    const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    const at = buttons.findIndex((button) => button.matches(":focus"));
    const next = step === 0 || at === -1 ? undefined : buttons[(at + step + buttons.length) % buttons.length];
    next?.focus();
    next?.click();
  });
  return {
    element,
    select(value) {
      for (const [index, button] of buttons.entries()) {
        const isOn = choices[index]?.value === value;
        if (kind === "tab") button.ariaSelected = String(isOn);
        else button.ariaChecked = String(isOn);
        button.tabIndex = isOn ? 0 : -1;
      }
    },
  };
}
