import type { JsonValue } from '@guanxi/field-types';
import type { ObjectDescription } from '@guanxi/metadata';
import { Pencil, Trash2, Workflow, Zap } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Avatar, Badge, Diff, IconButton, showToast } from '../../ui/index.js';
import { ApprovalEvent } from '../approvals/ApprovalEvent.js';
import { FileEvent } from '../files/FileEvent.js';
import { FieldValue } from '../records/FieldValue.js';
import { useDisplay } from '../records/use-display.js';
import { ShareEvent } from '../share/ShareEvent.js';
import { Composer } from './Composer.js';
import { splitMentions } from './mentions.js';
import { deleteComment, type TimelineChange, type TimelineItem } from './timeline-item.js';
import styles from './Activity.module.css';

interface TimelineEntryProps {
  readonly item: TimelineItem;
  readonly object: ObjectDescription;
  readonly recordId: string;
  /** It is written anew. */
  readonly isEdited: boolean;
  readonly onEdit: (id: string | null) => void;
  readonly onChanged: () => void;
}

export function TimelineEntry({ item, object, recordId, isEdited, onEdit, onChanged }: TimelineEntryProps) {
  const { t } = useTranslation();
  const name = item.by?.name ?? t('workspace.activity.platform');
  return (
    <li className={styles['entry']}>
      <span className={styles['sign']}>
        {item.source === 'workflow' ? <span className={styles['machine']}><Workflow size={13} aria-hidden /></span> : item.by ? <Avatar name={name} /> : <span className={styles['machine']}><Zap size={13} aria-hidden /></span>}
      </span>
      <div className={styles['body']}>
        {item.kind === 'comment' && isEdited ? <Composer object={object.name} recordId={recordId} edited={item} onCancel={() => onEdit(null)} onSent={() => { onEdit(null); onChanged(); }} /> : item.kind === 'comment' ? <CommentEntry item={item} name={name} onEdit={() => onEdit(item.id)} onChanged={onChanged} /> : <ChangeEntry item={item} name={name} object={object} />}
      </div>
    </li>
  );
}

function When({ at }: { readonly at: string }) {
  const format = useFormat();
  return <time className={styles['when']} dateTime={at} title={format.dateTime(at)}>{format.relative(at)}</time>;
}

function CommentEntry({ item, name, onEdit, onChanged }: { readonly item: TimelineItem; readonly name: string; readonly onEdit: () => void; readonly onChanged: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const remove = () => {
    void deleteComment(item.id).then(() => {
      onChanged();
      showToast({ message: t('workspace.activity.deleted') });
    }, (error: unknown) => showToast({ tone: 'danger', message: error instanceof ApiError ? error.message : String(error) }));
  };
  return (
    <>
      <p className={styles['line']}>
        <strong>{name}</strong> <When at={item.at} />{item.editedAt !== null && <span className={styles['when']} title={format.dateTime(item.editedAt)}>{t('workspace.activity.wasEdited')}</span>}
        {item.mayDelete && <span className={styles['tools']}>{item.mayEdit && <IconButton size="small" icon={Pencil} label={t('workspace.activity.edit')} onPress={onEdit} />}<IconButton size="small" icon={Trash2} label={t('workspace.activity.delete')} onPress={remove} /></span>}
      </p>
      <p className={styles['comment']}>
        {splitMentions(item.text ?? '', item.mentions.map((person) => person.name)).map((part, index) => (
          part.isMention ? <span key={index} className={styles['mention']}>{part.text}</span> : part.text
        ))}
      </p>
    </>
  );
}

function ChangeEntry({ item, name, object }: { readonly item: TimelineItem; readonly name: string; readonly object: ObjectDescription }) {
  const { t } = useTranslation();
  const known = knownKinds.includes(item.kind) ? item.kind : 'updated';
  const changes = item.kind === 'updated' ? (item.changes ?? []) : [];
  return (
    <>
      <p className={styles['line']}>
        <span className={styles['what']}>{item.file ? <FileEvent item={item} name={name} /> : item.approval ? <ApprovalEvent item={item} name={name} /> : item.share ? <ShareEvent item={item} name={name} /> : <Trans i18nKey={`workspace.activity.kinds.${known}`} values={{ name }} components={{ strong: <strong /> }} />}</span>
        {item.source !== null && badgedSources.includes(item.source) && <Badge tone={item.source === 'workflow' ? 'violet' : 'neutral'}>{t(`workspace.activity.sources.${item.source}`)}</Badge>}
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

