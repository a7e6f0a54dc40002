/** The part of `node:assert/strict` that the suite uses, for the web worker, where Node's is missing. */
function fail(message: string | undefined, fallback: string): never {
  throw new Error(message ?? fallback);
}

function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message, "The value is not truthy.");
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) {
    fail(message, `Expected ${JSON.stringify(expected)}, but got ${JSON.stringify(actual)}.`);
  }
}

function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  equal(JSON.stringify(actual), JSON.stringify(expected), message);
}

function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) fail(message, `Expected ${pattern}, but got ${JSON.stringify(text)}.`);
}

export default { deepEqual, equal, match, ok };
