import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Download, History } from 'lucide-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, IconButton, isComposing, Lightbox, LinkButton, Notice } from '../../ui/index.js';
import { fileVersionsOptions, type AttachedFile } from './attached-file.js';
import { previewOf } from './file-kind.js';
import type { FileActions } from './FileMenu.js';
import { FileSign } from './FileSign.js';
import { rememberFile } from './recent-files.js';
import { TextPreview } from './TextPreview.js';
import styles from './Files.module.css';

interface FilePreviewProps {
  readonly files: readonly AttachedFile[];
  readonly id: string;
  /** An earlier version than the current one. */
  readonly version?: number | undefined;
  readonly actions: FileActions;
  readonly onGo: (id: string) => void;
  readonly onClose: () => void;
}

/** A file as large as the screen allows. Arrows go to the ones before and after, Space and Esc close. */
export function FilePreview({ files, id, version, actions, onGo, onClose }: FilePreviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = files.findIndex((candidate) => candidate.id === id);
  const file = files[at];
  const [earlier, later] = [files[at - 1], files[at + 1]];
  const { data: versions } = useQuery({ ...fileVersionsOptions(id), enabled: version !== undefined });
  useEffect(() => rememberFile(id), [id]);
  if (!file) return null;
  const shown = { ...file, ...versions?.find(({ number }) => number === version) };
  const url = `${file.url}?version=${version ?? file.version}`;
  const go = (to: AttachedFile | undefined) => { if (to) onGo(to.id); };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const isOnButton = event.target instanceof Element && event.target.closest('button, a') !== null;
    if (event.key === 'ArrowLeft') go(earlier);
    else if (event.key === 'ArrowRight') go(later);
    else if (event.key === ' ' && !isOnButton) onClose();
    else return;
    event.preventDefault();
  };
  return (
    <Lightbox isOpen onClose={onClose} title={file.name} onKeyDown={press}
      description={<>{files.length > 1 && `${t('files.position', { place: format.number(at + 1), count: files.length, total: format.number(files.length) })} · `}{format.bytes(shown.size)} · {format.relative(file.changedAt)}{file.changedBy && ` · ${file.changedBy.name}`}</>}
      actions={<>
        {version !== undefined && version !== file.version && <Badge tone="warning">{t('files.versions.number', { number: version })}</Badge>}
        <IconButton icon={History} label={t('files.versions.title')} onPress={() => actions.versions(file)} />
        <IconButton icon={Download} label={t('files.download')} onPress={() => actions.download({ ...file, version: version ?? file.version })} />
      </>}
      before={earlier && <IconButton icon={ChevronLeft} label={t('files.previous')} onPress={() => go(earlier)} />}
      after={later && <IconButton icon={ChevronRight} label={t('files.next')} onPress={() => go(later)} />}>
      <Content key={url} file={shown} url={url} />
    </Lightbox>
  );
}

function Content({ file, url }: { readonly file: AttachedFile; readonly url: string }) {
  const { t } = useTranslation();
  const [isBroken, setBroken] = useState(false);
  const preview = previewOf(file);
  if (preview === 'picture' && !isBroken) return <img src={url} alt={file.name} className={styles['shownPicture']} onError={() => setBroken(true)} />;
  if (preview === 'pdf' && navigator.pdfViewerEnabled) return <iframe src={url} title={file.name} className={styles['shownPdf']} />;
  if (preview === 'text') return <TextPreview url={url} size={file.size} />;
  return (
    <div className={styles['unshown']}>
      <FileSign file={file} size="large" />
      <p>{t('files.noPreview')}</p>
      <LinkButton variant="primary" icon={Download} href={`${url}&download`} download={file.name}>{t('files.download')}</LinkButton>
      {isBroken && <Notice tone="danger">{t('files.broken')}</Notice>}
    </div>
  );
}
