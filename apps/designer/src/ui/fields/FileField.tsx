import { fileAddress } from '@guanxi/field-types';
import { FileText, Trash2, Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropZone, FileTrigger, isFileDropItem, type DropZoneProps } from 'react-aria-components';
import { ApiError, sendFile } from '../../api/index.js';
import { useFormat } from '../../format/use-format.js';
import { classNames } from '../class-names.js';
import { Button } from '../controls/Button.js';
import { IconButton } from '../controls/IconButton.js';
import { Picture } from '../display/Picture.js';
import { TextLink } from '../controls/TextLink.js';
import { ProgressBar } from '../feedback/ProgressBar.js';
import { Field, type FieldProps } from './Field.js';
import styles from './FileField.module.css';

export interface FileFieldProps extends FieldProps {
  /** Id of the uploaded file, or null. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
  readonly fileName?: string | null;
  /** Takes pictures only and shows the one it holds. */
  readonly isImage?: boolean;
}

interface Uploaded { readonly id: string; readonly name: string; readonly contentType: string; readonly size: number }

const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

/** A file from this computer, chosen or dropped. It is on the server as soon as its name is shown. */
export function FileField(props: FileFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { value, onChange, onBlur, fileName, isImage, isDisabled, isReadOnly, error, label } = props;
  const [uploaded, setUploaded] = useState<Uploaded | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const isFixed = (isDisabled ?? false) || (isReadOnly ?? false);
  const name = uploaded?.id === value ? uploaded?.name : (fileName ?? value);

  const take = async (file: File | undefined) => {
    if (!file) return;
    if (isImage && !imageTypes.includes(file.type)) return setRefusal(t('ui.file.imageExpected'));
    abort.current = new AbortController();
    setRefusal(null);
    setProgress(0);
    try {
      const answer = await sendFile<Uploaded>('/files', file, setProgress, abort.current.signal);
      setUploaded(answer);
      onChange(answer.id);
    } catch (fault) {
      if (fault instanceof ApiError) setRefusal(fault.message);
    } finally {
      setProgress(null);
    }
  };
  const drop = async ({ items }: Parameters<NonNullable<DropZoneProps['onDrop']>>[0]) => { const item = items.find(isFileDropItem); if (item) await take(await item.getFile()); };
  return (
    <Field {...props} error={refusal ?? error}>
      <DropZone aria-label={label} isDisabled={isFixed} className={classNames(styles['zone'], isFixed && styles['fixed'])} onDrop={(event) => { void drop(event); }} {...(onBlur && { onBlur })}>
        {progress !== null && <ProgressBar label={t('ui.file.uploading')} value={progress * 100} valueLabel={format.percent(progress * 100)} />}
        {progress === null && value !== null && (
          <div className={styles['held']}>
            {isImage ? <span className={styles['preview']}><Picture source={fileAddress(value)} label="" /></span> : <FileText size={15} aria-hidden className={styles['icon']} />}
            <span className={styles['name']}><TextLink href={fileAddress(value)} isExternal>{name}</TextLink></span>
            {uploaded?.id === value && <span className={styles['size']}>{format.bytes(uploaded?.size ?? 0)}</span>}
            {!isFixed && <IconButton icon={Trash2} size="small" label={t('ui.file.remove')} onPress={() => onChange(null)} />}
          </div>
        )}
        {progress === null && !isFixed && (
          <div className={styles['choose']}>
            <FileTrigger {...(isImage && { acceptedFileTypes: imageTypes })} onSelect={(files) => { void take(files?.[0]); }}>
              <Button icon={Upload} size="small">{value === null ? t('ui.file.choose') : t('ui.file.replace')}</Button>
            </FileTrigger>
            {value === null && <span className={styles['hint']}>{t('ui.file.drop')}</span>}
          </div>
        )}
      </DropZone>
    </Field>
  );
}
