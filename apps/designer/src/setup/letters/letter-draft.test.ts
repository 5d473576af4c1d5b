import { moveBlock, textIn, writeText, writeTitle } from './letter-draft.js';

describe('a text of a document in several languages', () => {
  it('keeps each language apart, and is gone when nothing is left', () => {
    const text = writeText({ body: 'Dear' }, 'zh-TW', '親愛的');
    expect(text).toEqual({ body: 'Dear', bodies: { 'zh-TW': '親愛的' } });
    expect([textIn(text, 'en'), textIn(text, 'zh-TW'), textIn(text, 'zh-CN')]).toEqual(['Dear', '親愛的', '']);
    expect(writeText(writeText(text, 'zh-TW', ''), 'en', '')).toBeUndefined();
  });
  it('is a heading, too', () => expect(writeTitle({ title: 'Price', value: 'price' }, 'zh-CN', '价格')).toEqual({ title: 'Price', value: 'price', titles: { 'zh-CN': '价格' } }));
  it('moves within the document', () => expect(moveBlock([{ kind: 'pageBreak' }, { kind: 'text', body: 'a' }], 1, -1)).toEqual([{ kind: 'text', body: 'a' }, { kind: 'pageBreak' }]));
});
