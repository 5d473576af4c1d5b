import type { FormCell, FormTree } from '../resolve/form-tree.js';

/** A form tree as people would read it, so that a review shows at a glance what became of a form. */
export function drawTree(tree: FormTree): string {
  const lines = tree.sections.flatMap(({ id, title, tab, columns, visible, cells }) => [
    `${visible ? '' : '(hidden) '}${tab === undefined ? '' : `[${tab}] `}${id}${title === undefined ? '' : ` "${title}"`}, ${columns} column${columns === 1 ? '' : 's'}`,
    ...cells.map(drawCell),
  ]);
  const lists = tree.relatedLists.map(({ relation, columns }) => `list ${relation}: ${columns.join(', ')}`);
  return [tree.mode, '', ...lines, ...(lists.length > 0 ? ['', ...lists] : []), ''].join('\n');
}

function drawCell({ name, field, wide, visible, enabled, locked, required, value, problems }: FormCell): string {
  const marks = [required ? 'required' : '', wide ? 'wide' : '', enabled ? '' : `locked (${locked ?? ''})`, visible ? '' : 'hidden'].filter((mark) => mark !== '');
  const wrong = problems.map(({ code }) => ` ! ${code}`).join('');
  return `  ${name} (${field.type})${marks.length > 0 ? ` [${marks.join(', ')}]` : ''} = ${JSON.stringify(value)}${wrong}`;
}
