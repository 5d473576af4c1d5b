import type { JsonValue } from '@guanxi/field-types';
import type { ObjectDescription } from '@guanxi/metadata';
import { Trans, useTranslation } from 'react-i18next';
import { Badge, Diff } from '../../ui/index.js';
import { ApprovalEvent } from '../approvals/ApprovalEvent.js';
import { FileEvent } from '../files/FileEvent.js';
import { FieldValue } from '../records/FieldValue.js';
import { useDisplay } from '../records/use-display.js';
import { ShareEvent } from '../share/ShareEvent.js';
import { AroundEvent } from './AroundEvent.js';
import { EntrySign, When } from './EntryParts.js';
import type { TimelineChange, TimelineItem } from './timeline-item.js';
import styles from './Activity.module.css';

interface TimelineEntryProps {
  readonly item: TimelineItem;
  readonly object: ObjectDescription;
}

/** Something that happened, which nobody said. */
export function TimelineEntry({ item, object }: TimelineEntryProps) {
  const { t } = useTranslation();
  const name = item.by?.name ?? t('workspace.activity.platform');
  return (
    <li className={styles['entry']}>
      <EntrySign item={item} name={name} />
      <div className={styles['body']}><ChangeEntry item={item} name={name} object={object} /></div>
    </li>
  );
}

function ChangeEntry({ item, name, object }: { readonly item: TimelineItem; readonly name: string; readonly object: ObjectDescription }) {
  const { t } = useTranslation();
  const known = knownKinds.includes(item.kind) ? item.kind : 'updated';
  const changes = item.kind === 'updated' ? (item.changes ?? []) : [];
  return (
    <>
      <p className={styles['line']}>
        <span className={styles['what']}>{item.file ? <FileEvent item={item} name={name} /> : item.approval ? <ApprovalEvent item={item} name={name} /> : item.share ? <ShareEvent item={item} name={name} /> : item.mail || item.run || item.record ? <AroundEvent item={item} name={name} /> : <Trans i18nKey={`workspace.activity.kinds.${known}`} values={{ name }} components={{ strong: <strong /> }} />}</span>
        {item.run === null && item.source !== null && badgedSources.includes(item.source) && <Badge tone={item.source === 'workflow' ? 'violet' : 'neutral'}>{t(`workspace.activity.sources.${item.source}`)}</Badge>}
        <When at={item.at} />
      </p>
      {(item.approval || item.share) && item.text && <p className={styles['comment']}>{item.text}</p>}
      {changes.length > 0 && <dl className={styles['changes']}>{changes.map((change) => <ChangedField key={change.field} change={change} object={object} />)}</dl>}
    </>
  );
}

const knownKinds: readonly string[] = ['created', 'updated', 'deleted', 'restored', 'merged'];
const badgedSources: readonly string[] = ['workflow', 'import', 'api'];

function ChangedField({ change: { field: name, from, to, fromName, toName }, object }: { readonly change: TimelineChange; readonly object: ObjectDescription }) {
  const display = useDisplay();
  const field = object.fields.find((candidate) => candidate.name === name);
  if (!field) return null;
  // The diff has its own colours: choices stand in it as words.
  const draw = (value: JsonValue, name: string | undefined) => {
    if (value === null) return null;
    return field.valueLabels?.[String(value)] ?? <FieldValue field={field} value={value} display={display} recordName={name} />;
  };
  return (
    <div className={styles['change']}>
      <dt>{field.label}</dt>
      <dd>
        <Diff before={draw(from, fromName)} after={draw(to, toName)} />
      </dd>
    </div>
  );
}

