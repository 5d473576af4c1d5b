import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton, Menu } from '../../../ui/index.js';
import type { WorkflowAction } from '../automation-types.js';
import { actionIcon } from './action-icons.js';
import styles from './Flow.module.css';

/** Their steps stand in ways of their own, which are written in the document. */
const WITH_WAYS: ReadonlySet<string> = new Set(['branch', 'forEach']);

/** The line between two cards, with the button that puts a step there. */
export function AddStep({ index, actions, onAdd }: { readonly index: number; readonly actions: readonly WorkflowAction[]; readonly onAdd: (action: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles['edge']}>
      <Menu label={t('automation.flow.addStep')} trigger={<IconButton size="small" icon={Plus} label={t('automation.flow.addStepAt', { number: index + 1 })} />}
        groups={[{
          id: 'actions', title: t('automation.flow.addStep'),
          items: actions.filter(({ name }) => !WITH_WAYS.has(name)).map(({ name, title, description }) => ({
            id: name, icon: actionIcon(name), label: t(`automation.action.${name}.title`, { defaultValue: title }),
            description: t(`automation.action.${name}.description`, { defaultValue: description }), onAction: () => onAdd(name),
          })),
        }]} />
    </div>
  );
}
