import { writeInput, type FormValues } from '@guanxi/forms';
import type { ObjectDescription } from '@guanxi/metadata';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { metadataRequest } from '../../api/index.js';
import type { Similar } from './SimilarRecords.js';

const pause = 400;
const question = 'query Similar($object: String!, $values: JSON!, $id: ID) { similarRecords(object: $object, values: $values, id: $id) { rule label canAllow records { id name } others } }';

/** Records that look like the one that is being typed, asked for once people stop typing in what duplicate rules compare. */
export function useSimilar(object: ObjectDescription, id?: string): { readonly similar: readonly Similar[]; readonly watch: (values: FormValues) => void } {
  const [asked, setAsked] = useState('{}');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const watch = useCallback((values: FormValues) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAsked(JSON.stringify(comparedValues(object, values))), pause);
  }, [object]);
  const { data = [] } = useQuery({
    queryKey: ['similar', object.name, id ?? null, asked], enabled: asked !== '{}', placeholderData: keepPreviousData, retry: false, staleTime: 30_000,
    queryFn: async ({ signal }) => (await metadataRequest<{ similarRecords: readonly Similar[] }>(question, { object: object.name, values: JSON.parse(asked) as unknown, id }, signal)).similarRecords,
  });
  return { similar: asked === '{}' ? [] : data, watch };
}

/** The values that rules compare, as the API takes them; empty while no rule has all of its own. */
export function comparedValues(object: Pick<ObjectDescription, 'fields' | 'duplicateRules'>, values: FormValues): Readonly<Record<string, unknown>> {
  const isGiven = (field: string) => values[field] !== null && values[field] !== undefined && values[field] !== '';
  const rules = (object.duplicateRules ?? []).filter(({ onSave, fields }) => onSave !== 'allow' && fields.every(isGiven));
  const compared = new Set(rules.flatMap(({ fields }) => fields));
  return writeInput(object, Object.fromEntries(Object.entries(values).filter(([name]) => compared.has(name))));
}
