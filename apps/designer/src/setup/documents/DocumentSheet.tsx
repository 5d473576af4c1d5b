import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ErrorSummary, Sheet, TextField } from '../../ui/index.js';
import { sayProblem } from '../form/match-problems.js';
import { TranslatedText } from '../form/TranslatedText.js';
import type { SheetDraft, useDocumentSheet } from './use-document-sheet.js';
import formStyles from '../form/Form.module.css';

export interface DocumentSheetProps {
  readonly sheet: Omit<ReturnType<typeof useDocumentSheet>, 'set'> & { readonly set: (changes: Partial<SheetDraft>) => void };
  readonly title: string;
  readonly size?: 'large';
  readonly texts: { readonly titleField: string; readonly titleMissing: string; readonly name: string; readonly save: string; readonly remove: string };
  readonly children: ReactNode;
}

/** The panel of a document: its title, its name while it is new, what else it has, and what can be done with it. */
export function DocumentSheet({ sheet, title, size, texts, children }: DocumentSheetProps) {
  const { t } = useTranslation();
  const { draft, set, name, byField, rest, missing, isNew, isDirty, isPending, submit, remove, requestClose, dialog } = sheet;
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} {...(size && { size })} title={title} isGuarded={isDirty}
        footer={(
          <>
            {!isNew && <Button variant="quiet" onPress={remove}>{texts.remove}</Button>}
            <Button onPress={requestClose}>{t('ui.cancel')}</Button>
            <Button variant="primary" isPending={isPending} isDisabled={!isNew && !isDirty} onPress={submit}>{texts.save}</Button>
          </>
        )}>
        <form className={formStyles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TranslatedText label={texts.titleField} isRequired autoFocus={isNew} value={draft.label} onChange={(label) => set({ label })} error={byField.label ?? missing(draft.label.text.trim() === '', texts.titleMissing)} />
          {isNew && <TextField label={texts.name} isCode isRequired value={name} maxLength={50} onChange={(next) => set({ name: next })} error={byField.name ?? null} />}
          {children}
        </form>
      </Sheet>
      {dialog}
    </>
  );
}
