import type { ObjectDocument } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { useObjectTitle } from '../documents/use-object-title.js';
import { sentenceKey } from './sharing-draft.js';

/** Says in one sentence who sees records of an object that no rule and no share speaks of. */
export function useDefaultSentence(): (document: ObjectDocument) => string {
  const { t } = useTranslation();
  const objectTitle = useObjectTitle();
  return (document) => {
    const { sharing } = document.guanxi;
    const masters = Object.values(document.properties).filter(({ guanxi }) => guanxi.type === 'masterDetail').map(({ guanxi }) => objectTitle(String(guanxi['target'] ?? '')));
    const parent = sharing?.parent === undefined ? '' : objectTitle(String(document.properties[sharing.parent]?.guanxi['target'] ?? ''));
    return t(`sharing.sentences.${sentenceKey(document)}`, { parent: masters.length > 0 ? masters.join(t('people.and')) : parent });
  };
}
