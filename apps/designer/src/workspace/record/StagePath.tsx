import { offeredValues, type FormValues } from '@guanxi/forms';
import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';
import { Check } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { classNames, showToast } from '../../ui/index.js';
import { valueIn } from '../records/FieldValue.js';
import { forgetLists } from '../records/record-lists.js';
import type { RecordRow } from '../records/record-row.js';
import { saveRecord } from '../records/save-record.js';
import styles from './StagePath.module.css';

interface StagePathProps {
  readonly object: ObjectDescription;
  readonly field: FieldDescription;
  readonly record: RecordRow;
  readonly mayChange: boolean;
}

/** How far a record is, as a path: a press goes to another stage, and Undo comes back. */
export function StagePath({ object, field, record, mayChange }: StagePathProps) {
  const { t } = useTranslation();
  const [pending, setPending] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const held = pending ?? (valueIn(record, field) as string | null);
  const offered = offeredValues(field, object, record as unknown as FormValues);
  const stages = Object.entries(field.valueLabels ?? {}).filter(([value]) => offered === undefined || offered.includes(value) || value === held);
  const at = stages.findIndex(([value]) => value === held);

  const write = async (next: string | null, from: RecordRow, isUndo = false) => {
    setPending(next);
    try {
      const before = valueIn(from, field) as string | null;
      const saved = await saveRecord(object, { id: record.id, data: { [field.name]: next }, ifVersion: from['version'] as number | undefined });
      forgetLists(object.name);
      if (!isUndo) showToast({ message: t('workspace.saved', { field: field.label }), onUndo: () => void write(before, { ...from, ...saved }, true) });
    } catch (error) {
      showToast({ tone: 'danger', message: error instanceof ApiError ? (error.problems[0]?.message ?? error.message) : String(error) });
    }
    setPending(null);
  };
  const choose = (value: string) => { if (mayChange && value !== held) void write(value, record); };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const buttons = [...place.current?.querySelectorAll('button') ?? []];
    buttons[Math.max(0, Math.min(buttons.length - 1, buttons.indexOf(document.activeElement as HTMLButtonElement) + by))]?.focus();
  };
  return (
    <div ref={place} role="radiogroup" aria-label={field.label} aria-readonly={!mayChange || undefined} className={styles['path']} onKeyDown={onKeyDown}>
      {stages.map(([value, label], index) => (
        <button key={value} type="button" role="radio" aria-checked={index === at} tabIndex={index === Math.max(0, at) ? 0 : -1} disabled={!mayChange && index !== at} onClick={() => choose(value)}
          className={classNames(styles['stage'], index < at && styles['passed'], index === at && styles['current'], pending !== null && index === at && styles['pending'])}>
          {index < at && <Check size={13} aria-hidden />}<span className={styles['words']}>{label}</span>
        </button>
      ))}
    </div>
  );
}
