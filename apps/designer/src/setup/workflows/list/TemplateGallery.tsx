import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../../ui/index.js';
import { templateIcons } from './NewWorkflowDialog.js';
import { templateNames, type TemplateName } from './workflow-templates.js';
import styles from './List.module.css';

/** What a first workflow may begin with. */
export function TemplateGallery({ onChoose }: { readonly onChoose: (template: TemplateName) => void }) {
  const { t } = useTranslation();
  return (
    <ul className={styles['gallery']} aria-label={t('starters.or')}>
      {templateNames.filter((name) => name !== 'blank').map((name) => {
        const Icon = templateIcons[name];
        return (
          <li key={name}>
            <PlainButton className={styles['template'] ?? ''} onPress={() => onChoose(name)}>
              <Icon size={18} aria-hidden className={styles['templateSign']} /><strong>{t(`starters.templates.${name}.title`)}</strong> <span>{t(`starters.templates.${name}.description`)}</span>
            </PlainButton>
          </li>
        );
      })}
    </ul>
  );
}
