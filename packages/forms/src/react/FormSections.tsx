import { type TabPart, useWidgetKit } from '@guanxi/field-types/widgets';
import { type ReactNode, useState } from 'react';
import type { FormCell, FormSection, FormTree } from '../resolve/form-tree.js';
import type { FormTexts } from './form-texts.js';

/** What a record's page has beside the fields. */
export interface PartsAround {
  /** Title of the tab with the sections that stand in none. */
  readonly own: string;
  /** Stands under these sections. */
  readonly tail?: ReactNode;
  readonly others: readonly TabPart[];
  readonly open: string | undefined;
  readonly onOpen: (tab: string) => void;
}

interface FormSectionsProps {
  readonly tree: FormTree;
  /** The title of the tab that is seen; undefined where there are none. */
  readonly open: string | undefined;
  readonly onOpen: (tab: string) => void;
  readonly texts: FormTexts;
  /** Sections in which nothing has a value are one line that opens them. */
  readonly foldsBlank?: boolean;
  /** Parts of the page that stand beside the form’s own, each in a tab; the sections without a tab are in one as well then. */
  readonly around?: PartsAround;
  /** How a cell is drawn is up to the caller. */
  readonly children: (cell: FormCell) => ReactNode;
}

/** The visible part of a tree: sections without a tab, then the tabs with theirs. */
export function FormSections({ tree, open, onOpen, texts, foldsBlank = false, around, children }: FormSectionsProps) {
  const { Tabs } = useWidgetKit();
  const shown = tree.sections.filter(({ visible }) => visible);
  const draw = (tab: string | undefined) => shown.filter((section) => section.tab === tab).map((section) => (foldsBlank && isBlank(section)
    ? <BlankSection key={`blank ${section.id}`} section={section} texts={texts}>{children}</BlankSection>
    : <DrawnSection key={section.id} section={section}>{children}</DrawnSection>));
  const items = tree.tabs.map((tab) => {
    const count = countProblems(shown.filter((section) => section.tab === tab));
    return { id: tab, title: tab, ...(count > 0 && { problem: texts('errorSummary', { count }) }), content: draw(tab) };
  });
  if (around) {
    const { own, tail, others } = around;
    const parts = [{ id: own, title: own, content: <>{draw(undefined)}{tail}</> }, ...items, ...others];
    const chosen = parts.find(({ id }) => id === around.open) ?? parts[0];
    return <Tabs label={texts('tabs')} items={parts} value={chosen?.id ?? own} onChange={around.onOpen} />;
  }
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

/** A section without values, until somebody wants to add one. */
function BlankSection({ section, texts, children }: { readonly section: FormSection; readonly texts: FormTexts; readonly children: (cell: FormCell) => ReactNode }) {
  const { Section, Button } = useWidgetKit();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <DrawnSection section={section}>{children}</DrawnSection>;
  const fields = section.cells.filter(({ visible }) => visible).map(({ field }) => field.label).join(', ');
  return (
    <Section {...(section.title === undefined ? {} : { title: section.title })}>
      <div>
        <Button kind="plain" onPress={() => setOpen(true)}>
          {texts('addTo', { fields })}
        </Button>
      </div>
    </Section>
  );
}

/** Nothing in it has a value, and something in it could get one. */
function isBlank({ cells }: FormSection): boolean {
  const shown = cells.filter(({ visible }) => visible);
  return shown.length > 0 && shown.every(({ value }) => value === null) && shown.some(({ enabled }) => enabled);
}

function countProblems(sections: readonly FormSection[]): number {
  return sections.flatMap(({ cells }) => cells).filter(({ visible, problems }) => visible && problems.length > 0).length;
}
