/** Why a change is not made, in words for the author. */
export interface Refusal {
  readonly refused: string;
}

export function isRefusal(result: object): result is Refusal {
  return "refused" in result;
}
