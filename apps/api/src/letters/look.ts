import type { CustomTableLayout, StyleDictionary } from 'pdfmake/interfaces.js';

export const ink = { text: '#1c1f26', quiet: '#5b616e', line: '#c9cdd5', faint: '#e6e8ec', link: '#3152c8' } as const;

/** How letters look, in one place. Sizes in points. */
export const styles: StyleDictionary = {
  h1: { fontSize: 20, bold: true, margin: [0, 4, 0, 12] },
  h2: { fontSize: 14, bold: true, margin: [0, 8, 0, 6] },
  h3: { fontSize: 11, bold: true, margin: [0, 6, 0, 4] },
  head: { fontSize: 9, color: ink.quiet },
  total: { bold: true },
  page: { fontSize: 8, color: ink.quiet },
};

export const tableLayouts: Readonly<Record<'rows' | 'rule', CustomTableLayout>> = {
  rows: {
    hLineWidth: (line, { table }) => (line === 0 ? 0 : line === 1 || line === table.body.length ? 0.75 : 0.5),
    vLineWidth: () => 0,
    hLineColor: (line, { table }) => (line === 1 || line === table.body.length ? ink.line : ink.faint),
    paddingLeft: (column) => (column === 0 ? 0 : 8),
    paddingRight: (column, { table }) => (column === (table.widths?.length ?? 0) - 1 ? 0 : 8),
    paddingTop: () => 5,
    paddingBottom: () => 5,
  },
  rule: { hLineWidth: (line) => (line === 0 ? 0.75 : 0), vLineWidth: () => 0, hLineColor: () => ink.line, paddingTop: () => 0, paddingBottom: () => 0 },
};
