import { ArchiveRestore, Download, Eye, FileUp, History, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton, Menu } from '../../ui/index.js';
import type { AttachedFile } from './attached-file.js';

/** What can be done with a file; what is absent cannot be done here. */
export interface FileActions {
  readonly preview: (file: AttachedFile) => void;
  readonly download: (file: AttachedFile) => void;
  readonly replace: (file: AttachedFile) => void;
  readonly versions: (file: AttachedFile) => void;
  readonly rename: (file: AttachedFile) => void;
  readonly remove: (file: AttachedFile) => void;
  readonly restore: (file: AttachedFile) => void;
}

interface FileMenuProps {
  readonly file: AttachedFile;
  readonly actions: FileActions;
  readonly isInTabOrder: boolean;
}

export function FileMenu({ file, actions, isInTabOrder }: FileMenuProps) {
  const { t } = useTranslation();
  if (file.removedAt !== null) return <Button size="small" icon={ArchiveRestore} excludeFromTabOrder={!isInTabOrder} onPress={() => actions.restore(file)}>{t('files.restore')}</Button>;
  return (
    <Menu label={t('files.actions', { name: file.name })} placement="bottom end"
      trigger={<IconButton size="small" icon={MoreHorizontal} label={t('files.actions', { name: file.name })} excludeFromTabOrder={!isInTabOrder} />}
      groups={[
        { id: 'see', items: [
          { id: 'preview', label: t('files.preview'), icon: Eye, shortcut: 'space', onAction: () => actions.preview(file) },
          { id: 'download', label: t('files.download'), icon: Download, onAction: () => actions.download(file) },
          { id: 'versions', label: t('files.versions.title'), icon: History, onAction: () => actions.versions(file) },
        ] },
        ...(file.canChange ? [
          { id: 'change', items: [
            { id: 'replace', label: t('files.replace'), icon: FileUp, onAction: () => actions.replace(file) },
            { id: 'rename', label: t('files.rename.action'), icon: Pencil, shortcut: 'f2', onAction: () => actions.rename(file) },
          ] },
          { id: 'remove', items: [{ id: 'remove', label: t('files.remove'), icon: Trash2, tone: 'danger' as const, shortcut: 'delete', onAction: () => actions.remove(file) }] },
        ] : []),
      ]} />
  );
}
