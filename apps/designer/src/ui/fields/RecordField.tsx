import type { RecordFilter } from '@guanxi/field-types/widgets';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordsRequest, useWorkspaceQuery } from '../../api/index.js';
import { Avatar } from '../display/Avatar.js';
import { ObjectGlyph } from '../display/ObjectGlyph.js';
import { ComboBox } from './ComboBox.js';
import type { FieldProps } from './Field.js';
import { RecordCreationContext } from './record-creation.js';
import { findRecords, type FoundPage, type FoundRecord } from './find-records.js';

export interface RecordFieldProps extends FieldProps {
  /** API name of the object that is referred to; `User` for people. */
  readonly object: string;
  /** Id of the record or null. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
  /** Name of the record that `value` stands for, as far as it is known. */
  readonly displayName?: string | null;
  /** Only records that fit are offered. */
  readonly filter?: RecordFilter;
  /** Its list is open from the start, searched by this text. */
  readonly startsOpen?: boolean;
  readonly startText?: string;
  /** Told of each record that is chosen, before `onChange`. */
  readonly onFind?: (record: FoundRecord) => void;
}

const searchPause = 150;

/** Finds a record by a piece of its name. */
export function RecordField({ object, displayName, onFind, filter, ...field }: RecordFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const typed = useSettled(text);
  const { data: workspace } = useWorkspaceQuery();
  const target = workspace?.objects.find(({ name }) => name === object);
  const { data: found = [], isFetching } = useQuery({
    queryKey: ['record-search', object, typed, filter?.key ?? null], enabled: typed !== null && (target !== undefined || object === 'User'), placeholderData: keepPreviousData,
    queryFn: ({ signal }) => findRecords({ target, objects: workspace?.objects ?? [], text: typed ?? '', filter }, async (query, variables) =>
      (await recordsRequest<{ found: FoundPage }>(query, variables, signal)).found),
  });
  const creation = useContext(RecordCreationContext);
  const make = async (named: string) => {
    const made = await creation?.create(object, named);
    if (!made) return;
    setChosenName(made.name);
    onFind?.(made);
    field.onChange(made.id);
  };
  const making = target && creation?.mayCreate(object)
    ? { say: (named: string) => (named === '' ? t('ui.createNew', { name: target.label }) : t('ui.createNamed', { text: named })), run: (named: string) => void make(named) }
    : undefined;
  const [chosenName, setChosenName] = useState<string | null>(null);
  return (
    <ComboBox {...field} {...(filter && { help: <>{field.help} {t('ui.onlyFitting')}</>, emptyText: t('ui.noneFits') })} valueLabel={chosenName ?? displayName ?? (isFetching ? '' : null)} onSearch={setText} isLoading={isFetching} {...(making && { making })}
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

/** The text once people stop typing; null until the field was used. */
function useSettled(text: string): string | null {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), searchPause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
