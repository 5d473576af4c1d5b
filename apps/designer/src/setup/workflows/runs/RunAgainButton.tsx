import { useNavigate } from '@tanstack/react-router';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertDialog, IconButton, showToast } from '../../../ui/index.js';
import type { Run, RunStep } from '../automation-types.js';
import { useRepeatRun } from '../care/care-queries.js';

/** Rounds of loops and called workflows begin with the run that they belong to. */
const PARTS = new Set<unknown>(['round', 'called']);
const OVER: ReadonlySet<Run['status']> = new Set(['DONE', 'FAILED', 'CANCELLED']);

/** Begins a new run at a step of one that is over. */
export function RunAgainButton({ run, step, title }: { readonly run: Run; readonly step: RunStep; readonly title: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const repeat = useRepeatRun();
  const [isAsking, setAsking] = useState(false);
  const { kind } = (run.trigger ?? {}) as { readonly kind?: unknown };
  if (!OVER.has(run.status) || step.startedAt === null || PARTS.has(kind)) return null;
  const begin = () => repeat.mutate({ id: run.id, from: step.id }, {
    onSuccess: ({ id }) => {
      showToast({ message: t('care.run.repeated') });
      void navigate({ to: '/setup/runs/$run', params: { run: id } });
    },
    onError: (error) => showToast({ message: error.message, tone: 'danger' }),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <IconButton icon={RotateCcw} label={t('insight.test.fromHere', { step: title })} onPress={() => setAsking(true)} />
      <AlertDialog isOpen={isAsking} onOpenChange={setAsking} title={t('care.run.repeatTitle', { step: title })} confirmLabel={t('automation.run.retry')} isPending={repeat.isPending} onConfirm={begin}>{t('care.run.repeatBody')}</AlertDialog>
    </>
  );
}
