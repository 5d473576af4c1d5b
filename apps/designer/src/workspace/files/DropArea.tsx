import { Upload } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/index.js';
import styles from './Files.module.css';

interface DropAreaProps {
  readonly className?: string | undefined;
  readonly isDisabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** Files may be dropped anywhere on it; while some hang over it, it says so. */
export function DropArea({ className, isDisabled = false, onFiles, children }: DropAreaProps) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  // Entering and leaving is told of every part inside as well.
  const depth = useRef(0);
  if (isDisabled) return <div className={className}>{children}</div>;
  const leave = () => { depth.current = 0; setOver(false); };
  return (
    <div className={classNames(styles['area'], className)}
      onDragEnter={(event) => { if (carriesFiles(event)) { depth.current += 1; setOver(true); } }}
      onDragLeave={() => { depth.current -= 1; if (depth.current <= 0) leave(); }}
      onDragOver={(event) => { if (carriesFiles(event)) event.preventDefault(); }}
      onDrop={(event) => { if (!carriesFiles(event)) return; event.preventDefault(); leave(); onFiles([...event.dataTransfer.files]); }}>
      {children}
      {isOver && <div className={styles['over']} aria-hidden><span className={styles['overWords']}><Upload size={18} aria-hidden />{t('files.drop')}</span></div>}
    </div>
  );
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}
