import { readInvitees } from './read-invitees.js';

const read = (text: string) => readInvitees(text, new Set(['ben@example.com']));

describe('pasted addresses', () => {
  it('are read from lines, commas, semicolons and blanks, with names or without', () => {
    const { people, wrong } = read('Ana Ito <ANA@example.com>, "Lin, Mei" <mei@example.com>;\ncai@example.com dan@example.com\n林美 <lin@example.com>、eva@example.com');
    expect(people).toEqual([
      { email: 'ana@example.com', name: 'Ana Ito' }, { email: 'mei@example.com', name: 'Mei' }, { email: 'cai@example.com' }, { email: 'dan@example.com' },
      { email: 'lin@example.com', name: '林美' }, { email: 'eva@example.com' },
    ]);
    expect(wrong).toEqual(['"Lin']);
  });

  it('say what is no address, what comes twice and who is here already', () => {
    expect(read('ana@example.com\nnobody\nana@example.com\nben@example.com')).toEqual({ people: [{ email: 'ana@example.com' }], wrong: ['nobody'], twice: ['ana@example.com'], known: ['ben@example.com'] });
  });
});
