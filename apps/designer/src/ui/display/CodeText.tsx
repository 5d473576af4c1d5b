import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names.js';
import { IconButton } from '../controls/IconButton.js';
import styles from './CodeText.module.css';

export interface CodeTextProps {
  readonly children: string;
  readonly isCopyable?: boolean;
  /** Several lines in a box of their own. */
  readonly isBlock?: boolean;
}

/** API names, references, formulas, addresses. */
export function CodeText({ children, isCopyable, isBlock }: CodeTextProps) {
  const code = <code className={styles['code']}>{children}</code>;
  if (isBlock) return <pre className={styles['block']} tabIndex={0}>{code}{isCopyable && <CopyButton text={children} />}</pre>;
  if (!isCopyable) return code;
  return <span className={styles['line']}>{code}<CopyButton text={children} /></span>;
}

export function CopyButton({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <span className={classNames(styles['copy'])}>
      <IconButton size="small" icon={isCopied ? Check : Copy} label={t(isCopied ? 'ui.copied' : 'ui.copy')}
        onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))} />
    </span>
  );
}
