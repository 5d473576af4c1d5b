import type { Problem } from '@guanxi/metadata';
import { isLocale, isTimeZone } from '../config/international.js';
import { findPasswordFault } from './password.js';

export interface UserFields {
  readonly name?: string;
  readonly email?: string;
  readonly password?: string;
  readonly permissionSets?: readonly string[];
  readonly locale?: string | null;
  readonly timeZone?: string | null;
}

/** What is wrong with the fields that are there; all of it. */
export function findUserProblems(user: UserFields, knownSets: readonly string[]): readonly Problem[] {
  return [
    ...(user.name !== undefined && (user.name.trim() === '' || user.name.length > 200)
      ? [{ path: '/name', code: 'name', message: 'The name has to have from 1 to 200 characters.' }]
      : []),
    ...(user.email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(user.email)
      ? [{ path: '/email', code: 'email', message: `"${user.email}" is not an e-mail address.` }]
      : []),
    ...passwordProblems(user.password),
    ...(user.permissionSets ?? []).flatMap((name, index) =>
      knownSets.includes(name)
        ? []
        : [{ path: `/permissionSets/${index}`, code: 'unknown', message: `There is no permission set "${name}".`, hint: `There are: ${knownSets.join(', ')}.` }],
    ),
    ...(user.locale && !isLocale(user.locale) ? [{ path: '/locale', code: 'locale', message: `"${user.locale}" is not a language tag such as zh-TW.` }] : []),
    ...(user.timeZone && !isTimeZone(user.timeZone)
      ? [{ path: '/timeZone', code: 'timeZone', message: `"${user.timeZone}" is not a time zone such as Asia/Taipei.` }]
      : []),
  ];
}

function passwordProblems(password: string | undefined): readonly Problem[] {
  const fault = password === undefined ? undefined : findPasswordFault(password);
  return fault ? [{ path: '/password', code: 'password', message: fault }] : [];
}
