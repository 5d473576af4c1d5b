import type { WorkspaceDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, ObjectGlyph, PlainButton, SimpleTable, TextLink, type SimpleColumn } from '../../ui/index.js';
import { recordHref } from '../records/record-href.js';
import type { AttachedFile } from './attached-file.js';
import { FileMenu, type FileActions } from './FileMenu.js';
import { FileSign } from './FileSign.js';
import { useFileKeys } from './use-file-keys.js';
import styles from './Files.module.css';

interface FileTableProps {
  readonly files: readonly AttachedFile[];
  readonly actions: FileActions;
  readonly label: string;
  /** Says where each file is; absent where all are in one place. */
  readonly workspace?: WorkspaceDescription | undefined;
}

/** Files as lines. */
export function FileTable({ files, actions, label, workspace }: FileTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { current, onFocus, onKeyDown } = useFileKeys(files, actions);
  const columns: readonly SimpleColumn<AttachedFile>[] = [
    {
      id: 'name', header: t('files.name'),
      render: (file) => (
        <span className={styles['named']}>
          <FileSign file={file} size="small" />
          <PlainButton className={styles['nameButton'] ?? ''} data-file={file.id} excludeFromTabOrder={file.id !== current} onFocus={() => onFocus(file.id)} onPress={() => actions.preview(file)}>
            <span className={styles['fileName']} title={file.name}>{file.name}</span>
          </PlainButton>
          {file.versions > 1 && <Badge>{t('files.versions.short', { number: file.version })}</Badge>}
        </span>
      ),
    },
    ...(workspace ? [{ id: 'place', header: t('files.place'), width: '28%', render: (file: AttachedFile) => <FileHome file={file} workspace={workspace} /> }] : []),
    { id: 'size', header: t('files.size'), width: '96px', align: 'end', render: ({ size }) => <span className={styles['quiet']}>{format.bytes(size)}</span> },
    {
      id: 'changed', header: t(files.some(({ removedAt }) => removedAt !== null) ? 'files.removedAt' : 'files.changed'), width: '24%',
      render: ({ changedAt, changedBy, removedAt }) => {
        const at = removedAt ?? changedAt;
        return <span className={styles['quiet']}><time dateTime={at} title={format.dateTime(at)}>{format.relative(at)}</time>{removedAt === null && changedBy && ` · ${changedBy.name}`}</span>;
      },
    },
    { id: 'menu', header: '', width: '44px', align: 'end', render: (file) => <FileMenu file={file} actions={actions} isInTabOrder={file.id === current} /> },
  ];
  return <div className={styles['table']} onKeyDown={onKeyDown}><SimpleTable label={label} rows={files} rowKey={({ id }) => id} columns={columns} onOpenRow={actions.preview} /></div>;
}

function FileHome({ file: { object: name, recordId, recordName }, workspace }: { readonly file: AttachedFile; readonly workspace: WorkspaceDescription }) {
  const { t } = useTranslation();
  if (name === null || recordId === null) return <span className={styles['quiet']}>{t('files.scope.own')}</span>;
  const object = workspace.objects.find((candidate) => candidate.name === name);
  return (
    <span className={styles['home']}>
      <ObjectGlyph icon={object?.icon} hue={object?.color} name={name} size="small" />
      <TextLink href={recordHref(name, recordId)}>{recordName ?? object?.label ?? name}</TextLink>
    </span>
  );
}
