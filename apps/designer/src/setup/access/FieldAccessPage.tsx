import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { EmptyState, ErrorState, LinkButton, ObjectGlyph, PageHeader, Select, SkeletonLines } from '../../ui/index.js';
import { FieldAccess } from './FieldAccess.js';
import { useAccessDocuments } from './use-access-documents.js';
import styles from './Access.module.css';

/** Fields of one object by permission sets and groups. */
export function FieldAccessPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { object: name } = useParams({ strict: false }) as { readonly object: string };
  const { objects, documents, isPending, error, refetch } = useAccessDocuments();
  const own = objects.flatMap(({ document, ...rest }) => (document ? [{ ...rest, document }] : []));
  const found = own.find((one) => one.name === name);
  const title = t('access.fields.title', { object: found?.title ?? name });
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.permissions'), href: '/setup/permissions' }, { label: title }] });
  const go = (object: string | null) => { if (object !== null) void navigate({ to: '/setup/permissions/fields/$object', params: { object } }); };
  return (
    <PageBody>
      <PageHeader title={title} />
      {isPending && <SkeletonLines count={8} />}
      {error && documents.length === 0 && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {!isPending && !found && <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<LinkButton href="/setup/permissions">{t('setup.sets.back')}</LinkButton>} />}
      {found && (
        <>
          <div className={styles['chooser']}>
            <Select label={t('access.fields.object')} value={name} onChange={go} choices={own.map((one) => ({ value: one.name, label: one.title, glyph: <ObjectGlyph name={one.name} icon={one.document.guanxi.icon ?? null} hue={one.document.guanxi.color ?? one.document.guanxi.id} size="small" /> }))} />
          </div>
          <FieldAccess key={name} object={found.document} />
        </>
      )}
    </PageBody>
  );
}
