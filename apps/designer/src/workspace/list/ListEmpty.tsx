import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { FileUp, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { recordsRequest } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, EmptyState, LinkButton } from '../../ui/index.js';
import { countQuery } from '../records/record-queries.js';
import type { ListPlan } from './list-question.js';

interface ListEmptyProps {
  readonly object: ObjectDescription;
  readonly plan: ListPlan;
  /** Filters or a search hide records. */
  readonly isNarrowed: boolean;
  readonly onClear: () => void;
  readonly onCreate: () => void;
}

export function ListEmpty({ object, plan, isNarrowed, onClear, onCreate }: ListEmptyProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: hidden } = useQuery({
    queryKey: ['totals', object.name, 'hidden', plan.unfiltered.where], enabled: isNarrowed, staleTime: 5_000,
    queryFn: async ({ signal }) => {
      const { query, variables } = countQuery(object, plan.unfiltered);
      return (await recordsRequest<{ counted: { totalCount: number } }>(query, variables, signal)).counted.totalCount;
    },
  });
  const name = object.pluralLabel;
  if (isNarrowed && hidden !== 0) {
    return (
      <EmptyState kind="no-match" title={t('workspace.list.noMatch', { name })} actions={<Button onPress={onClear}>{t('ui.clearFilters')}</Button>}>
        {hidden === undefined ? t('workspace.list.noMatchBody') : t('lists.hidden', { count: hidden, shown: format.number(hidden) })}
      </EmptyState>
    );
  }
  if (plan.view?.saved?.isList) return <EmptyState title={t('lists.kept.empty')}>{t('lists.kept.emptyBody', { name })}</EmptyState>;
  if (plan.view?.base !== undefined) return <EmptyState title={t('workspace.list.viewEmpty')}>{t('workspace.list.viewEmptyBody', { name })}</EmptyState>;
  const actions = (
    <>
      {object.canImport && <LinkButton href={`/app/${encodeURIComponent(object.name)}/import`} icon={FileUp}>{t('workspace.list.import')}</LinkButton>}
      {object.canCreate && <Button variant="primary" icon={Plus} onPress={onCreate}>{t('workspace.newRecord', { name: object.label })}</Button>}
    </>
  );
  return <EmptyState title={t('workspace.list.nothing', { name })} actions={actions}>{object.description ?? t('workspace.list.nothingBody')}</EmptyState>;
}
