import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames, IconButton, Menu } from '../../../ui/index.js';
import type { WorkflowAction } from '../automation-types.js';
import { actionIcon } from './action-icons.js';
import styles from './Flow.module.css';

interface AddStepProps {
  /** The number that the step will have. */
  readonly place: string;
  readonly actions: readonly WorkflowAction[];
  /** Nothing comes after it in its way. */
  readonly isLast?: boolean;
  readonly onAdd: (action: string) => void;
}

/** The line between two cards, with the button that puts a step there. */
export function AddStep({ place, actions, isLast = false, onAdd }: AddStepProps) {
  const { t } = useTranslation();
  return (
    <div className={classNames(styles['edge'], isLast && styles['lastEdge'])}>
      <Menu label={t('automation.flow.addStep')} trigger={<IconButton size="small" icon={Plus} label={t('automation.flow.addStepAt', { number: place })} />}
        groups={[{
          id: 'actions', title: t('automation.flow.addStep'),
          items: actions.map(({ name, title, description }) => ({
            id: name, icon: actionIcon(name), label: t(`automation.action.${name}.title`, { defaultValue: title }),
            description: t(`automation.action.${name}.description`, { defaultValue: description }), onAction: () => onAdd(name),
          })),
        }]} />
    </div>
  );
}
