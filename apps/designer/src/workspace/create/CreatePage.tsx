import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { EmptyState, LinkButton, ObjectGlyph, useShortcut } from '../../ui/index.js';
import { ObjectGate } from '../frame/ObjectGate.js';
import { lastListHref } from '../list/last-list.js';
import { recordHref } from '../records/record-href.js';
import { CreateDialog } from './CreateDialog.js';
import { CreateForm } from './CreateForm.js';
import { CreateInPlace } from './CreateInPlace.js';
import { readCreateAddress } from './create-address.js';
import { LeaveGuard } from './LeaveGuard.js';
import { useDraft } from './use-draft.js';
import { useUnsaved } from './use-unsaved.js';
import styles from './CreateForm.module.css';

export function CreatePage() {
  const { object: name = '' } = useParams({ strict: false }) as { readonly object?: string };
  return <ObjectGate name={name}>{(object, workspace) => <NewRecordPage key={name} object={object} workspace={workspace} />}</ObjectGate>;
}

/** A new record whose form is too long for a dialog. */
function NewRecordPage({ object, workspace }: { readonly object: ObjectDescription; readonly workspace: WorkspaceDescription }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const { given, from } = useMemo(() => readCreateAddress(search), [search]);
  const place = useRef<HTMLDivElement>(null);
  const title = t('workspace.newRecord', { name: object.label });
  const draft = useDraft({ workspace, object, isOff: false });
  const unsaved = useUnsaved(() => void navigate({ href: from ?? lastListHref(object.name) }), draft.drop);
  usePage({ title, crumbs: [{ label: object.pluralLabel, href: lastListHref(object.name) }, { label: title }] });
  const submit = () => place.current?.querySelector('form')?.requestSubmit();
  const section = t('workspace.keys.record');
  useShortcut({ keys: 'mod+enter', label: t('ui.save'), section, run: submit });
  useShortcut({ keys: 'mod+s', label: t('ui.save'), section, run: submit });
  useShortcut({ keys: 'esc', label: t('ui.cancel'), section, worksWhileTyping: true, run: unsaved.leave });
  if (!object.canCreate) {
    return (
      <EmptyState kind="no-access" title={t('creating.noAccess', { name: object.pluralLabel })} actions={<LinkButton variant="primary" href={lastListHref(object.name)}>{t('workspace.record.toList', { name: object.pluralLabel })}</LinkButton>}>
        {t('creating.noAccessBody')}
      </EmptyState>
    );
  }
  return (
    <PageBody>
      <div ref={place} className={styles['page']}>
        <h1 className={styles['title']}><ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="medium" />{title}</h1>
        <CreateInPlace workspace={workspace} dialog={CreateDialog}>
          <CreateForm object={object} workspace={workspace} given={given} unsaved={unsaved} draft={draft}
            onSaved={({ id }, isNext) => { if (!isNext) void navigate({ href: from ?? recordHref(object.name, id) }); }} />
        </CreateInPlace>
        <LeaveGuard unsaved={unsaved} name={object.label} />
      </div>
    </PageBody>
  );
}
