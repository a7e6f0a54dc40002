import type { JsonValue } from "../../document/jsonValue.ts";
import type { Path } from "../../document/node.ts";
import { type DerivedField, type Facts, textOf } from "../derivedField.ts";
import { isUuid } from "../text/uuid.ts";
import { hostOf, isWebAddress } from "../text/webAddress.ts";

// What an article repeats of its source, its work package and its file.

export const brand: DerivedField = {
  path: ["link", "brand"],
  inputs: ["link.href"],
  explanation: "The host of `link.href` without `www.`.",
  derive(facts) {
    const [host, copy] = [brandAt(facts, ["link", "href"]), brandAt(facts, ["openProjectCustomFields", "cleanUrl"])];
    // Where the address and its copy lead to different sites, nobody knows the brand before one of them is mended.
    return host === undefined || copy === undefined || host === copy ? (host ?? copy) : undefined;
  },
  accepts: isSameHost,
};

export const mdName: DerivedField = {
  path: ["mdName"],
  inputs: [],
  explanation: "The file's name without `.md`, a UUID.",
  derive: ({ stem }) => (isUuid(stem) ? stem : undefined),
};

export const workPackage: DerivedField = {
  path: ["featuredImage", "workPackage"],
  inputs: ["id"],
  mustStand: true,
  explanation: "The article's `id`.",
  derive: (facts) => workPackageIn(facts.value(["id"])),
  restore: workPackageIn,
};

export const href = copied(["link", "href"], ["openProjectCustomFields", "cleanUrl"]);
export const cleanUrl = copied(["openProjectCustomFields", "cleanUrl"], ["link", "href"]);
export const original = copied(["link", "original"], ["openProjectCustomFields", "sourceUrl"]);
export const sourceUrl = copied(["openProjectCustomFields", "sourceUrl"], ["link", "original"]);

/** A key that holds the same address as another; each follows from the other, as long as that is an address. */
function copied(path: readonly string[], from: readonly string[]): DerivedField {
  return {
    path,
    inputs: [from.join(".")],
    ownRule: true,
    explanation: `The same address as \`${from.join(".")}\`.`,
    derive(facts) {
      const address = textOf(facts, from);
      return address !== undefined && isWebAddress(address) ? address : undefined;
    },
  };
}

function workPackageIn(value: JsonValue | undefined): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** The brand that an address leads to: its host without `www.` and without the dot that may end it. */
function brandAt(facts: Facts, path: Path): string | undefined {
  const host = hostOf(textOf(facts, path) ?? "");
  // What stands behind `www.` is a host of its own only where it has a dot itself.
  return host?.startsWith("[") ? undefined : host?.replace(/\.$/, "").replace(/^www\.(?=.*\.)/, "");
}

/** A host in letters beyond ASCII may be written in them or in their ASCII form (`xn--`, RFC 3490). */
function isSameHost(actual: JsonValue, expected: JsonValue): boolean {
  if (typeof actual !== "string" || typeof expected !== "string") return false;
  const [here, there] = [actual.toLowerCase().split("."), expected.split(".")];
  return (
    here.length === there.length &&
    here.some((label, index) => label !== there[index]) &&
    here.every((label, index) => {
      const other = there[index] ?? "";
      return (
        label === other ||
        (isBeyondAscii(label) && other.startsWith("xn--")) ||
        (isBeyondAscii(other) && label.startsWith("xn--"))
      );
    })
  );
}

function isBeyondAscii(label: string): boolean {
  return /[^\0-\x7F]/.test(label);
}
