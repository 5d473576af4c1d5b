import { readGridKey } from './grid-key.js';

const press = (key: string, place = {}, change = {}) =>
  readGridKey({ key, keyCode: 0, shiftKey: false, altKey: false, hasMod: false, ...change }, { isHead: false, isGroup: false, takesText: false, singleKeys: true, ...place });

describe('keys of a cell', () => {
  it('are commands where the cell takes no text', () => {
    expect([press('e'), press('o'), press('x')]).toEqual(['edit', 'open', 'selectRow']);
  });
  it('are typed where it does', () => {
    expect(press('e', { takesText: true })).toEqual({ type: 'e' });
    expect(press('7', { takesText: true })).toEqual({ type: '7' });
    expect(press('F2', { takesText: true })).toBe('edit');
  });
  it('open the editor for an input method that begins', () => {
    expect(press('Process', { takesText: true }, { keyCode: 229 })).toEqual({ type: '' });
    expect(press('Process', {}, { keyCode: 229 })).toBeNull();
  });
  it('leave letters alone when single-letter shortcuts are off', () => {
    expect(press('e', { singleKeys: false })).toBeNull();
  });
  it('undo, redo, fill and choose everything with the command key', () => {
    expect(['z', 'y', 'd', 'a'].map((key) => press(key, { takesText: true }, { hasMod: true }))).toEqual(['undo', 'redo', 'fillDown', 'selectAll']);
    expect(press('Z', {}, { hasMod: true, shiftKey: true })).toBe('redo');
    expect(press('k', { takesText: true }, { hasMod: true })).toBeNull();
  });
  it('choose a row by Space', () => {
    expect(press(' ')).toBe('toggle');
    expect(press(' ', { takesText: true }, { shiftKey: true })).toBe('selectRow');
  });
});

describe('keys of the head', () => {
  it('move and size a column with Alt', () => {
    const head = { isHead: true };
    expect(press('ArrowLeft', head, { altKey: true })).toBe('moveLeft');
    expect(press('ArrowRight', head, { altKey: true, shiftKey: true })).toBe('wider');
    expect(press('ArrowDown', head, { altKey: true })).toBe('menu');
  });
});
