import { useTranslation } from 'react-i18next';
import { levelWord, type Difference } from './describe-differences.js';
import styles from './Access.module.css';

/** Differences, a sentence each: what is gained and what is lost. */
export function DifferenceList({ differences, objectTitle }: { readonly differences: readonly Difference[]; readonly objectTitle: (name: string) => string }) {
  const sentences = useDifferenceWords(objectTitle);
  return <ul className={styles['differences']}>{differences.map((one) => <li key={JSON.stringify(one)} className={isGain(one) ? styles['gain'] : styles['loss']}>{sentences(one)}</li>)}</ul>;
}

function useDifferenceWords(objectTitle: (name: string) => string): (difference: Difference) => string {
  const { t } = useTranslation();
  return (difference) => {
    const words = {
      ...('object' in difference && { object: objectTitle(difference.object) }),
      ...('field' in difference && { field: difference.field }),
      ...('right' in difference && { right: t(`access.right.${difference.right}`) }),
      ...('before' in difference && { before: t(levelWord(difference.right, difference.before)), after: t(levelWord(difference.right, difference.after)) }),
      ...('level' in difference && { level: t(`access.level.${difference.level}`) }),
      ...('area' in difference && { area: t(`access.areas.${difference.area}`) }),
      ...('types' in difference && { types: difference.types.join(', ') }),
      ...('name' in difference && { name: difference.name }),
    };
    return t(`access.diff.${difference.key}`, words);
  };
}

const order = ['none', 'own', 'shared', 'all'];

function isGain(difference: Difference): boolean {
  if (difference.key === 'right') return order.indexOf(difference.after) > order.indexOf(difference.before);
  return ['fieldOn', 'areaOn', 'typesAll', 'muteOff', 'atMostOff', 'setOn', 'appOn'].includes(difference.key);
}
