import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { showToast } from '../../ui/index.js';
import { afterFileChange, removeFiles, restoreFiles, type AttachedFile, type FilePlace } from './attached-file.js';
import { downloadFile } from './download-file.js';
import type { FileActions } from './FileMenu.js';
import { rememberFile } from './recent-files.js';
import { useFilePicker } from './use-file-picker.js';
import { useUploads, type Uploads } from './use-uploads.js';

const FilePreview = lazy(async () => ({ default: (await import('./FilePreview.js')).FilePreview }));
const FileVersions = lazy(async () => ({ default: (await import('./FileVersions.js')).FileVersions }));
const RenameFile = lazy(async () => ({ default: (await import('./RenameFile.js')).RenameFile }));

export interface FileWork {
  readonly actions: FileActions;
  readonly uploads: Uploads;
  /** Lets people choose new files. */
  readonly pick: () => void;
  /** The dialogs of all this; has to be drawn somewhere. */
  readonly overlays: ReactNode;
}

interface Seen { readonly id: string; readonly version?: number }

/** Everything that is done with the files of one place, wherever they are shown. */
export function useFileWork(place: FilePlace, files: readonly AttachedFile[]): FileWork {
  const { t } = useTranslation();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [versionsOf, setVersionsOf] = useState<string | null>(null);
  const [renamed, setRenamed] = useState<AttachedFile | null>(null);
  const replaced = useRef<AttachedFile | undefined>(undefined);
  const uploads = useUploads(place, (count) => {
    const file = replaced.current;
    replaced.current = undefined;
    showToast({ tone: 'success', message: file && count === 1 ? t('files.replaced', { name: file.name }) : t('files.added', { count }) });
  });
  const newOnes = useFilePicker<null>(t('files.upload'), true, (chosen) => uploads.add(chosen));
  const newVersion = useFilePicker<AttachedFile>(t('files.replace'), false, (chosen, file) => { replaced.current = file; uploads.add(chosen, file); });
  const tell = (failure: unknown) => showToast({ tone: 'danger', message: failure instanceof ApiError ? failure.message : String(failure) });

  const restore = async (file: AttachedFile) => {
    try {
      await restoreFiles([file.id]);
      await afterFileChange(file);
      showToast({ message: t('files.restored', { name: file.name }) });
    } catch (failure) {
      tell(failure);
    }
  };
  const remove = async (file: AttachedFile) => {
    try {
      await removeFiles([file.id]);
      await afterFileChange(file);
      showToast({ message: t('files.removed', { name: file.name }), onUndo: () => void restore(file) });
    } catch (failure) {
      tell(failure);
    }
  };
  const actions: FileActions = {
    preview: (file) => { if (file.removedAt === null) setSeen({ id: file.id }); },
    download: (file) => { rememberFile(file.id); downloadFile(`${file.url}?version=${file.version}`, file.name); },
    replace: (file) => newVersion.open(file),
    versions: (file) => { setSeen(null); setVersionsOf(file.id); },
    rename: setRenamed,
    remove: (file) => void remove(file),
    restore: (file) => void restore(file),
  };
  const listed = files.find(({ id }) => id === versionsOf);
  const overlays = (
    <>
      {newOnes.input}{newVersion.input}
      <Suspense>
        {seen && files.some(({ id }) => id === seen.id) && <FilePreview files={files} id={seen.id} version={seen.version} actions={actions} onGo={(id) => setSeen({ id })} onClose={() => setSeen(null)} />}
        {listed && <FileVersions file={listed} onClose={() => setVersionsOf(null)} onReplace={() => { setVersionsOf(null); newVersion.open(listed); }} onShow={(version) => { setVersionsOf(null); setSeen({ id: listed.id, version }); }} />}
        {renamed && <RenameFile file={renamed} onClose={() => setRenamed(null)} />}
      </Suspense>
    </>
  );
  return { actions, uploads, pick: () => newOnes.open(null), overlays };
}
