import { useWidgetKit } from '@guanxi/field-types/widgets';
import type { ReactNode } from 'react';
import type { FormCell, FormSection, FormTree } from '../resolve/form-tree.js';
import type { FormTexts } from './form-texts.js';

interface FormSectionsProps {
  readonly tree: FormTree;
  /** The title of the tab that is seen; undefined where there are none. */
  readonly open: string | undefined;
  readonly onOpen: (tab: string) => void;
  readonly texts: FormTexts;
  /** How a cell is drawn is up to the caller. */
  readonly children: (cell: FormCell) => ReactNode;
}

/** The visible part of a tree: sections without a tab, then the tabs with theirs. */
export function FormSections({ tree, open, onOpen, texts, children }: FormSectionsProps) {
  const { Tabs } = useWidgetKit();
  const shown = tree.sections.filter(({ visible }) => visible);
  const draw = (tab: string | undefined) => shown.filter((section) => section.tab === tab).map((section) => <DrawnSection key={section.id} section={section}>{children}</DrawnSection>);
  const items = tree.tabs.map((tab) => {
    const count = countProblems(shown.filter((section) => section.tab === tab));
    return { id: tab, title: tab, ...(count > 0 && { problem: texts('errorSummary', { count }) }), content: draw(tab) };
  });
  return (
    <>
      {draw(undefined)}
      {open !== undefined && <Tabs label={texts('tabs')} items={items} value={open} onChange={onOpen} />}
    </>
  );
}

function DrawnSection({ section: { title, columns, cells }, children }: { readonly section: FormSection; readonly children: (cell: FormCell) => ReactNode }) {
  const { Section, FormGrid, FormCell: Cell } = useWidgetKit();
  return (
    <Section {...(title === undefined ? {} : { title })}>
      <FormGrid columns={columns}>
        {cells
          .filter(({ visible }) => visible)
          .map((cell) => (
            <Cell key={cell.name} wide={cell.wide}>
              {children(cell)}
            </Cell>
          ))}
      </FormGrid>
    </Section>
  );
}

function countProblems(sections: readonly FormSection[]): number {
  return sections.flatMap(({ cells }) => cells).filter(({ visible, problems }) => visible && problems.length > 0).length;
}
