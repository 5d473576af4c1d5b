/** @jest-environment jsdom */
import { Validator } from '@cfworker/json-schema';
import { jest } from '@jest/globals';
import { fieldType, type JsonSchema } from '@guanxi/field-types';
import { plainKit } from '@guanxi/field-types/testing';
import { WidgetKitProvider } from '@guanxi/field-types/widgets';
import type { Problem } from '@guanxi/metadata';
import { act, cleanup, createEvent, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { FormValues } from '../form-values.js';
import { customer, customerLayout, moment, salesperson, workspace } from '../testing/workspace.js';
import { fromCfworkerErrors, type SchemaValidator } from '../validate/schema-validator.js';
import type { FormTexts } from './form-texts.js';
import { RecordForm, type RecordFormProps } from './RecordForm.js';

const texts: FormTexts = (key, values) => `${key}${values ? ` ${JSON.stringify(values)}` : ''}`;
const validator: SchemaValidator = (schema, value) => fromCfworkerErrors(new Validator(schema, '2020-12', false).validate(value).errors);
const schema: JsonSchema = {
  properties: Object.fromEntries(['name', 'email', 'visits', 'status'].map((name) => [name, valueSchema(name)])),
  required: ['name'],
};
const record = { values: { name: 'QUICK-Stop', status: 'active', visits: 3, email: null, creditLimit: '10.00', owner: salesperson.id }, recordNames: {} };

afterEach(cleanup);

function draw(props: Partial<RecordFormProps> = {}) {
  const saved: FormValues[] = [];
  const onSave = async (values: FormValues): Promise<readonly Problem[] | undefined> => {
    saved.push(values);
    return undefined;
  };
  const all: RecordFormProps = {
    mode: 'edit',
    workspace,
    object: customer,
    layout: customerLayout,
    record,
    user: salesperson,
    display: { locale: 'en-US', timeZone: 'UTC', currency: 'USD' },
    now: moment.now,
    texts,
    schema,
    validator,
    onSave,
    ...props,
  };
  const user = userEvent.setup();
  const { rerender, container } = render(tree(all));
  return { saved, user, container, redraw: (changes: Partial<RecordFormProps>) => rerender(tree({ ...all, ...changes })) };
}

function tree(props: RecordFormProps) {
  return (
    <WidgetKitProvider kit={plainKit}>
      <RecordForm {...props} />
    </WidgetKitProvider>
  );
}

describe('RecordForm', () => {
  it('draws sections, columns and fields with their values, marks and help', () => {
    const { container } = draw();
    expect(screen.getByRole('heading', { name: 'Contact' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('QUICK-Stop');
    expect(screen.getByLabelText('Name').getAttribute('aria-required')).toBe('true');
    expect(screen.getByText('As it stands on invoices.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Number').readOnly).toBe(true);
    expect(container.querySelectorAll('[data-columns="2"]').length).toBe(2);
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  });

  it('saves what was changed, and reports unsaved work', async () => {
    const dirty: boolean[] = [];
    const { saved, user } = draw({ onDirtyChange: (value) => dirty.push(value) });
    await user.clear(screen.getByLabelText('Name'));
    await user.type(screen.getByLabelText('Name'), 'Quick');
    expect(dirty.at(-1)).toBe(true);
    await user.click(screen.getByRole('button', { name: 'save' }));
    expect(saved).toEqual([{ name: 'Quick' }]);
    await waitFor(() => expect(dirty.at(-1)).toBe(false));
  });

  it('gives all values of a new record', async () => {
    const { saved, user } = draw({ mode: 'create', record: { values: { name: null, status: 'active' }, recordNames: {} } });
    await user.type(screen.getByLabelText('Name'), '王小明');
    await user.click(screen.getByRole('button', { name: 'save' }));
    expect(saved).toEqual([{ name: '王小明', status: 'active' }]);
  });

  it('shows and requires fields as rules say while people type', async () => {
    const { saved, user } = draw();
    expect(screen.queryByLabelText('Reason')).toBeNull();
    await user.selectOptions(screen.getByLabelText('Status'), 'lost');
    expect(screen.getByLabelText('Reason').getAttribute('aria-required')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'save' }));
    expect(saved).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain('Reason: problem.required');
  });

  it('leads from the summary of errors to the field', async () => {
    const { user } = draw();
    await user.clear(screen.getByLabelText('Name'));
    await user.type(screen.getByLabelText('Email'), 'ada');
    await user.click(screen.getByRole('button', { name: 'save' }));
    expect(screen.getByRole('alert').textContent).toContain('errorSummary {"count":2}');
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    await user.click(screen.getByRole('button', { name: /^Email: problem.expectedEmail/ }));
    expect(document.activeElement).toBe(screen.getByLabelText('Email'));
  });

  it('judges a field when it is left, but does not yet ask for what is empty', async () => {
    const { user } = draw();
    await user.clear(screen.getByLabelText('Name'));
    await user.type(screen.getByLabelText('Visits'), '999');
    await user.tab();
    expect(screen.getByText('problem.tooLarge {"field":"Visits","limit":100}')).toBeTruthy();
    expect(screen.queryByText(/problem.required/)).toBeNull();
    await user.clear(screen.getByLabelText('Visits'));
    await user.tab();
    expect(screen.queryByText(/problem.tooLarge/)).toBeNull();
  });

  it("shows the server's problems at their fields, and others above the form", async () => {
    const problems: Problem[] = [
      { path: '/email', code: 'not-unique', message: 'There is already a customer with this address.' },
      { path: '', code: 'conflict', message: 'Someone else has changed this record.' },
    ];
    const { user } = draw({ onSave: async () => problems });
    await user.click(screen.getByRole('button', { name: 'save' }));
    expect(await screen.findByText('Email: There is already a customer with this address.')).toBeTruthy();
    expect(screen.getByText('Someone else has changed this record.')).toBeTruthy();
    expect(screen.getByLabelText('Email').getAttribute('aria-invalid')).toBe('true');
  });

  it('says that saving failed when nobody knows why, and can be saved again', async () => {
    const onSave = jest.fn<RecordFormProps['onSave']>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(undefined);
    const { user } = draw({ onSave });
    await user.click(screen.getByRole('button', { name: 'save' }));
    expect(await screen.findByText('saveFailed')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'save' }));
    await waitFor(() => expect(screen.queryByText('saveFailed')).toBeNull());
    expect(onSave).toHaveBeenCalledTimes(2);
  });

  it('saves once, however often it is asked while it saves', async () => {
    let finish: () => void = () => undefined;
    const onSave = jest.fn<RecordFormProps['onSave']>(() => new Promise((resolve) => (finish = () => resolve(undefined))));
    draw({ onSave });
    const name = screen.getByLabelText('Name');
    fireEvent.keyDown(name, { key: 'Enter', ctrlKey: true });
    fireEvent.keyDown(name, { key: 's', metaKey: true });
    expect(onSave).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button', { name: 'save' }).getAttribute('aria-busy')).toBe('true');
    await act(async () => finish());
  });

  it('leaves Enter to the input method while it is open', () => {
    const onSave = jest.fn<RecordFormProps['onSave']>(async () => undefined);
    draw({ onSave });
    const name = screen.getByLabelText('Name');
    const enter = createEvent.keyDown(name, { key: 'Enter', isComposing: true });
    fireEvent(name, enter);
    expect(enter.defaultPrevented).toBe(true);
    fireEvent.keyDown(name, { key: 'Enter', keyCode: 229, ctrlKey: true });
    expect(onSave).not.toHaveBeenCalled();
  });

  it('keeps what was typed when the page is drawn again', async () => {
    const { user, redraw } = draw();
    await user.type(screen.getByLabelText('Name'), '!');
    redraw({ now: '2026-11-22T05:00:00.000Z' });
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('QUICK-Stop!');
  });
});

function valueSchema(name: string): JsonSchema {
  const field = customer.fields.find((entry) => entry.name === name);
  if (!field) throw new Error(`There is no field "${name}".`);
  return fieldType(field.type).valueSchema(field.settings);
}
