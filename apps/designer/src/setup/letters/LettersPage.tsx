import { FilePlus2, FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DocumentsPage } from '../documents/DocumentsPage.js';
import { NewDocumentDialog } from '../documents/NewDocumentDialog.js';
import { useObjectTitle } from '../documents/use-object-title.js';
import { newTemplate } from './letter-draft.js';

/** The letters and quotes that the org makes of records. */
export function LettersPage() {
  const { t } = useTranslation();
  const objectTitle = useObjectTitle();
  return (
    <DocumentsPage kind="document-template" title={t('shell.setupNav.letters')} path="/setup/letters" icon={FileText} newIcon={FilePlus2}
      texts={{ description: t('letters.description'), create: t('letters.new'), none: t('letters.none'), noneBody: t('letters.noneBody'), search: t('letters.search') }}
      columns={[{ id: 'object', header: t('letters.about'), render: ({ document }) => objectTitle(document.object) }]} alsoSearched={({ object }) => objectTitle(object)}
      renderNew={(documents, onClose) => (
        <NewDocumentDialog kind="document-template" documents={documents} fallback="letter" path="/setup/letters" onClose={onClose}
          texts={{ title: t('letters.new'), create: t('letters.create'), titleMissing: t('letters.titleMissing') }} about={{ label: t('letters.about'), missing: t('letters.aboutMissing') }}
          make={({ name, title, object, objects }) => object && newTemplate({ name, title, object, objects })} />
      )} />
  );
}
