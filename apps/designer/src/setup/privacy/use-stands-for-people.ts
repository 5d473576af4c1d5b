import { useQuery } from '@tanstack/react-query';
import { objectsOfPeopleOptions } from './privacy-queries.js';

/** Whether records of an object stand for people; asked for only where whoever looks may know. */
export function useStandsForPeople(object: string, mayKnow: boolean): boolean {
  const { data } = useQuery({ ...objectsOfPeopleOptions, enabled: mayKnow, staleTime: 60_000 });
  return data?.includes(object) ?? false;
}
