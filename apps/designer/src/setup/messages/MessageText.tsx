import type { FormulaScope } from '@guanxi/formula';
import { Braces } from 'lucide-react';
import { lazy, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, classNames, Popover, Skeleton } from '../../ui/index.js';
import { FieldList } from '../formula/FieldList.js';
import type { MessageCodeHandle } from './code/MessageCode.js';
import { findTokenProblems } from './token-problems.js';
import styles from './Messages.module.css';

const MessageCode = lazy(() => import('./code/MessageCode.js').then((module) => ({ default: module.MessageCode })));

interface MessageTextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly scope: FormulaScope;
  readonly language: string;
  readonly isLine?: boolean;
  readonly error?: string | undefined;
}

/** One text of a message with its tokens: completed while they are written, or chosen from the fields there are. */
export function MessageText({ label, value, onChange, scope, language, isLine = false, error }: MessageTextProps) {
  const { t, i18n } = useTranslation();
  const code = useRef<MessageCodeHandle>(null);
  const [problem] = findTokenProblems(value, scope);
  const said = error ?? (problem && t('mail.unresolved', { token: problem.token, why: problem.tell(i18n.language).message }));
  return (
    <div className={styles['text']}>
      <div className={styles['textHead']}>
        <span className={styles['label']}>{label}</span>
        <Popover label={t('mail.insert')} placement="bottom end" trigger={<Button size="small" variant="quiet" icon={Braces}>{t('mail.insert')}</Button>}>
          {(close) => <div className={styles['picker']}><FieldList scope={scope} text="" onInsert={(path) => { close(); requestAnimationFrame(() => code.current?.insert(path)); }} /></div>}
        </Popover>
      </div>
      <div className={classNames(styles['editor'], isLine ? styles['line'] : styles['body'], said !== undefined && styles['invalid'])}>
        <Suspense fallback={<Skeleton />}>
          <MessageCode value={value} onChange={onChange} scope={scope} pageLanguage={i18n.language} textLanguage={language} label={label} isLine={isLine} handle={code} />
        </Suspense>
      </div>
      {said !== undefined && <p className={styles['wrong']} role="status">{said}</p>}
    </div>
  );
}
