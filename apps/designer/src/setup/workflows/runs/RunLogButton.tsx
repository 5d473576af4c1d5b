import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, saveFile } from '../../../ui/index.js';
import type { Run } from '../automation-types.js';
import { writeRunLog } from './write-run-log.js';

/** Keeps everything of a run as a file. */
export function RunLogButton({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  return <Button icon={Download} onPress={() => saveFile(`${run.workflow}-${run.id}.json`, writeRunLog(run))}>{t('care.run.log')}</Button>;
}
