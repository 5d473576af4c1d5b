import type { ObjectDescription } from '@guanxi/metadata';
import { FileUp, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { Button, EmptyState, LinkButton } from '../../ui/index.js';

interface ListEmptyProps {
  readonly object: ObjectDescription;
  /** Filters or a search hide records. */
  readonly isNarrowed: boolean;
  /** The view itself has a condition. */
  readonly isView: boolean;
  readonly onClear: () => void;
  readonly onCreate: () => void;
}

export function ListEmpty({ object, isNarrowed, isView, onClear, onCreate }: ListEmptyProps) {
  const { t } = useTranslation();
  const { isAdmin } = useSession();
  const name = object.pluralLabel;
  if (isNarrowed) {
    return <EmptyState kind="no-match" title={t('workspace.list.noMatch', { name })} actions={<Button onPress={onClear}>{t('ui.clearFilters')}</Button>}>{t('workspace.list.noMatchBody')}</EmptyState>;
  }
  if (isView) return <EmptyState title={t('workspace.list.viewEmpty')}>{t('workspace.list.viewEmptyBody', { name })}</EmptyState>;
  const actions = (
    <>
      {isAdmin && <LinkButton href={`/setup/import?object=${encodeURIComponent(object.name)}`} icon={FileUp}>{t('workspace.list.import')}</LinkButton>}
      {object.canCreate && <Button variant="primary" icon={Plus} onPress={onCreate}>{t('workspace.newRecord', { name: object.label })}</Button>}
    </>
  );
  return <EmptyState title={t('workspace.list.nothing', { name })} actions={actions}>{object.description ?? t('workspace.list.nothingBody')}</EmptyState>;
}
