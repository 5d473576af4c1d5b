import { readCalendar, type OrgPlace, type WorkCalendar } from '@guanxi/workflow';

/** The calendar that a milestone counts by, as it is now; as the workflow knew it where it was removed since. */
export function milestoneCalendar(name: string | null | undefined, { named, stored, timeZone }: Pick<OrgPlace, 'named' | 'stored' | 'timeZone'>): WorkCalendar | undefined {
  if (name === null || name === undefined) return undefined;
  const known = named.businessCalendars.find((one) => one.name === name);
  const id = known?.guanxi.id;
  const document = stored.businessCalendars.find((one) => (id === undefined ? one.name === name : one.guanxi.id === id)) ?? known;
  return document && readCalendar(document, timeZone);
}
