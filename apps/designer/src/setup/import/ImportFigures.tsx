import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import type { ImportCounts } from './import-queries.js';
import styles from './Import.module.css';

/** How many records: as they came, or as they would. */
export function ImportFigures({ counts, isExpected }: { readonly counts: ImportCounts; readonly isExpected: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: workspace } = useWorkspaceQuery();
  const labelOf = (name: string) => workspace?.objects.find((object) => object.name === name)?.pluralLabel ?? name;
  const words = isExpected ? 'importing.count.would' : 'importing.count';
  const always = (['created', 'updated', 'rejected'] as const).map((key) => ({ key, label: t(`${words}.${key}`), count: counts[key] }));
  const some = (['unchanged', 'duplicates', 'skipped'] as const).filter((key) => counts[key] > 0).map((key) => ({ key, label: t(`${words}.${key}`), count: counts[key] }));
  const related = Object.entries(counts.relatedCreated ?? {}).map(([name, count]) => ({ key: `made ${name}`, label: t(`${words}.related`, { objects: labelOf(name) }), count }));
  return (
    <dl className={styles['figures']}>
      {[...always, ...some, ...related].map(({ key, label, count }) => <div key={key} className={key === 'rejected' && count > 0 ? styles['bad'] : ''}><dt>{label}</dt><dd>{format.number(count)}</dd></div>)}
    </dl>
  );
}
