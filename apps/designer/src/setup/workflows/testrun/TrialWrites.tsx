import type { ObjectDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Badge } from '../../../ui/index.js';
import type { NamedId, Trial } from '../trace/insight-types.js';
import styles from './TestRun.module.css';

interface TrialWritesProps {
  readonly writes: Trial['writes'];
  readonly objects: readonly ObjectDescription[];
  readonly names: readonly NamedId[];
}

/** Records that would have been written, field by field: what it was, what it would be. */
export function TrialWrites({ writes, objects, names }: TrialWritesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const blank = t('ui.diff.blank');
  const write = (value: unknown) => {
    if (value === null || value === undefined || value === '') return blank;
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    const named = names.find(({ id }) => id === text)?.name;
    return named ?? (/^\d{4}-\d\d-\d\d$/.test(text) ? format.date(text) : text);
  };
  if (writes.length === 0) return <p className={styles['muted']}>{t('insight.test.noWrites')}</p>;
  return (
    <section className={styles['part']}>
      <h3>{t('insight.test.writes')}</h3>
      <ul className={styles['writes']}>
        {writes.map(({ object: name, recordName, kind, changes }, index) => {
          const object = objects.find((one) => one.name === name);
          return (
            <li key={index}>
              <div className={styles['writeHead']}><Badge tone={kind === 'deleted' ? 'danger' : kind === 'created' ? 'success' : 'info'}>{t(`insight.kind.${kind}`)}</Badge><strong>{object?.label ?? name}</strong><span>{recordName}</span></div>
              <dl className={styles['changes']}>
                {Object.entries(changes).map(([field, [before, after]]) => (
                  <div key={field}>
                    <dt>{object?.fields.find((one) => one.name === field || `${field}Id` === one.name)?.label ?? field}</dt>
                    <dd>{kind === 'updated' && <><del>{write(before)}</del> → </>}<ins>{write(after)}</ins></dd>
                  </div>
                ))}
              </dl>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
