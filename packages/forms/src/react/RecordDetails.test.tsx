/** @jest-environment jsdom */
import { plainKit } from '@guanxi/field-types/testing';
import { WidgetKitProvider } from '@guanxi/field-types/widgets';
import type { Problem } from '@guanxi/metadata';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { FormValues } from '../form-values.js';
import { customer, customerLayout, moment, salesperson, workspace } from '../testing/workspace.js';
import type { FormTexts } from './form-texts.js';
import { RecordDetails, type RecordDetailsProps } from './RecordDetails.js';

const texts: FormTexts = (key, values) => `${key}${values ? ` ${JSON.stringify(values)}` : ''}`;
const parent = '0193a1b2-0000-7000-8000-000000000001';
const record = {
  values: { name: 'QUICK-Stop', status: 'active', creditLimit: '110277.31', email: 'q@example.com', number: 'C-0001', parent, owner: salesperson.id },
  recordNames: { parent: 'ERNSH' },
};

afterEach(cleanup);

function draw(props: Partial<RecordDetailsProps> = {}) {
  const saved: FormValues[] = [];
  const onSave = async (values: FormValues): Promise<readonly Problem[] | undefined> => {
    saved.push(values);
    return undefined;
  };
  render(
    <WidgetKitProvider kit={plainKit}>
      <RecordDetails
        workspace={workspace}
        object={customer}
        layout={customerLayout}
        record={record}
        user={salesperson}
        display={{ locale: 'en-US', timeZone: 'UTC', currency: 'USD' }}
        now={moment.now}
        texts={texts}
        onSave={onSave}
        {...props}
      />
    </WidgetKitProvider>,
  );
  return { saved, user: userEvent.setup() };
}

const pencil = (label: string) => screen.getByRole('button', { name: `edit {"field":"${label}"}` });

describe('RecordDetails', () => {
  it('shows values as people read them, and nothing for nothing', () => {
    draw();
    expect(screen.getByText('$110,277.31')).toBeTruthy();
    expect(screen.getByText('Active').dataset['color']).toBe('green');
    expect(screen.getByText('ERNSH').getAttribute('href')).toBe(`/Customer/${parent}`);
    expect(screen.getByText('Visits').nextElementSibling?.innerHTML).toBe('');
    expect(screen.queryByText('Reason')).toBeNull();
  });

  it('opens a field by its pencil and saves that one value with Enter', async () => {
    const { saved, user } = draw();
    await user.click(pencil('Name'));
    const input = screen.getByLabelText('Name');
    expect(document.activeElement).toBe(input);
    await user.clear(input);
    await user.type(input, 'Quick{Enter}');
    expect(saved).toEqual([{ name: 'Quick' }]);
    await waitFor(() => expect(screen.queryByLabelText('Name')).toBeNull());
  });

  it('opens by double click, and Escape leaves everything as it was', async () => {
    const { saved, user } = draw();
    await user.dblClick(screen.getByText('Email'));
    await user.type(screen.getByLabelText('Email'), 'x{Escape}');
    expect(screen.getByText('q@example.com')).toBeTruthy();
    expect(saved).toEqual([]);
  });

  it('saves nothing when nothing was changed', async () => {
    const { saved, user } = draw();
    await user.click(pencil('Name'));
    await user.keyboard('{Enter}');
    expect(screen.queryByLabelText('Name')).toBeNull();
    expect(saved).toEqual([]);
  });

  it('keeps a field open that is wrong, and says why', async () => {
    const { user } = draw({ onSave: async () => [{ path: '/email', code: 'not-unique', message: 'Somebody else has this address.' }] });
    await user.click(pencil('Name'));
    await user.clear(screen.getByLabelText('Name'));
    await user.keyboard('{Enter}');
    expect(screen.getByText('problem.required {"field":"Name"}')).toBeTruthy();
    await user.keyboard('{Escape}');
    await user.click(pencil('Email'));
    await user.type(screen.getByLabelText('Email'), 'm{Enter}');
    expect(await screen.findByText('Somebody else has this address.')).toBeTruthy();
  });

  it('leaves Enter to the input method while it is open', async () => {
    const { saved, user } = draw();
    await user.click(pencil('Name'));
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: '王' } });
    fireEvent.keyDown(screen.getByLabelText('Name'), { key: 'Enter', isComposing: true });
    expect(saved).toEqual([]);
    expect(screen.getByLabelText('Name')).toBeTruthy();
  });

  it('offers no pencil where this person may not edit, and says why', () => {
    draw();
    expect(screen.queryByRole('button', { name: 'edit {"field":"Number"}' })).toBeNull();
    expect(screen.getByText('Number').title).toBe('locked.generated');
  });

  it('is only for reading where the person may not edit the record', () => {
    draw({ object: { ...customer, canEdit: false } });
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
