import { bindStatement, compileFound, type Condition } from '@guanxi/query';
import { groundOf, type WritePlace } from '../write-place.js';

/** The ids of all records that fit, among those that the person may read, in their order. */
export async function findMatching(place: WritePlace, object: string, where: Condition): Promise<readonly string[]> {
  const { userId: me, timeZone, org } = place.actor;
  const statement = compileFound({ object, where }, groundOf(place));
  const found = await place.session.run<{ id: string }>({ text: statement.text, values: bindStatement(statement, { variables: {}, me, now: place.at, timeZone, org }) });
  return found.map(({ id }) => id);
}
