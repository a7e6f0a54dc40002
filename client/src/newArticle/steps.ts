import * as vscode from "vscode";

/** What becomes of a step. */
export type Outcome = "next" | "back" | "cancelled";

/** A question of several. */
export interface Step {
  /** Whether it is asked, as the answers are by now. */
  isAsked(): boolean;
  ask(place: StepPlace): Promise<Outcome>;
}

/** Where a question stands among the others; counted from 1. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly canGoBack: boolean;
}

/** Asks questions one after the other; whoever goes back finds what they answered. True when all are answered. */
export async function askAll(title: string, steps: readonly Step[]): Promise<boolean> {
  const asked: Step[] = [];
  for (let at = 0; at < steps.length; ) {
    const step = steps[at];
    if (step?.isAsked() !== true) {
      at++;
      continue;
    }
    const later = steps.slice(at).filter((one) => one.isAsked()).length;
    const place = { title, step: asked.length + 1, totalSteps: asked.length + later, canGoBack: asked.length > 0 };
    const outcome = await step.ask(place);
    if (outcome === "cancelled") return false;
    if (outcome === "next") {
      // One that turned out to have nothing to ask is none to go back to.
      if (step.isAsked()) asked.push(step);
      at++;
    } else {
      const before = asked.pop();
      if (before !== undefined) at = steps.indexOf(before);
    }
  }
  return true;
}

/** Asks for a text. */
export async function askForText(
  place: StepPlace,
  question: {
    readonly prompt: string;
    readonly placeholder: string;
    readonly value: string;
    /** What is wrong with a text, seen at each key. */
    validate(text: string): string | undefined;
    /** Takes the text, which may take its time; says what is wrong with it. */
    take(text: string): Promise<string | undefined>;
  },
): Promise<Outcome> {
  const input = vscode.window.createInputBox();
  Object.assign(input, { ...shown(place), prompt: question.prompt, placeholder: question.placeholder });
  input.value = question.value;
  return until(input, (finish) => {
    input.onDidChangeValue((text) => {
      input.validationMessage = text === "" ? undefined : question.validate(text);
    });
    input.onDidAccept(async () => {
      const text = input.value.trim();
      input.validationMessage = question.validate(text);
      if (input.validationMessage !== undefined || input.busy) return;
      input.busy = true;
      input.enabled = false;
      const problem = await question.take(text);
      input.busy = false;
      input.enabled = true;
      if (problem === undefined) finish("next");
      else input.validationMessage = problem;
    });
  });
}

/** Asks which of several; what is chosen already stands first under the cursor. */
export async function askForOne<Item extends vscode.QuickPickItem>(
  place: StepPlace,
  question: {
    readonly placeholder: string;
    readonly items: readonly Item[];
    readonly active: Item | undefined;
    take(item: Item): Promise<Outcome>;
  },
): Promise<Outcome> {
  const pick = vscode.window.createQuickPick<Item>();
  Object.assign(pick, { ...shown(place), placeholder: question.placeholder });
  pick.matchOnDescription = true;
  pick.items = question.items;
  if (question.active !== undefined) pick.activeItems = [question.active];
  let chosen: Item | undefined;
  const outcome = await until(pick, (finish) => {
    pick.onDidAccept(() => {
      [chosen] = pick.selectedItems;
      if (chosen !== undefined) finish("next");
    });
  });
  return chosen === undefined ? outcome : question.take(chosen);
}

/** Asks which of several, any number of them. */
export async function askForMany<Item extends vscode.QuickPickItem>(
  place: StepPlace,
  question: {
    readonly placeholder: string;
    readonly items: readonly Item[];
    readonly picked: readonly Item[];
    take(items: readonly Item[]): void;
  },
): Promise<Outcome> {
  const pick = vscode.window.createQuickPick<Item>();
  Object.assign(pick, { ...shown(place), placeholder: question.placeholder, canSelectMany: true, matchOnDetail: true });
  pick.items = question.items;
  pick.selectedItems = question.picked;
  return until(pick, (finish) => {
    pick.onDidAccept(() => {
      question.take(pick.selectedItems);
      finish("next");
    });
  });
}

/** What an input shows of the place of its question. */
export function shown({ title, step, totalSteps, canGoBack }: StepPlace) {
  return {
    title,
    step,
    totalSteps,
    ignoreFocusOut: true,
    buttons: canGoBack ? [vscode.QuickInputButtons.Back] : [],
  };
}

/** Shows an input until somebody answers, goes back or leaves. */
export function until(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  listen: (finish: (outcome: Outcome) => void) => void,
): Promise<Outcome> {
  return new Promise((resolve) => {
    let outcome: Outcome = "cancelled";
    const finish = (found: Outcome): void => {
      outcome = found;
      input.hide();
    };
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) finish("back");
    });
    input.onDidHide(() => {
      input.dispose();
      resolve(outcome);
    });
    listen(finish);
    input.show();
  });
}
