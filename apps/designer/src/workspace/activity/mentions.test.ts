import { findMention, insertMention, keepMentioned, splitMentions } from './mentions.js';

const mei = { id: '1', name: 'Mei Chen' };
const meiLong = { id: '2', name: 'Mei Chen-Wu' };

describe('a mention that is being written', () => {
  it('begins with an @ at the start of a word', () => {
    expect(findMention('ask @me', 7)).toEqual({ start: 4, typed: 'me' });
    expect(findMention('ask @mei ch', 11)).toEqual({ start: 4, typed: 'mei ch' });
    expect(findMention('@', 1)).toEqual({ start: 0, typed: '' });
  });
  it('needs no space before it in Chinese, and takes the full-width sign', () => {
    expect(findMention('請@王', 3)).toEqual({ start: 1, typed: '王' });
    expect(findMention('請＠王', 3)).toEqual({ start: 1, typed: '王' });
  });
  it('is not an address, not another line, and ends with a space right after the sign', () => {
    expect(findMention('write to ana@example', 20)).toBeNull();
    expect(findMention('@mei\nthen', 9)).toBeNull();
    expect(findMention('@ mei', 5)).toBeNull();
    expect(findMention('a b', 3)).toBeNull();
  });
});

describe('a chosen person', () => {
  it('takes the place of what was typed', () => {
    expect(insertMention('ask @me please', { start: 4, typed: 'me' }, mei.name)).toEqual({ text: 'ask @Mei Chen please', caret: 14 });
  });
  it('is told of the comment only while the name stands in it', () => {
    expect(keepMentioned('thanks @Mei Chen', [mei, mei, { id: '3', name: 'Ada' }])).toEqual(['1']);
  });
});

describe('a comment that is shown', () => {
  it('sets names apart, the longest first', () => {
    expect(splitMentions('hi @Mei Chen-Wu and @Mei Chen!', [mei.name, meiLong.name])).toEqual([
      { text: 'hi ', isMention: false }, { text: '@Mei Chen-Wu', isMention: true }, { text: ' and ', isMention: false }, { text: '@Mei Chen', isMention: true }, { text: '!', isMention: false },
    ]);
  });
  it('is one part without mentions', () => expect(splitMentions('a@b', [])).toEqual([{ text: 'a@b', isMention: false }]));
});
