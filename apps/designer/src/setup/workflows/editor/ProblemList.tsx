import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../../ui/index.js';
import { useFlowBoard } from './flow/board.js';
import { showPart } from './flow/show-part.js';
import type { PlacedProblem } from './list-problems.js';
import styles from './Problems.module.css';

interface ProblemListProps {
  readonly problems: readonly PlacedProblem[];
  /** Before somebody is led to one. */
  readonly onGo?: () => void;
}

/** Everything that is wrong with the workflow, each with the way to where it is mended. */
export function ProblemList({ problems, onGo }: ProblemListProps) {
  const { t } = useTranslation();
  const board = useFlowBoard();
  return (
    <ul className={styles['problems']}>
      {problems.map(({ part, problem: { code, path, message, hint } }, index) => {
        const name = path.split('/').at(-1) ?? '';
        const said = code === 'input.missing' ? t('flow.problems.missing', { name: t(`automation.input.${name}.title`, { defaultValue: name }) }) : [message, hint].filter(Boolean).join(' ');
        if (part === 'workflow') return <li key={index} className={styles['problem']}>{said}</li>;
        const { icon: Icon, kind, title } = board.wordsOf(part);
        return (
          <li key={index}>
            <PlainButton className={styles['problem'] ?? ''} onPress={() => { onGo?.(); showPart(board, part); }}>
              <span className={styles['place']}><Icon size={13} aria-hidden />{kind} · {title}</span> <span>{said}</span>
            </PlainButton>
          </li>
        );
      })}
    </ul>
  );
}
