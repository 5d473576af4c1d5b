import type { ObjectDescription, ViewDocument, WorkspaceDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { recordsRequest } from '../../api/index.js';
import { Button, ObjectGlyph, SkeletonLines, TextLink } from '../../ui/index.js';
import { columnFields } from '../list/choose-columns.js';
import { listHref } from '../list/list-address.js';
import { planList } from '../list/list-question.js';
import { CellValue } from '../records/FieldValue.js';
import { recordHref } from '../records/record-href.js';
import { recordName } from '../records/record-name.js';
import { countQuery, pageQuery } from '../records/record-queries.js';
import type { RecordRow } from '../records/record-row.js';
import { useDisplay } from '../records/use-display.js';
import { HomeCard } from './HomeCard.js';
import styles from './Home.module.css';

const shownRows = 6;
const shownFields = 3;

/** The first records of a view of one's own. */
export function ViewCard({ workspace, object, view }: { readonly workspace: WorkspaceDescription; readonly object: ObjectDescription; readonly view: ViewDocument }) {
  const { t } = useTranslation();
  const display = useDisplay();
  const { data, error, refetch } = useQuery({
    queryKey: ['home', 'view', view.name, workspace.revision], staleTime: 5_000,
    queryFn: async ({ signal }) => {
      const { question } = planList(workspace, object, { view: view.name });
      const [page, count] = [pageQuery(object, { ...question, size: shownRows }), countQuery(object, question)];
      const [{ page: { nodes } }, { counted }] = await Promise.all([
        recordsRequest<{ page: { nodes: readonly RecordRow[] } }>(page.query, page.variables, signal),
        recordsRequest<{ counted: { totalCount: number } }>(count.query, count.variables, signal),
      ]);
      return { nodes, total: counted.totalCount };
    },
  });
  const fields = columnFields(object, view.columns).slice(1).filter((field) => field.target !== 'User').slice(-shownFields);
  return (
    <HomeCard title={view.title} count={data?.total} glyph={<ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="small" />}
      href={listHref(object.name, { view: view.name })} hrefLabel={t('workspace.home.all')}>
      {error && <p role="alert" className={styles['note']}>{error.message} <Button size="small" variant="quiet" onPress={() => void refetch()}>{t('ui.retry')}</Button></p>}
      {!data && !error && <SkeletonLines count={4} />}
      {data?.nodes.length === 0 && <p className={styles['note']}>{t('workspace.home.viewEmpty')}</p>}
      <ul className={styles['table']}>
        {data?.nodes.map((row) => (
          <li key={row.id} className={styles['row']}>
            <span className={styles['name']}><TextLink isPlain href={recordHref(object.name, row.id)}>{recordName(object, row)}</TextLink></span>
            {fields.map((field) => <span key={field.name} className={styles['fact']}><CellValue field={field} row={row} display={display} /></span>)}
          </li>
        ))}
      </ul>
    </HomeCard>
  );
}
