import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/index.js';
import { FormulaBrowser, type BrowsedPage } from './FormulaBrowser.js';

/** Every function of the language, to look up beside rows or a compact field. */
export function FunctionsHelp() {
  const { t } = useTranslation();
  const [browsed, setBrowsed] = useState<BrowsedPage | null>(null);
  return (
    <>
      <Button size="small" variant="quiet" icon={BookOpen} onPress={() => setBrowsed({ page: 'functions', text: '' })}>{t('formula.functions')}</Button>
      <FormulaBrowser browsed={browsed} onChange={setBrowsed} />
    </>
  );
}
