import type { JsonValue } from '@guanxi/field-types';
import type { ObjectDescription } from '@guanxi/metadata';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Avatar, Badge, Button, Diff, TextLink } from '../../ui/index.js';
import { FieldValue } from '../../workspace/records/FieldValue.js';
import { recordHref } from '../../workspace/records/record-href.js';
import { useDisplay } from '../../workspace/records/use-display.js';
import type { AuditChange, AuditItem, TrailNote } from './audit-query.js';
import styles from './Audit.module.css';

/** Sentences of a publishing that are shown before somebody asks for all. */
const shownSentences = 3;
const knownSources: readonly string[] = ['api', 'import', 'workflow'];

/** One thing that happened, as a sentence, with what was there before and after. */
export function AuditEntry({ item, object }: { readonly item: AuditItem; readonly object: ObjectDescription | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const name = item.by?.name ?? t('workspace.activity.platform');
  const changes = item.changes?.filter(({ field }) => object?.fields.some((known) => known.name === field)) ?? [];
  const sentences = isOpen ? item.sentences : item.sentences.slice(0, shownSentences);
  const details = item.trail === null ? [] : readDetails(item.trail);
  const hidden = isOpen ? 0 : item.sentences.length - sentences.length;
  const more = details.length > 0 ? t('trail.more') : hidden > 0 ? t('keeping.audit.moreChanges', { count: hidden }) : t('keeping.audit.fields', { count: changes.length });
  const canOpen = changes.length > 0 || details.length > 0 || item.sentences.length > shownSentences;
  const toggle = canOpen && <Button size="small" variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>{isOpen ? t('keeping.audit.less') : more}</Button>;
  return (
    <li className={styles['entry']} tabIndex={0} onKeyDown={(event) => { if (event.key === 'Enter' && event.target === event.currentTarget && canOpen) setOpen(!isOpen); }}>
      <Avatar name={name} size="small" />
      <div className={styles['body']}>
        <p className={styles['line']}>
          <span><Sentence item={item} name={name} object={object} /></span>
          {item.source !== null && knownSources.includes(item.source) && <Badge tone={item.source === 'workflow' ? 'violet' : 'neutral'}>{t(`workspace.activity.sources.${item.source}`)}</Badge>}
          {toggle}
          <time className={styles['when']} dateTime={item.at} title={format.dateTime(item.at)}>{format.relative(item.at)}</time>
        </p>
        {sentences.length > 0 && item.kind === 'PUBLISHING' && <ul className={styles['sentences']}>{sentences.map((sentence, index) => <li key={index}>{sentence}</li>)}</ul>}
        {isOpen && changes.length > 0 && object && <dl className={styles['changes']}>{changes.map((change) => <ChangedField key={change.field} change={change} object={object} />)}</dl>}
        {isOpen && item.trail !== null && <dl className={styles['changes']}>{details.map(([label, value]) => <div key={label} className={styles['change']}><dt>{t(`trail.details.${label}`, { defaultValue: label })}</dt><dd>{value}</dd></div>)}</dl>}
      </div>
    </li>
  );
}

/** What an entry says beside its sentence, as text. */
function readDetails({ seq, address, userAgent, detail }: TrailNote): readonly (readonly [string, string])[] {
  const named = Object.entries({ ...detail, address, userAgent, seq });
  return named.flatMap(([name, value]) => (value === null || value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[name, tellValue(value)] as const]));
}

function tellValue(value: JsonValue): string {
  if (Array.isArray(value)) return value.map((one: JsonValue) => tellValue(one)).join(', ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map((one) => tellValue(one as JsonValue)).join(' ');
  return String(value);
}

function Sentence({ item, name, object }: { readonly item: AuditItem; readonly name: string; readonly object: ObjectDescription | undefined }) {
  if (item.kind === 'PUBLISHING') return <Trans i18nKey="keeping.audit.published" values={{ name, number: item.revision }} components={{ strong: <strong />, revision: <TextLink href="/setup/revisions">{''}</TextLink> }} />;
  if (item.trail !== null || item.kind === 'OPERATION' || item.kind === 'AUTOMATION') return <><strong>{name}</strong> · {item.sentences[0]}</>;
  // What is gone for good has no name any more; the end of its id tells it from others.
  const called = item.recordName ?? `…${item.recordId?.slice(-6) ?? ''}`;
  const record = item.object !== null && item.recordId !== null && item.isThere && item.recordName !== null
    ? <TextLink href={recordHref(item.object, item.recordId)}>{called}</TextLink>
    : <strong>{called}</strong>;
  return <Trans i18nKey={`keeping.audit.did.${item.action ?? 'updated'}`} values={{ name, record: called, object: object?.label ?? '' }} components={{ strong: <strong />, record }} />;
}

function ChangedField({ change: { field: name, from, to, fromName, toName }, object }: { readonly change: AuditChange; readonly object: ObjectDescription }) {
  const display = useDisplay();
  const field = object.fields.find((candidate) => candidate.name === name);
  if (!field) return null;
  const draw = (value: JsonValue, called: string | undefined) => (value === null ? null : (field.valueLabels?.[String(value)] ?? <FieldValue field={field} value={value} display={display} recordName={called} />));
  return <div className={styles['change']}><dt>{field.label}</dt><dd><Diff before={draw(from, fromName)} after={draw(to, toName)} /></dd></div>;
}
