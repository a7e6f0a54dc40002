// How much is measured.

/**
 * @typedef {object} Amount
 * @property {number} repetitions
 * @property {number} coldStarts in each repetition
 * @property {{ readonly warmUps: number, readonly rounds: number }} edits
 * @property {{ readonly warmUps: number, readonly rounds: number }} requests of each kind
 * @property {number} bursts
 */

/** @typedef {(measure: string, value: number) => void} Recorder takes one value of a measure of `measures.mjs` */

/** @type {Amount} */
export const fullAmount = {
  repetitions: 3,
  coldStarts: 10,
  edits: { warmUps: 20, rounds: 200 },
  // The first hundred take two to four times as long, because V8 compiles beside them.
  requests: { warmUps: 100, rounds: 200 },
  bursts: 4,
};

/** @type {Amount} */
export const quickAmount = {
  repetitions: 1,
  coldStarts: 3,
  edits: { warmUps: 10, rounds: 40 },
  requests: { warmUps: 40, rounds: 40 },
  bursts: 2,
};
