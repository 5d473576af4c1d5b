import type { LayoutDocument, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { HoldBadge } from '../../setup/privacy/HoldBadge.js';
import { IconButton, ObjectGlyph } from '../../ui/index.js';
import { MilestoneBadges } from '../milestones/MilestoneBadges.js';
import { lastListHref } from '../list/last-list.js';
import { CellValue, valueIn } from '../records/FieldValue.js';
import type { Neighbours } from '../records/record-lists.js';
import { recordName } from '../records/record-name.js';
import type { RecordRow } from '../records/record-row.js';
import { useDisplay } from '../records/use-display.js';
import { FollowButton } from './FollowButton.js';
import { keyFields } from './key-fields.js';
import { RecordActions } from './RecordActions.js';
import { RecordMenu } from './RecordMenu.js';
import styles from './RecordPage.module.css';

interface RecordHeaderProps {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  readonly layout: LayoutDocument;
  readonly record: RecordRow;
  readonly neighbours: Neighbours;
  readonly onGo: (id: string | undefined) => void;
  /** Opens all fields at once. */
  readonly onEdit?: () => void;
}

export function RecordHeader({ object, workspace, layout, record, neighbours, onGo, onEdit }: RecordHeaderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const display = useDisplay();
  const navigate = useNavigate();
  const { setupAreas } = useSession();
  const isKeeper = setupAreas.includes('privacy') && !object.platform;
  const name = recordName(object, record);
  const leave = () => void navigate({ href: lastListHref(object.name) });
  return (
    <header className={styles['header']}>
      <ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="large" />
      <div className={styles['names']}>
        <h1 className={styles['title']}>{name}</h1>
        <dl className={styles['keys']}>
          {keyFields(object, layout).filter((field) => valueIn(record, field) !== null).map((field) => (
            <div key={field.name} className={styles['key']}><dt>{field.label}</dt><dd><CellValue field={field} row={record} display={display} /></dd></div>
          ))}
        </dl>
        <MilestoneBadges object={object.name} recordId={record.id} />
        {isKeeper && <HoldBadge recordId={record.id} />}
      </div>
      <div className={styles['actions']}>
        {neighbours.position !== undefined && (
          <>
            <span className={styles['position']}>{t('workspace.record.position', { position: format.number(neighbours.position), count: format.number(neighbours.count ?? 0) })}</span>
            <IconButton icon={ChevronUp} label={t('workspace.record.previous')} shortcut="[" isDisabled={neighbours.previous === undefined} onPress={() => onGo(neighbours.previous)} />
            <IconButton icon={ChevronDown} label={t('workspace.record.next')} shortcut="]" isDisabled={neighbours.next === undefined} onPress={() => onGo(neighbours.next)} />
          </>
        )}
        <div className={styles['buttons']}><RecordActions object={object} workspace={workspace} layout={layout} record={record} /></div>
        {!object.platform && <FollowButton object={object.name} recordId={record.id} />}
        <RecordMenu object={object} record={record} {...(onEdit && { onEdit })} onDeleted={leave} />
      </div>
    </header>
  );
}
