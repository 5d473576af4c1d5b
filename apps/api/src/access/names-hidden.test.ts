import { resolveAccess } from '@guanxi/query';
import { parseDocuments } from '@guanxi/metadata';
import { agency } from '../graphql/testing/agency-documents.js';
import { ADA, BOB } from '../graphql/testing/people.js';
import { namesHidden } from './names-hidden.js';

describe('what others have saved', () => {
  const parsed = parseDocuments(agency);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const model = parsed.value;
  const bob = resolveAccess(model, ['sales'], { userId: BOB, admin: false });
  const hides = (content: unknown, object = 'Account') => namesHidden(content, object, model, bob);

  it('is not shown where it names what somebody may not read, also within a formula and behind a reference', () => {
    expect(hides({ filters: [['limit', 'gt', '5']] })).toBe(true);
    expect(hides({ filters: [{ any: [{ formula: 'limit > 5' }] }] })).toBe(true);
    expect(hides({ base: { OR: [{ FORMULA: 'LEN(name) > 2 && limit > 5' }] } })).toBe(true);
    expect(hides({ filters: [{ formula: 'account.limit > 5' }] }, 'Deal')).toBe(true);
  });

  it('is shown where it does not, and to admins in any case', () => {
    expect(hides({ columns: [{ name: 'name' }], filters: [{ formula: 'LEN(name) > 2' }] })).toBe(false);
    expect(namesHidden({ filters: [{ formula: 'limit > 5' }] }, 'Account', model, resolveAccess(model, [], { userId: ADA, admin: true }))).toBe(false);
  });
});
