import type { WorkflowTest, WorkflowTestValues } from '@guanxi/metadata';
import type { Trial } from '../trace/insight-types.js';

interface KeptWith {
  readonly title: string;
  readonly at: string | null;
  readonly inputs: Readonly<Record<string, unknown>>;
}

const reference = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A test that expects again what a test run came to. What points to other records is left out: they need not be there for ever. */
export function keepAsTest({ record, related, holds, steps }: Trial, { title, at, inputs }: KeptWith): WorkflowTest {
  const runs = holds !== false;
  const ways = Object.fromEntries(steps.flatMap(({ id, way }) => (way === null || way === 'error' ? [] : [[id, way]])));
  const values = Object.fromEntries(steps.flatMap(({ id, input, status }) => {
    const set = lasting((input as { readonly values?: Readonly<Record<string, unknown>> } | null)?.values ?? {});
    return status === 'done' && Object.keys(set).length > 0 ? [[id, set]] : [];
  }));
  const given = lasting(inputs);
  return {
    title,
    record: lasting(record),
    ...(related && { related }),
    ...(at !== null && { at }),
    ...(Object.keys(given).length > 0 && { inputs: given }),
    expect: { runs, ...(runs && steps.some(({ action }) => action === 'refuse') && { refused: true }), ...(runs && Object.keys(ways).length > 0 && { ways }), ...(runs && Object.keys(values).length > 0 && { values }) },
  };
}

function lasting(values: Readonly<Record<string, unknown>>): WorkflowTestValues {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string | number | boolean] =>
    ['string', 'number', 'boolean'].includes(typeof entry[1]) && !reference.test(String(entry[1]))));
}
