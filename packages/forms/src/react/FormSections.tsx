import { useWidgetKit } from '@guanxi/field-types/widgets';
import type { ReactNode } from 'react';
import type { FormCell, FormTree } from '../resolve/form-tree.js';

/** The visible part of a tree: sections, columns and cells; how a cell is drawn is up to the caller. */
export function FormSections({ tree, children }: { readonly tree: FormTree; readonly children: (cell: FormCell) => ReactNode }) {
  const { Section, FormGrid, FormCell: Cell } = useWidgetKit();
  return tree.sections
    .filter(({ visible }) => visible)
    .map(({ id, title, columns, cells }) => (
      <Section key={id} {...(title === undefined ? {} : { title })}>
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
    ));
}
