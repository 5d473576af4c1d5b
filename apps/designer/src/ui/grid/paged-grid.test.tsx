/** @jest-environment jsdom */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { startTranslations } from '../../i18n/start-translations.js';
import { setPreferences } from '../preferences/preferences.js';
import { DataGrid } from './DataGrid.js';
import type { GridColumn } from './data-grid-types.js';

interface Line { readonly id: string }

const columns: readonly GridColumn<Line>[] = [{ id: 'name', header: 'Name', width: 100, render: ({ id }) => `Line ${id}` }];

function Lines({ count, onVisibleRange }: { readonly count: number; readonly onVisibleRange?: (first: number, last: number) => void }) {
  return <DataGrid label="Lines" columns={columns} rowCount={count} getRow={(index) => ({ id: String(index + 1) })} rowKey={({ id }) => id} rowName={({ id }) => id} {...(onVisibleRange && { onVisibleRange })} />;
}

const shown = () => screen.getAllByRole('row').slice(1).map(({ textContent }) => textContent);

beforeAll(async () => {
  await startTranslations();
  // jsdom does not lay out and cannot scroll.
  Element.prototype.scrollTo = () => undefined;
});
beforeEach(() => setPreferences({ pagedTables: true }));
afterEach(() => {
  cleanup();
  setPreferences({ pagedTables: false });
});

describe('a list in pages', () => {
  it('has the rows of one page in the document and leads to the others', () => {
    const seen: string[] = [];
    render(<Lines count={120} onVisibleRange={(first, last) => seen.push(`${first}-${last}`)} />);
    expect(shown()).toHaveLength(50);
    expect(screen.getByText('1–50 of 120')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Next page' }));
    fireEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(shown()).toEqual(Array.from({ length: 20 }, (_, row) => `Line ${row + 101}`));
    expect(screen.getByText('Page 3 of 3')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Next page' }).hasAttribute('disabled')).toBe(true);
    // The rows that have to be loaded for it.
    expect(seen.at(-1)).toBe('92-119');
  });

  it('has a row that takes the focus on each page, and turns the page where keys lead beyond it', () => {
    const { container } = render(<Lines count={120} />);
    fireEvent.click(screen.getByRole('button', { name: 'Next page' }));
    const first = container.querySelector<HTMLElement>('[data-cell="50:0"]');
    expect(first?.tabIndex).toBe(0);
    if (first) fireEvent.keyDown(first, { key: 'ArrowUp' });
    expect(shown()[49]).toBe('Line 50');
  });

  it('stays on a page that there is when rows go', () => {
    const { rerender } = render(<Lines count={120} />);
    fireEvent.click(screen.getByRole('button', { name: 'Next page' }));
    fireEvent.click(screen.getByRole('button', { name: 'Next page' }));
    rerender(<Lines count={70} />);
    expect(screen.getByText('Page 2 of 2')).toBeTruthy();
    rerender(<Lines count={7} />);
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(shown()).toHaveLength(7);
  });
});
