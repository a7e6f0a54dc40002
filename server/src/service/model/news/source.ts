import { type DerivedField, textOf } from "../derivedField.ts";

// What an article repeats of its source, its work package and its file.

export const brand: DerivedField = {
  path: ["link", "brand"],
  inputs: ["link.href"],
  explanation: "The host of `link.href` without `www.`.",
  derive(facts) {
    const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(textOf(facts, ["link", "href"]) ?? "")?.[1];
    return host?.toLowerCase().replace(/^www\./, "");
  },
};

export const mdName: DerivedField = {
  path: ["mdName"],
  inputs: [],
  explanation: "The file's name without `.md`, a UUID.",
  derive: ({ stem }) => (UUID.test(stem) ? stem : undefined),
};

export const workPackage: DerivedField = {
  path: ["featuredImage", "workPackage"],
  inputs: ["id"],
  explanation: "The article's `id`.",
  derive(facts) {
    const id = facts.value(["id"]);
    return typeof id === "number" && Number.isInteger(id) && id > 0 ? id : undefined;
  },
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
