import { Bookmark, BookmarkCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { Button, showToast } from '../../ui/index.js';
import { NameDialog } from '../list/NameDialog.js';
import type { SearchAddress } from './search-address.js';
import { deleteSearch, isSameSearch, saveSearch, useSavedSearches } from './saved-searches.js';

/** Keeps the search under a name, or says under which it is kept and lets it go. */
export function SaveSearch({ address }: { readonly address: SearchAddress }) {
  const { t } = useTranslation();
  const [isNaming, setNaming] = useState(false);
  const known = useSavedSearches().find((one) => isSameSearch(one.address, address));
  const fail = (error: unknown) => showToast({ tone: 'danger', message: error instanceof ApiError ? error.message : String(error) });
  const save = async (title: string) => {
    await saveSearch(title, address);
    setNaming(false);
    showToast({ tone: 'success', message: t('search.saved.done', { name: title }) });
  };
  const remove = async ({ id, title }: NonNullable<typeof known>) => {
    await deleteSearch(id);
    showToast({ message: t('search.saved.deleted', { name: title }), onUndo: () => void saveSearch(title, address).catch(fail) });
  };
  return (
    <>
      {known
        ? <Button variant="quiet" icon={BookmarkCheck} onPress={() => void remove(known).catch(fail)}>{t('search.saved.delete', { name: known.title })}</Button>
        : <Button variant="quiet" icon={Bookmark} onPress={() => setNaming(true)}>{t('search.saved.save')}</Button>}
      {isNaming && <NameDialog title={t('search.saved.save')} onClose={() => setNaming(false)} onSave={save} />}
    </>
  );
}
