import type { WorkflowInput } from '@guanxi/metadata';
import { readInputs } from '../definition/inputs.js';
import { readFormula } from '../expressions/read-formula.js';
import type { CallAnswer, CallToSend, EvaluatedValues, RunValues, StepNote } from '../ports.js';
import type { Action, ActionContext } from './action.js';
import { checkHeaders, headersSchema, isHeaderValue, secretHeadersSchema } from './call-headers.js';
import { checkNamedFormulas, namedFormulasSchema } from './named-formulas.js';
import { checkReadValues, leftByReading, readValuesSchema } from './read-values.js';
import { skipped } from './skipped.js';

interface Input {
  readonly url: string;
  readonly send?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly secretHeaders?: readonly string[];
  readonly wait?: boolean;
  readonly statusAs?: string;
  readonly keep?: readonly WorkflowInput[];
}

const NAME = /^[A-Za-z]\w{0,63}$/;

export const callOut: Action = {
  name: 'callOut',
  title: 'Call another system',
  description: 'Sends a signed message to an address outside. It is sent once the step is committed and tried again until it is taken, always under the same id.',
  inputSchema: {
    type: 'object',
    properties: {
      url: { type: 'string', title: 'Address', description: 'A formula that answers an https address.', format: 'formula' },
      send: namedFormulasSchema,
      headers: headersSchema,
      secretHeaders: secretHeadersSchema,
      wait: { type: 'boolean', format: 'yes-no', title: 'Wait for the answer', description: 'The steps that follow come when the answer is there; the way for errors is gone when the last attempt has failed.' },
      statusAs: { type: 'string', title: 'Keep the status as', description: 'The name under which later formulas find the HTTP status.', pattern: '^[A-Za-z][A-Za-z0-9_]*$', maxLength: 64, leaves: 'number' },
      keep: readValuesSchema,
    },
    required: ['url'],
    additionalProperties: false,
  },

  leaves({ wait, statusAs, keep }) {
    if (wait !== true) return {};
    return { ...leftByReading(keep), ...(typeof statusAs === 'string' && NAME.test(statusAs) && { [statusAs]: 'number' as const }) };
  },

  check(input, context) {
    const { wait, statusAs, keep } = input;
    const unheard = wait !== true && (statusAs !== undefined || (Array.isArray(keep) && keep.length > 0));
    return [
      ...checkAddress(input['url'], context),
      ...checkNamedFormulas(input['send'], 'send', context),
      ...checkHeaders(input['headers'], input['secretHeaders'], context),
      ...checkReadValues(keep, 'keep'),
      ...(statusAs === undefined || (typeof statusAs === 'string' && NAME.test(statusAs)) ? [] : [{ path: '/statusAs', code: 'value.name', message: 'The value needs a name of letters and digits, which begins with a letter.' }]),
      ...(unheard ? [{ path: '/wait', code: 'call.unheard', message: 'The step keeps values of an answer that it does not wait for.', hint: 'Let it wait for the answer, or keep nothing of it.' }] : []),
    ];
  },

  async run({ input, object, runs }, ports) {
    const { url, send: values = {}, headers = {}, secretHeaders = [], wait = false } = input as unknown as Input;
    const found = await ports.evaluate(object.name, { ...prefixed('v_', values), ...prefixed('h_', headers), url }, runs);
    const calls: CallToSend[] = [];
    const others: StepNote[] = [];
    for (const { runId, recordId } of runs) {
      const evaluated = found.get(runId);
      if (!evaluated) continue;
      const told = Object.fromEntries(Object.keys(values).map((name) => [name, evaluated[`v_${name}`] ?? null]));
      const along = readHeaders(headers, evaluated);
      const unsendable = Object.keys(along).find((name) => !isHeaderValue(along[name] ?? ''));
      const address = String(evaluated['url'] ?? '').trim();
      if (address === '') others.push({ runId, input: { url: null, values: told }, output: { skipped: 'There is no address to call: it is blank.' } });
      else if (unsendable !== undefined) others.push({ runId, input: { url: address, values: told }, output: null, way: { to: 'fail', error: `The header “${unsendable}” may hold visible ASCII characters and blanks only, at most 2,000.` } });
      else calls.push({ runId, object: object.name, recordId, url: address, values: told, headers: along, secretHeaders, waits: wait });
    }
    await ports.sendCalls(calls);
    const notes = calls.map(({ runId, url: address, values: told, headers: along }): StepNote => ({
      runId, input: { url: address, values: told, ...(Object.keys(along).length > 0 && { headers: along }) }, output: { called: address }, ...(wait && { way: { to: 'rest', until: null } }),
    }));
    return { ok: true, notes: [...notes, ...others, ...skipped(runs, [...notes, ...others])] };
  },

  async resume({ input, runs }, ports) {
    const answers = await ports.readCallAnswers(runs.map(({ runId }) => runId));
    return { ok: true, notes: runs.map(({ runId }) => goOn(input as unknown as Input, runId, answers.get(runId))) };
  },
};

function prefixed(prefix: string, formulas: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(formulas).map(([name, formula]) => [`${prefix}${name}`, formula]));
}

/** Those that are not blank. */
function readHeaders(headers: Readonly<Record<string, string>>, evaluated: EvaluatedValues): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(headers).map((name) => [name, String(evaluated[`h_${name}`] ?? '').trim()]).filter(([, text]) => text !== ''));
}

function goOn({ statusAs, keep = [] }: Input, runId: string, answer: CallAnswer | undefined): StepNote {
  const { ok = false, status = null, response = null, attempts = 0, error = 'Nobody knows what became of the call.' } = answer ?? {};
  const facts = { status, attempts };
  const leaves: RunValues = statusAs === undefined ? {} : { [statusAs]: status === null ? null : String(status) };
  if (!ok) return { runId, input: null, output: { ...facts, answer: response }, way: { to: 'fail', error: error ?? `The call was answered with ${String(status)}.` }, leaves };
  const read = keep.length === 0 ? { ok: true as const, value: {} } : readInputs(keep, parse(response), { pointers: true });
  if (read.ok) return { runId, input: null, output: { ...facts, kept: read.value }, leaves: { ...leaves, ...read.value } };
  const problems = read.problems.map(({ message }) => message).join(' ');
  return { runId, input: null, output: { ...facts, answer: response }, way: { to: 'fail', error: `The answer does not hold what it should: ${problems}` }, leaves };
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

function checkAddress(url: unknown, context: ActionContext) {
  const path = '/url';
  if (typeof url !== 'string' || url.trim() === '') return [{ path, code: 'formula.missing', message: 'The step does not say which address it calls.', hint: 'Write a formula such as "https://example.com/orders".' }];
  const read = readFormula(url, context);
  if (!read.ok) return read.problems.map((problem) => ({ ...problem, path }));
  return read.value.type === 'text' ? [] : [{ path, code: 'call.type', message: `“${url}” answers no address, but a ${read.value.type}.` }];
}
