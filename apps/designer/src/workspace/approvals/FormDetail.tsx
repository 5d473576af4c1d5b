import { RecordForm } from '@guanxi/forms/react';
import type { WorkspaceDescription } from '@guanxi/metadata';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useSession, useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, Notice, showToast, SkeletonLines } from '../../ui/index.js';
import { useDisplay } from '../records/use-display.js';
import { describeForm } from './describe-form.js';
import { fillForm, type FormToFill } from './people-queries.js';
import { RecordFacts } from './RecordFacts.js';
import styles from './Approvals.module.css';

/** A form that a workflow waits for. */
export function FormDetail({ form }: { readonly form: FormToFill }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: workspace } = useWorkspaceQuery();
  return (
    <article className={styles['detail']} aria-label={form.title}>
      <header className={styles['detailHead']}>
        <h2 className={styles['detailTitle']}>{form.title}</h2>
        <p className={styles['asked']}>{t('people.form.asked', { when: format.relative(form.askedAt) })}{form.dueAt && <> · {t('people.dueAt', { when: format.dateTime(form.dueAt) })}</>}</p>
        {form.inPlaceOf && <p className={styles['standIn']}>{t('people.youStandIn', { name: form.inPlaceOf.name })}</p>}
      </header>
      {form.text && <p className={styles['formText']}>{form.text}</p>}
      <RecordFacts object={form.object} id={form.recordId} name={form.recordName} />
      {workspace ? <Questions form={form} workspace={workspace} /> : <SkeletonLines count={4} />}
    </article>
  );
}

function Questions({ form, workspace }: { readonly form: FormToFill; readonly workspace: WorkspaceDescription }) {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const display = useDisplay();
  const [now] = useState(() => new Date().toISOString());
  const [fault, setFault] = useState<string | null>(null);
  const object = useMemo(() => describeForm(form, i18n.language), [form, i18n.language]);
  const record = useMemo(() => ({ values: Object.fromEntries(form.inputs.map(({ name, type }) => [name, type === 'boolean' ? false : null])), recordNames: {} }), [form.inputs]);
  const texts = useCallback((key: string, values?: Readonly<Record<string, unknown>>) => t(`forms.${key}`, { ...values }), [t]);
  const save = async (values: Readonly<Record<string, unknown>>) => {
    setFault(null);
    try {
      await fillForm(form.id, values);
      showToast({ tone: 'success', message: t('people.form.sent', { title: form.title }) });
      return undefined;
    } catch (cause) {
      if (cause instanceof ApiError && cause.problems.length > 0) return cause.problems;
      setFault(cause instanceof ApiError ? cause.message : String(cause));
      return [];
    }
  };
  return (
    <>
      {fault !== null && <Notice tone="danger">{fault}</Notice>}
      <RecordForm mode="create" workspace={workspace} object={object} record={record} user={user} display={display} now={now} texts={texts} onSave={save}
        // As the pointer goes down: leaving the last field can take a problem away, and the button would move from under it.
        actions={({ saving, saveNext }) => <div className={styles['buttons']}><Button variant="primary" isPending={saving} onPressStart={saveNext}>{t('people.form.send')}</Button></div>} />
    </>
  );
}
