import type { ObjectDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, Notice, TextLink } from '../../ui/index.js';
import { recordHref } from '../records/record-href.js';
import styles from './CreateForm.module.css';

/** What the server tells of records that look like one that is to be saved. */
export interface Similar {
  readonly rule: string;
  readonly label?: string;
  readonly canAllow: boolean;
  readonly records: readonly { readonly id: string; readonly name: string | null }[];
  readonly others: number;
}

export function readSimilar(problems: readonly Problem[]): readonly Similar[] {
  return problems.flatMap((problem) => ('duplicates' in problem ? [problem.duplicates as Similar] : []));
}

interface SimilarRecordsProps {
  readonly object: ObjectDescription;
  readonly similar: readonly Similar[];
  /** Absent where something else is wrong as well, and before anybody has saved. */
  readonly onSaveAnyway?: (() => void) | undefined;
}

/** Says which records are there already, and lets people go on where the rules do. */
export function SimilarRecords({ object, similar, onSaveAnyway }: SimilarRecordsProps) {
  const { t } = useTranslation();
  const records = new Map(similar.flatMap((one) => one.records.map((record) => [record.id, record] as const)));
  const others = Math.max(...similar.map((one) => one.others));
  const mayGoOn = onSaveAnyway !== undefined && similar.every(({ canAllow }) => canAllow);
  const blocking = similar.find(({ canAllow }) => !canAllow);
  const rule = object.duplicateRules?.find(({ name }) => name === blocking?.rule)?.label ?? blocking?.label;
  return (
    <div className={styles['similar']} aria-live="polite">
      <Notice tone="warning" isAnnounced={onSaveAnyway !== undefined} title={t('merging.warning', { count: records.size + others })} actions={mayGoOn && <Button size="small" onPress={onSaveAnyway}>{t('merging.anyway')}</Button>}>
        <ul>
          {[...records.values()].map(({ id, name }) => <li key={id}><TextLink href={recordHref(object.name, id)} isExternal>{name ?? id}</TextLink></li>)}
          {others > 0 && records.size > 0 && <li>{t('merging.more', { count: others })}</li>}
        </ul>
        {rule !== undefined && <p>{t('creating.blocked', { rule })}</p>}
      </Notice>
    </div>
  );
}
