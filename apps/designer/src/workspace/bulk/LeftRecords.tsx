import type { ObjectDescription } from '@guanxi/metadata';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, Dialog, saveFile, TextLink } from '../../ui/index.js';
import { recordHref } from '../records/record-href.js';
import type { LeftRecord } from './change-others.js';
import { leftFile } from './left-file.js';
import styles from './MassEdit.module.css';

interface LeftRecordsProps {
  readonly object: ObjectDescription;
  readonly left: readonly LeftRecord[];
  readonly changed: number;
  readonly onClose: () => void;
}

/** So many are shown; the file has all. */
const mostShown = 100;

/** Which records a change of many has left as they are, and why. */
export function LeftRecords({ object, left, changed, onClose }: LeftRecordsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = (count: number) => (count === 1 ? object.label : object.pluralLabel);
  const download = () => saveFile(`${object.name}-${t('lists.bulk.left.file')}.csv`, leftFile(left, ['id', t('lists.bulk.left.record'), t('lists.bulk.left.reason')]), 'text/csv;charset=utf-8');
  return (
    <Dialog isOpen onOpenChange={onClose} size="large" title={t('lists.bulk.left.title', { count: left.length, shown: format.number(left.length), name: name(left.length) })}
      description={t('lists.bulk.updated', { count: changed, name: name(changed) })}
      footer={<><Button icon={Download} onPress={download}>{t('lists.bulk.left.download')}</Button><Button variant="primary" onPress={onClose}>{t('ui.done')}</Button></>}>
      <table className={styles['left']}>
        <thead><tr><th scope="col">{t('lists.bulk.left.record')}</th><th scope="col">{t('lists.bulk.left.reason')}</th></tr></thead>
        <tbody>
          {left.slice(0, mostShown).map(({ id, name: called, reason }) => <tr key={id}><td><TextLink href={recordHref(object.name, id)} isExternal>{called}</TextLink></td><td>{reason}</td></tr>)}
        </tbody>
      </table>
      {left.length > mostShown && <p className={styles['note']}>{t('lists.cell.moreRefused', { count: left.length - mostShown })}</p>}
    </Dialog>
  );
}
