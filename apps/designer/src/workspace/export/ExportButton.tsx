import type { ObjectDescription } from '@guanxi/metadata';
import { FileDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/index.js';
import type { ListPlan } from '../list/list-question.js';

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.js')).ExportDialog }));

/** Over a list: all of it as a file. */
export function ExportButton({ object, plan }: { readonly object: ObjectDescription; readonly plan: ListPlan }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={FileDown} label={t('exporting.export')} onPress={() => setOpen(true)} />
      <Suspense>
        {isOpen && <ExportDialog object={object} question={{ ...plan.question, columns: plan.columns.map(({ name }) => name) }} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
