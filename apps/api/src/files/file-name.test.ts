import { readContentType } from './content-type.js';
import { cleanFileName, contentDisposition } from './file-name.js';

describe('cleanFileName', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['/etc/../passwd', 'passwd'],
    ['C:\\Users\\ada\\photo.png', 'photo.png'],
    ['合約 2026.pdf', '合約 2026.pdf'],
    ['a\u0000b\u202egnp.exe', 'abgnp.exe'],
    ['<script>"x"|?.txt', 'scriptx.txt'],
    ['..hidden', 'hidden'],
    ['  two\n lines .txt ', 'two lines .txt'],
  ])('keeps of %j what is a name', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it('keeps the ending of a name that is too long', () => {
    const name = cleanFileName(`${'王'.repeat(300)}.pdf`);
    expect([...(name ?? '')].length).toBe(255);
    expect(name).toMatch(/\.pdf$/);
  });

  it.each(['', '...', '/', '\u0000'])('has no name for %j', (given) => {
    expect(cleanFileName(given)).toBeUndefined();
  });
});

it('names a file for every browser, and nothing in the name ends the header', () => {
  expect(contentDisposition('合約 "1".pdf', 'attachment')).toBe(`attachment; filename="__ _1_.pdf"; filename*=UTF-8''%E5%90%88%E7%B4%84%20%221%22.pdf`);
});

it('believes the first bytes of a file, not what it is called', () => {
  expect(readContentType(Buffer.from('89504e470d0a1a0a0000', 'hex'), 'x.txt')).toBe('image/png');
  expect(readContentType(Buffer.from('<svg onload="alert(1)">'), 'picture.svg')).toBe('application/octet-stream');
  expect(readContentType(Buffer.from('<html>'), 'picture.png')).toBe('application/octet-stream');
  expect(readContentType(Buffer.from('PK\u0003\u0004'), 'Plan.XLSX')).toContain('spreadsheetml');
});
