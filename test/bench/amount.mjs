// How much is measured.

/** @typedef {typeof fullAmount} Amount */
/** @typedef {(measure: string, value: number) => void} Recorder takes one value of a measure of `measures.mjs` */

export const fullAmount = { repetitions: 3, coldStarts: 10, warmUps: 20, edits: 200, requests: 100, bursts: 3 };

/** @type {Amount} */
export const quickAmount = { repetitions: 1, coldStarts: 3, warmUps: 10, edits: 30, requests: 30, bursts: 1 };
