import fc from 'fast-check';
import { sql } from 'kysely';
import { openSqlRunner, type SqlRunner } from '../contract/run-sql.js';
import { characterVariants, variantForms } from './character-variants.js';
import { excerpt } from './excerpt.js';
import { findMarks, findSimilar } from './find-marks.js';
import { glanceOf } from './glance.js';
import { foldText, foldWords } from './fold-text.js';
import { countSearchWords, readSearchText } from './search-text.js';

let database: SqlRunner;
beforeAll(async () => {
  database = await openSqlRunner('search');
});
afterAll(() => database.close());

const between = (first: number, last: number) => fc.integer({ min: first, max: last }).map((code) => String.fromCodePoint(code));
/** What people type, and what nobody types on purpose. */
const character = fc.oneof(
  fc.constantFrom(...'abcXYZ0123 -.,/()+@_%\'"\\&', '臺', '台', '灣', '湾', '髮', '发', 'ß', 'ẞ', 'ς', 'Σ', 'İ', 'ı', 'Ĳ', 'ﬁ', '㈱', '①', '½', 'Ⅷ', '한', '가', 'が', 'ｶﾞ', '🎉', '👩‍👩‍👧', '\u0301', '\u0308', '\ufe0f', '\u200b', '\u3000', '\n'),
  fc.constantFrom(...variantForms.keys()),
  between(0x4e00, 0x9fff), between(0x20, 0x24f), between(0x1e00, 0x1eff), between(0x370, 0x4ff), between(0x3000, 0x30ff), between(0xac00, 0xd7a3), between(0xff01, 0xffdc), between(0x20000, 0x2a6df), between(0x1f300, 0x1f6ff),
);
const text = fc.array(character, { maxLength: 24 }).map((parts) => parts.join(''));

describe('folding', () => {
  it('is the same in JavaScript and in PostgreSQL', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 60 }), async (texts) => {
        const rows = await database.run<{ words: string; folded: string }>(sql`select guanxi.fold_words(t) as words, guanxi.fold_text(t) as folded from unnest(${texts}::text[]) with ordinality as g(t, n) order by n`);
        expect(rows).toEqual(texts.map((one) => ({ words: foldWords(one), folded: foldText(one) })));
      }),
      { numRuns: 60 },
    );
  });

  it('changes nothing when it is done again, whatever is typed', () => {
    fc.assert(fc.property(fc.oneof(text, fc.string({ maxLength: 30 })), (given) => {
      const folded = foldText(given);
      // Also what keeps it from being anything else in a query or a pattern.
      expect(folded).not.toMatch(/[\0-\x2f\x3a-\x60\x7b-\xbf\s]/u);
      expect(foldText(folded)).toBe(folded);
    }));
  });

  it.each([
    ['臺北', '台北'], ['王　小明', '王小明'], ['Mary-Ann', 'maryann'], ['ＡＢＣ１２３', 'abc123'], ['Zoë', 'zoe'], ['Straße', 'straße'], ['張學友', '张学友'], ['頭髮', '头发'], ['(02) 2345-6789', '0223456789'], ['ΑΓΟΡΑΣ', 'αγορασ'], ['한글', '한글'],
  ])('%s becomes %s', (given, expected) => expect(foldText(given)).toBe(expected));

  it('knows each character in one group only', () => {
    const all = [...characterVariants.replace(/\s/gu, '')];
    expect(all.length).toBeGreaterThan(4_000);
    expect(all.filter((one, place) => all.indexOf(one) !== place)).toEqual([]);
    expect([...variantForms.values()].filter((form) => variantForms.has(form))).toEqual([]);
  });
});

describe('the terms of an index', () => {
  const matches = async (given: string, query: string) => {
    const [row] = await database.run<{ found: boolean }>(sql`select guanxi.search_terms(${given}::text) @@ ${query}::tsquery as found`);
    return row?.found === true;
  };

  it('lead to every text that contains a word', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.nat(30), fc.integer({ min: 1, max: 9 }), async (given, from, length) => {
        const piece = [...foldText(given)].slice(from, from + length).join('');
        fc.pre(piece.length >= 3 || /[\u4e00-\u9fff]/u.test(piece));
        for (const { terms } of readSearchText(piece).words) expect(await matches(given, terms)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('are made of long texts in time', async () => {
    const started = Date.now();
    const [row] = await database.run<{ size: number; last: boolean }>(sql`select length(guanxi.search_terms(repeat('文心路一百號 abc ', 10000))) as size, guanxi.search_terms(repeat('x', 600) || '尾巴') @@ '''尾巴'':*'::tsquery as last`);
    expect([row?.size, row?.last]).toEqual([expect.any(Number), true]);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it.each([
    ['jonhson', 'Mary Johnson'], ['johnsn', 'Johnson'], ['johnsson', 'Johnson'], ['jihnson', 'Johnson'], ['ojhnson', 'Johnson'], ['jhon', 'John Doe'], ['smiht', 'Anna Smith'], ['台積店子', '台積電子公司'],
  ])('of a word with a slip of the finger, %s, lead to %s', async (typed, given) => expect(await matches(given, readSearchText(typed).similar ?? '')).toBe(true));

  it('tell names that are the whole of it and those that begin with it', async () => {
    const { exactly, beginning } = readSearchText('王 小');
    expect([await matches('王小', exactly), await matches('王小明', exactly), await matches('王小明', beginning), await matches('大王小明', beginning)]).toEqual([true, false, true, false]);
  });

  it('find one or two Latin letters at the beginning of words only', async () => {
    const [word] = readSearchText('an').words;
    expect([await matches('Mary Ann', word?.terms ?? ''), await matches('Dan', word?.terms ?? '')]).toEqual([true, false]);
  });
});

describe('reading what was typed', () => {
  it.each([
    ['王 小明', ['王', '小明']], ['王小明，台北', ['王小明', '台北']], ['0912 345 678', ['0912345678']], ['100 200', ['100', '200']], ['02-2345-6789 王', ['0223456789', '王']], ['  ', []], ['-- ,', []],
  ])('%j has the words %j', (typed, expected) => {
    expect(readSearchText(typed).words.map(({ forms }) => forms[0])).toEqual(expected);
    expect(countSearchWords(typed)).toBe(expected.length);
  });

  it('takes a calling code for the nought that people at home dial', () => {
    expect(readSearchText('+886-912-345-678').words[0]?.forms).toEqual(['886912345678', '0912345678']);
  });
});

describe('marks', () => {
  const marked = (given: string, typed: string) => findMarks(given, readSearchText(typed).words).map(([from, to]) => given.slice(from, to));

  it.each([
    ['臺北市', '台北', ['臺北']], ['王 小明', '王小', ['王 小']], ['Zoë\u0301 Ｍary', 'zoe mary', ['Zoë\u0301', 'Ｍary']], ['+886 (912) 345-678', '912345', ['912) 345']], ['🎉小明🎉', '小明', ['小明']], ['ab ab', 'ab', ['ab', 'ab']], ['Dan An', 'an', ['An']], ['aaa', 'aaa aa', ['aaa']],
  ])('in %j searched for %j are %j', (given, typed, expected) => expect(marked(given, typed)).toEqual(expected));

  it('lie inside of the text and do not overlap', () => {
    fc.assert(fc.property(text, text, (given, typed) => {
      let end = 0;
      for (const [from, to] of findMarks(given, readSearchText(typed).words)) {
        expect(from >= end && to > from && to <= given.length).toBe(true);
        end = to;
      }
    }));
  });

  it('stand on the most similar word where nothing is quite it', () => {
    expect(findSimilar('Mary Johnson', readSearchText('jonhson').words)).toEqual([[5, 12]]);
  });

  it('are kept in a piece of a long text', () => {
    const long = `${'x'.repeat(500)} 王小明 ${'y'.repeat(500)}`;
    const piece = excerpt(long, findMarks(long, readSearchText('小明').words));
    expect(piece.marks.map(([from, to]) => piece.text.slice(from, to))).toEqual(['小明']);
    expect(piece.text.length).toBeLessThan(210);
  });
});

describe('a glance', () => {
  it('passes over no text that has the word when both are folded', async () => {
    const word = fc.oneof(fc.constantFrom('台北', '23455', 'o’neil', '王小', 'ß', 'Straße', '０９１２'), text.filter((one) => foldText(one) !== '').map((one) => [...one].slice(0, 4).join('')));
    const holding = fc.tuple(text, word, text, fc.constantFrom('', ' ', '-', '\n', '，')).map(([before, within, after, gap]) => ({ text: `${before}${[...within].join(gap)}${after}`, word: within }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(holding, fc.record({ text, word })), { minLength: 1, maxLength: 40 }), async (given) => {
        const cases = given.flatMap(({ text: one, word: typed }) => readSearchText(typed).words.map(({ forms }) => ({ text: one, patterns: forms.map((form) => `%${form}%`), glance: glanceOf(forms) })));
        const rows = await database.run(sql`select c->>'text' as text, c->>'glance' as glance from unnest(${cases.map((one) => JSON.stringify(one))}::text[]) as u(c0), lateral (select c0::jsonb as c) j
          where guanxi.fold_text(c->>'text') like any (array(select jsonb_array_elements_text(c->'patterns'))) and not c->>'text' ~* (c->>'glance')`);
        expect(rows).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['台北', '臺-北', true], ['23455', '+886 2 2345-5678', true], ['23455', '+886 2 2345-6789', false], ['wang', 'W.A.N.G.', true], ['wang', '王小明', false], ['wang', 'Ｗａｎｇ', true],
  ])('%s in %s: %s', async (word, given, isWorthALook) => {
    const [found] = readSearchText(word).words;
    expect(await database.run(sql`select ${given}::text ~* ${glanceOf(found?.forms ?? [])} as is`)).toEqual([{ is: isWorthALook }]);
  });
});
