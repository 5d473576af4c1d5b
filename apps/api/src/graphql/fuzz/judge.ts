import type { RawAnswer } from './send-raw.js';

/** What nobody outside should read: SQL, names of tables, places in our sources. */
const LEAKS = [/\borg_[0-9a-f]{12}\b/, /\b(?:relation|column|constraint|schema) "/, /\bpg_[a-z]+/, /\bSQLSTATE\b/i, /syntax error at or near/i, /\bat [^\n]*\.(?:js|ts):\d+/, /node_modules/, /\bselect\b[^\n]{1,200}\bfrom\b[^\n]*"/i, /(?:TypeError|RangeError|ReferenceError|SyntaxError):/, /Cannot read properties/, /violates [a-z-]+ constraint/, /invalid input syntax/];

interface Errors {
  readonly errors?: readonly { readonly message?: unknown; readonly extensions?: { readonly code?: unknown } }[];
  readonly code?: unknown;
  readonly message?: unknown;
}

/** What is wrong with an answer to an attack; undefined when it is as it should be. `echo`: what was sent, which may come back. */
export function findFault({ status, type, text }: RawAnswer, echo: string): string | undefined {
  if (status >= 500) return `status ${status}: ${text.slice(0, 500)}`;
  const leak = LEAKS.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined && !echo.includes(found));
  if (leak !== undefined && !type.startsWith('text/')) return `leaks ${JSON.stringify(leak)}: ${text.slice(0, 500)}`;
  // Node itself refuses too many headers; an answer to HEAD has no body.
  if (!type.includes('json') || status === 431 || text === '') return undefined;
  let answer: Errors;
  try {
    answer = JSON.parse(text) as Errors;
  } catch {
    return `no JSON: ${text.slice(0, 300)}`;
  }
  // Fastify tells an address or a header that it could not read in a form of its own.
  const codes = answer.errors ? answer.errors.map(({ extensions }) => extensions?.code) : status >= 400 && status !== 404 ? [answer.code] : [];
  const untyped = codes.find((code) => typeof code !== 'string' || code === 'INTERNAL');
  if (codes.length > 0 && (untyped !== undefined || codes.includes(undefined))) return `an error without a code, or INTERNAL: ${text.slice(0, 500)}`;
  return undefined;
}
