import type { LayoutDocument } from '@guanxi/metadata';
import type { FormRecord } from '../form-values.js';
import { generateLayout } from '../generate/generate-layout.js';
import { drawTree } from '../testing/draw-tree.js';
import { expectGolden } from '../testing/expect-golden.js';
import { customer, customerLayout, moment, salesperson, workspace } from '../testing/workspace.js';
import { startingValues } from '../starting-values.js';
import type { FormCell, FormTree } from './form-tree.js';
import { planForm } from './plan-form.js';
import { resolveForm } from './resolve-form.js';

const plan = planForm(workspace, customer, customerLayout);
const quick: FormRecord = {
  values: { name: 'QUICK-Stop', status: 'active', number: 'C-0001', visits: 3, creditLimit: '110277.31', owner: salesperson.id, score: 7 },
  recordNames: { owner: salesperson.name },
};

describe('resolveForm', () => {
  it('draws a new record without what nobody may give it', () => {
    const record = startingValues(customer, salesperson);
    expectGolden('create-customer.txt', drawTree(resolveForm(plan, { mode: 'create', record, user: salesperson, moment })));
  });

  it('draws a record as its rules decide', () => {
    expectGolden('edit-customer.txt', drawTree(resolveForm(plan, { mode: 'edit', record: quick, user: salesperson, moment, locale: 'zh-TW' })));
  });

  it('draws a generated layout', () => {
    const generated = planForm(workspace, customer, generateLayout(customer));
    expectGolden('view-generated-customer.txt', drawTree(resolveForm(generated, { mode: 'view', record: quick, user: salesperson, moment })));
  });

  it('shows, requires and locks by formulas over the values as they are', () => {
    const lost = change({ status: 'lost', visits: 11 });
    expect(cell(lost, 'lostReason')).toMatchObject({ visible: true, required: true });
    expect(cell(lost, 'creditLimit')).toMatchObject({ enabled: false, locked: 'rule', required: false });
    const active = change({});
    expect(cell(active, 'lostReason')).toMatchObject({ visible: false });
    expect(cell(active, 'creditLimit')).toMatchObject({ enabled: true });
  });

  it('knows the person who looks', () => {
    expect(change({}).sections.find(({ title }) => title === 'Only mine')?.visible).toBe(true);
    expect(change({ owner: null }).sections.find(({ title }) => title === 'Only mine')?.visible).toBe(false);
  });

  it('locks everything where the person may not edit', () => {
    const locked = planForm(workspace, { ...customer, canEdit: false }, customerLayout);
    const tree = resolveForm(locked, { mode: 'edit', record: quick, user: salesperson, moment });
    expect(tree.sections.flatMap(({ cells }) => cells).some(({ enabled }) => enabled)).toBe(false);
  });

  it('lets a rule decide nothing that names what this person cannot read', () => {
    const layout: LayoutDocument = {
      ...customerLayout,
      sections: [{ columns: 1, cells: [{ field: 'name', visibleWhen: 'salary > 1', readOnlyWhen: 'salary > 1' }, { field: 'email', requiredWhen: 'not a formula' }] }],
    };
    const tree = resolveForm(planForm(workspace, customer, layout), { mode: 'edit', record: quick, user: salesperson, moment });
    expect(cell(tree, 'name')).toMatchObject({ visible: true, enabled: true });
    expect(cell(tree, 'email')).toMatchObject({ required: false });
  });

  it('asks for values of related records, and takes unknown ones for blank', () => {
    const layout: LayoutDocument = { ...customerLayout, sections: [{ columns: 1, cells: [{ field: 'name', visibleWhen: 'parent.status = "lost"' }] }] };
    const related = planForm(workspace, customer, layout);
    expect(related.references).toEqual([['parent', 'status']]);
    const state = { mode: 'edit', record: quick, user: salesperson, moment } as const;
    expect(cell(resolveForm(related, state), 'name').visible).toBe(false);
    expect(cell(resolveForm(related, { ...state, readRelated: () => 'lost' }), 'name').visible).toBe(true);
  });

  it('gives the same tree for the same state', () => {
    expect(change({ status: 'lost' })).toEqual(change({ status: 'lost' }));
  });
});

function change(values: FormRecord['values']): FormTree {
  return resolveForm(plan, { mode: 'edit', record: { ...quick, values: { ...quick.values, ...values } }, user: salesperson, moment });
}

function cell(tree: FormTree, name: string): FormCell {
  const found = tree.sections.flatMap(({ cells }) => cells).find((entry) => entry.name === name);
  if (!found) throw new Error(`The tree has no cell "${name}".`);
  return found;
}
