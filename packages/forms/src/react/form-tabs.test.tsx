/** @jest-environment jsdom */
import { plainKit } from '@guanxi/field-types/testing';
import { WidgetKitProvider } from '@guanxi/field-types/widgets';
import type { LayoutDocument } from '@guanxi/metadata';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { FormValues } from '../form-values.js';
import { customer, customerLayout, moment, salesperson, workspace } from '../testing/workspace.js';
import type { FormTexts } from './form-texts.js';
import { RecordDetails } from './RecordDetails.js';
import { RecordForm } from './RecordForm.js';

const texts: FormTexts = (key, values) => `${key}${values ? ` ${JSON.stringify(values)}` : ''}`;
const layout: LayoutDocument = {
  ...customerLayout,
  sections: [
    { title: 'Money', columns: 1, tab: 'Numbers', cells: [{ field: 'visits' }, { field: 'creditLimit' }] },
    { title: 'Top', columns: 1, cells: [{ field: 'name' }, { field: 'status' }] },
    { columns: 1, tab: 'Contact', cells: [{ field: 'email', requiredWhen: 'visits > 5' }] },
    { columns: 1, tab: 'Lost', visibleWhen: 'ISPICKVAL(status, "lost")', cells: [{ field: 'lostReason', requiredWhen: 'ISPICKVAL(status, "lost")' }] },
  ],
};
const record = { values: { name: 'QUICK-Stop', status: 'active', visits: 3, email: null }, recordNames: {} };
const page = { workspace, object: customer, layout, record, user: salesperson, display: { locale: 'en-US', timeZone: 'UTC', currency: 'USD' }, now: moment.now, texts };

afterEach(cleanup);

function drawForm() {
  const saved: FormValues[] = [];
  render(
    <WidgetKitProvider kit={plainKit}>
      <RecordForm {...page} mode="edit" onSave={async (values) => { saved.push(values); return undefined; }} />
    </WidgetKitProvider>,
  );
  return { saved, user: userEvent.setup() };
}

const tabNames = () => screen.getAllByRole('tab').map(({ textContent }) => textContent);
const openTab = () => screen.getByRole('tab', { selected: true }).textContent;

describe('tabs of a form', () => {
  it('stand below the sections without one, and the first is open', () => {
    drawForm();
    expect(tabNames()).toEqual(['Numbers', 'Contact']);
    expect(openTab()).toBe('Numbers');
    const order = screen.getByRole('heading', { name: 'Top' }).compareDocumentPosition(screen.getByRole('tablist'));
    expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  });

  it('keep what was typed on another one, and save it', async () => {
    const { saved, user } = drawForm();
    await user.type(screen.getByLabelText('Visits'), '7');
    await user.click(screen.getByRole('tab', { name: 'Contact' }));
    await user.type(screen.getByLabelText('Email'), 'q@example.com');
    await user.click(screen.getByRole('button', { name: 'save' }));
    expect(saved).toEqual([{ visits: 37, email: 'q@example.com' }]);
  });

  it('come and go with their sections; the one that was open is open again when it comes back', async () => {
    const { user } = drawForm();
    await user.selectOptions(screen.getByLabelText('Status'), 'lost');
    await user.click(screen.getByRole('tab', { name: 'Lost' }));
    await user.selectOptions(screen.getByLabelText('Status'), 'active');
    expect([tabNames(), openTab()]).toEqual([['Numbers', 'Contact'], 'Numbers']);
    await user.selectOptions(screen.getByLabelText('Status'), 'lost');
    expect(openTab()).toBe('Lost');
  });

  it('are marked where something is wrong, and opened when saving finds it', async () => {
    const { saved, user } = drawForm();
    await user.selectOptions(screen.getByLabelText('Status'), 'lost');
    await user.click(screen.getByRole('button', { name: 'save' }));
    expect(saved).toEqual([]);
    expect(openTab()).toBe('Lost');
    expect(screen.getByRole('tab', { name: 'Lost' }).title).toBe('errorSummary {"count":1}');
    await user.click(screen.getByRole('tab', { name: 'Numbers' }));
    await user.click(screen.getByRole('button', { name: /^Reason: problem.required/ }));
    expect([openTab(), document.activeElement]).toEqual(['Lost', screen.getByLabelText('Reason')]);
  });

  it('stay where they are when what is wrong is in sight', async () => {
    const { user } = drawForm();
    await user.click(screen.getByRole('tab', { name: 'Contact' }));
    await user.clear(screen.getByLabelText('Name'));
    await user.selectOptions(screen.getByLabelText('Status'), 'lost');
    await user.click(screen.getByRole('button', { name: 'save' }));
    expect(openTab()).toBe('Contact');
  });
});

describe('tabs of a record page', () => {
  it('show the same, and what is being edited stays open behind another tab', async () => {
    render(
      <WidgetKitProvider kit={plainKit}>
        <RecordDetails {...page} onSave={async () => undefined} />
      </WidgetKitProvider>,
    );
    const user = userEvent.setup();
    expect([tabNames(), openTab()]).toEqual([['Numbers', 'Contact'], 'Numbers']);
    await user.click(screen.getByRole('button', { name: 'edit {"field":"Visits"}' }));
    await user.type(screen.getByLabelText('Visits'), '1');
    await user.click(screen.getByRole('tab', { name: 'Contact' }));
    await user.click(screen.getByRole('tab', { name: 'Numbers' }));
    expect(screen.getByLabelText<HTMLInputElement>('Visits').value).toBe('31');
  });
});
