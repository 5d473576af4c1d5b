import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../ui/index.js';

interface TabKeysProps {
  readonly ids: readonly string[];
  readonly labelOf: (id: string) => string;
  readonly onGo: (id: string) => void;
}

/** The number keys go to the first nine tabs. */
export function TabKeys({ ids, labelOf, onGo }: TabKeysProps) {
  return ids.slice(0, 9).map((id, index) => <TabKey key={id} keys={String(index + 1)} label={labelOf(id)} onGo={() => onGo(id)} />);
}

function TabKey({ keys, label, onGo }: { readonly keys: string; readonly label: string; readonly onGo: () => void }) {
  const { t } = useTranslation();
  useShortcut({ keys, label, section: t('shell.commands.here'), run: onGo });
  return null;
}
