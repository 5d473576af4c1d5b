import { matchCommand } from './match-command.js';

describe('finding a command', () => {
  it('prefers the start, then the start of a word, then a part, then letters in order', () => {
    const scores = ['Orders', 'Go to Orders', 'Reorders', 'Old remarks'].map((text) => matchCommand(text, 'ord'));
    expect(scores).toEqual([5, 4, 3, 0]);
    expect(matchCommand('Customers', 'cst')).toBe(1);
  });
  it('does not mind case, accents or full width', () => {
    expect(matchCommand('Café', 'CAFE')).toBe(5);
    expect(matchCommand('API', 'ａｐｉ')).toBe(5);
  });
  it('finds Chinese', () => expect(matchCommand('前往客戶', '客戶')).toBeGreaterThan(0));
});
