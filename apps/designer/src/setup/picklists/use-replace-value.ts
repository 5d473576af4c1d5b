import { graphqlNames, type ObjectDescription } from '@guanxi/metadata';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { recordsRequest } from '../../api/index.js';
import { documentsKey } from '../documents/setup-queries.js';

interface Replacement {
  readonly object: Pick<ObjectDescription, 'name' | 'singular' | 'plural'>;
  readonly field: string;
  readonly isList: boolean;
  readonly from: string;
  readonly to: string;
}

const atOnce = 50;

/** Changes record by record, as a person would, so that rules, workflows and history see each change. */
export function useReplaceValue() {
  const client = useQueryClient();
  const [done, setDone] = useState(0);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  /** How many records were changed; null where one was refused, which `error` then tells. */
  const replace = async (replacement: Replacement): Promise<number | null> => {
    setPending(true);
    setError(null);
    setDone(0);
    let count = 0;
    try {
      for (;;) {
        const found = await findHolders(replacement);
        if (found.length === 0) return count;
        await changeHolders(replacement, found);
        count += found.length;
        setDone(count);
      }
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
      return null;
    } finally {
      setPending(false);
      void client.invalidateQueries({ queryKey: [...documentsKey, 'picklist-usage', replacement.object.name, replacement.field] });
    }
  };
  return { replace, done, isPending, error };
}

interface Holder { readonly id: string; readonly value: string | readonly string[] }

async function findHolders({ object, field, isList, from }: Replacement): Promise<readonly Holder[]> {
  const names = graphqlNames(object);
  const { page } = await recordsRequest<{ page: { nodes: readonly Holder[] } }>(
    `query ($where: ${names.where}) { page: ${names.many}(where: $where, first: ${atOnce}) { nodes { id value: ${field} } } }`, { where: { [field]: isList ? { includes: [from] } : { eq: from } } });
  return page.nodes;
}

async function changeHolders({ object, field, from, to }: Replacement, holders: readonly Holder[]): Promise<void> {
  const names = graphqlNames(object);
  const head = holders.map((_, index) => `$id${index}: ID!, $data${index}: ${names.updateInput}!`).join(', ');
  const steps = holders.map((_, index) => `r${index}: ${names.update}(id: $id${index}, data: $data${index}) { id }`).join(' ');
  const changed = (value: Holder['value']) => (typeof value === 'string' ? to : [...new Set(value.map((one) => (one === from ? to : one)))]);
  await recordsRequest(`mutation Replace(${head}) { ${steps} }`,
    Object.fromEntries(holders.flatMap(({ id, value }, index) => [[`id${index}`, id], [`data${index}`, { [field]: changed(value) }]])));
}
