import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { recordsRequest, useWorkspaceQuery } from '../../api/index.js';
import { Avatar } from '../display/Avatar.js';
import { ObjectGlyph } from '../display/ObjectGlyph.js';
import { ComboBox } from './ComboBox.js';
import type { FieldProps } from './Field.js';

export interface RecordFieldProps extends FieldProps {
  /** API name of the object that is referred to; `User` for people. */
  readonly object: string;
  /** Id of the record or null. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
  /** Name of the record that `value` stands for, as far as it is known. */
  readonly displayName?: string | null;
  /** Told of each record that is chosen, before `onChange`. */
  readonly onFind?: (record: FoundRecord) => void;
}

export interface FoundRecord { readonly id: string; readonly name: string }

const shownCount = 20;
const searchPause = 150;

/** Finds a record by a piece of its name. */
export function RecordField({ object, displayName, onFind, ...field }: RecordFieldProps) {
  const [text, setText] = useState('');
  const typed = useSettled(text);
  const { data: workspace } = useWorkspaceQuery();
  const target = workspace?.objects.find(({ name }) => name === object);
  const { plural = 'users', nameField = 'name' } = target ?? {};
  const { data: found = [], isFetching } = useQuery({
    queryKey: ['record-search', object, typed], enabled: typed !== null && (target !== undefined || object === 'User'), placeholderData: keepPreviousData,
    queryFn: ({ signal }) => findRecords({ plural, nameField, text: typed ?? '' }, signal),
  });
  const [chosenName, setChosenName] = useState<string | null>(null);
  return (
    <ComboBox {...field} valueLabel={chosenName ?? displayName ?? null} onSearch={setText} isLoading={isFetching}
      onChange={(id) => {
        const record = found.find((candidate) => candidate.id === id);
        setChosenName(record?.name ?? null);
        if (record) onFind?.(record);
        field.onChange(id);
      }}
      choices={found.map(({ id, name }) => ({
        value: id, label: name,
        glyph: object === 'User' ? <Avatar name={name} size="small" /> : <ObjectGlyph icon={target?.icon} hue={target?.color} name={object} size="small" />,
      }))} />
  );
}

async function findRecords({ plural, nameField, text }: { readonly plural: string; readonly nameField: string; readonly text: string }, signal: AbortSignal): Promise<readonly FoundRecord[]> {
  // The names of the object and of its name field come from the org's own model; what people type goes as a variable.
  const where = text === '' ? '' : `where: { ${nameField}: { contains: $text } }, `;
  const query = `query Find${text === '' ? '' : '($text: String!)'} { found: ${plural}(${where}first: ${shownCount}) { nodes { id name: ${nameField} } } }`;
  const { found } = await recordsRequest<{ found: { nodes: readonly { id: string; name: string | null }[] } }>(query, text === '' ? {} : { text }, signal);
  return found.nodes.map(({ id, name }) => ({ id, name: name ?? id }));
}

/** The text once people stop typing; null until the field was used. */
function useSettled(text: string): string | null {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), searchPause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
