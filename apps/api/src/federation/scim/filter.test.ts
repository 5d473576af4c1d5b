import fc from 'fast-check';
import { userAttributes } from './attributes.js';
import { ENTERPRISE_SCHEMA } from './enterprise.js';
import { matchesFilter, type Resource } from './match-filter.js';
import { parseFilter } from './parse-filter.js';

const ada: Resource = {
  id: 'A1', userName: 'ada@example.com', displayName: 'Ada "the first"', active: true, name: { givenName: 'Ada', familyName: 'Lovelace' },
  [ENTERPRISE_SCHEMA]: { department: 'Engines', manager: { value: 'm-1', displayName: 'Charles' } },
  emails: [{ value: 'ada@example.com', type: 'work', primary: true }, { value: 'ada@home.org', type: 'home' }], meta: { lastModified: '2026-05-01T10:00:00.000Z' },
};
const matches = (filter: string) => matchesFilter(parseFilter(filter), ada, userAttributes);

describe('filters of SCIM', () => {
  it.each([
    ['userName eq "ADA@example.com"', true],
    ['USERNAME Eq "ada@example.com"', true],
    ['id eq "a1"', false],
    ['userName ne "ada@example.com"', false],
    ['nickName ne "x"', true],
    ['nickName pr', false],
    ['title eq null', true],
    ['name.familyName co "love"', true],
    ['name.familyName sw "Lo" and name.givenName ew "a"', true],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "ada"', true],
    ['emails pr and not (active eq false)', true],
    ['emails eq "ada@home.org"', true],
    ['emails[type eq "work" and value co "@home"]', false],
    ['emails[type eq "home" and value co "@home"]', true],
    ['emails.type eq "home"', true],
    ['active eq "True"', true],
    ['active eq true', true],
    ['displayName eq "Ada \\"the first\\""', true],
    ['meta.lastModified gt "2026-05-01T11:30:00+02:00"', true],
    ['meta.lastModified lt "2026-05-01T10:00:00Z"', false],
    ['title pr or userName eq "ada@example.com" and active eq false', false],
    ['(title pr or userName eq "ada@example.com") and active eq true', true],
    [`${ENTERPRISE_SCHEMA}:department eq "x"`, false],
    [`${ENTERPRISE_SCHEMA}:department eq "engines"`, true],
    [`${ENTERPRISE_SCHEMA.toUpperCase()}:DEPARTMENT sw "Eng"`, true],
    [`${ENTERPRISE_SCHEMA}:manager.value eq "m-1"`, true],
    [`${ENTERPRISE_SCHEMA}:manager eq "M-1"`, false],
    [`${ENTERPRISE_SCHEMA}:manager[displayName eq "charles"] and ${ENTERPRISE_SCHEMA}:costCenter ne "1"`, true],
    [`${ENTERPRISE_SCHEMA} pr`, true],
    ['department pr', false],
    ['urn:example:extension:2.0:User:userName pr', false],
  ])('%s is %s', (filter, holds) => {
    expect(matches(filter)).toBe(holds);
  });

  it.each(['', 'userName', 'userName eq', 'userName eq ada', 'userName like "x"', '(userName pr', 'userName pr)', 'userName eq "x', 'emails[type eq "x"', 'a eq "b" xor c pr', `${'('.repeat(50)}a pr${')'.repeat(50)}`, 'a eq {}'])('%j is refused in words', (filter) => {
    expect(() => parseFilter(filter)).toThrow(expect.objectContaining({ status: 400, scimType: 'invalidFilter' }));
  });

  it('never fail otherwise, whatever is sent', () => {
    const word = fc.constantFrom('userName', 'eq', 'and', 'or', 'not', '(', ')', '[', ']', '"x"', 'pr', 'emails', '.value', '\\', '"');
    fc.assert(fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      try {
        matches(words.join(' '));
      } catch (error) {
        expect(error).toMatchObject({ status: 400 });
      }
    }));
  });
});
