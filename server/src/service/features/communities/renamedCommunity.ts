import { replaceScalar } from "../../document/edits.ts";
import type { TextEdit } from "../../document/span.ts";
import type { Archetype } from "../../model/archetype.ts";
import type { Community } from "../../model/community.ts";
import type { ListedCommunity } from "./communityPlaces.ts";

/** Another slug or another name. */
export type NewName = { readonly slug: string } | { readonly name: string };

/** A community with another slug or name. Its mast head and its type go along where they are what follows from these. */
export function renamedCommunity(community: Community, newName: NewName, archetypes: readonly Archetype[]): Community {
  const after = { ...community, ...newName };
  const valueAfter = (key: "mastHead" | "type"): string | undefined => {
    const source = archetypes.find(({ communityDefaults }) => communityDefaults(community)[key] === community[key]);
    return source === undefined ? community[key] : source.communityDefaults(after)[key];
  };
  return { ...after, mastHead: valueAfter("mastHead"), type: valueAfter("type") };
}

/** The edits that give a community another slug or name in the file that lists it. */
export function listEdits(
  { file, ...listed }: ListedCommunity,
  newName: NewName,
  archetypes: readonly Archetype[],
): readonly TextEdit[] {
  const { slug, name, mastHead, type } = listed;
  const before = { slug: slug.text, name: name?.text, mastHead: mastHead?.text, type: type?.text };
  const after = renamedCommunity(before, newName, archetypes);
  return (["slug", "name", "mastHead", "type"] as const).flatMap((key) => {
    const [node, text] = [listed[key], after[key]];
    return node === undefined || text === undefined || text === node.text ? [] : replaceScalar(file.text, node, text);
  });
}
