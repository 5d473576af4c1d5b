import { isLocale, isTimeZone } from '../config/international.js';
import type { SaidProblem } from '../metadata-api/api-failure.js';
import { accountFaults } from './identity-wording.js';
import { findPasswordFault, type PasswordRules } from './password-fault.js';

export interface UserFields {
  readonly name?: string;
  readonly email?: string;
  readonly password?: string;
  readonly permissionSets?: readonly string[];
  readonly locale?: string | null;
  readonly timeZone?: string | null;
}

/** What is wrong with the fields that are there; all of it. */
export function findUserProblems(user: UserFields, knownSets: readonly string[], rules: PasswordRules): readonly SaidProblem[] {
  return [
    ...(user.name !== undefined && (user.name.trim() === '' || user.name.length > 200)
      ? [{ path: '/name', code: 'name', said: accountFaults.name }]
      : []),
    ...(user.email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(user.email)
      ? [{ path: '/email', code: 'email', said: { ...accountFaults.email, words: { email: user.email } } }]
      : []),
    ...passwordProblems(user.password, { ...rules, known: [...rules.known, user.name ?? '', user.email ?? ''] }),
    ...findSetProblems(user.permissionSets ?? [], knownSets),
    ...(user.locale && !isLocale(user.locale) ? [{ path: '/locale', code: 'locale', said: { ...accountFaults.locale, words: { locale: user.locale } } }] : []),
    ...(user.timeZone && !isTimeZone(user.timeZone)
      ? [{ path: '/timeZone', code: 'timeZone', said: { ...accountFaults.timeZone, words: { timeZone: user.timeZone } } }]
      : []),
  ];
}

/** Which of these permission sets there are not. */
export function findSetProblems(permissionSets: readonly string[], knownSets: readonly string[]): readonly SaidProblem[] {
  return permissionSets.flatMap((name, index) =>
    knownSets.includes(name)
      ? []
      : [{ path: `/permissionSets/${index}`, code: 'unknown', said: { ...accountFaults.noSet, words: { name } }, hint: { ...accountFaults.knownSets, words: { names: knownSets.join(', ') } } }],
  );
}

function passwordProblems(password: string | undefined, rules: PasswordRules): readonly SaidProblem[] {
  const fault = password === undefined ? undefined : findPasswordFault(password, rules);
  return fault ? [{ path: '/password', code: 'password', said: fault }] : [];
}
