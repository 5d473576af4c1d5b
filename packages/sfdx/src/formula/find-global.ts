/** What formulas know beside the record. */
export interface Globals {
  /** Custom labels by their API names in small letters. */
  readonly labels: ReadonlyMap<string, string>;
  /** Values of custom metadata records as literals, by `type.record.field` in small letters. */
  readonly metadata: ReadonlyMap<string, string>;
}

type Found = { readonly text: string; readonly change?: string } | { readonly reason: string };

const FIRST_NAME = 'LEFT($User.name, FIND(" ", $User.name & " ") - 1)';
const LAST_NAME = 'TRIM(MID($User.name, FIND(" ", $User.name & " ") + 1, LEN($User.name)))';

const USER: Readonly<Record<string, Found>> = {
  id: { text: '$User.id' },
  name: { text: '$User.name' },
  email: { text: '$User.email' },
  isactive: { text: '$User.active' },
  managerid: { text: '$User.manager' },
  username: { text: '$User.email', change: 'People sign in by their e-mail address: it stands for the user name.' },
  firstname: { text: `(${FIRST_NAME})`, change: 'The first name of a person is taken from the whole name.' },
  lastname: { text: `(${LAST_NAME})`, change: 'The last name of a person is taken from the whole name.' },
};

const KINDS: Readonly<Record<string, (path: readonly string[], globals: Globals) => Found>> = {
  $user: (path) => USER[path[1]?.toLowerCase() ?? ''] ?? { reason: `It asks for ${path.join('.')}; of people only id, name, e-mail address, manager and whether they are active are known here.` },
  $organization: (path) => (path[1]?.toLowerCase() === 'name' ? { text: '$Org.name' } : { reason: `It asks for ${path.join('.')}; of the org only its name is known here.` }),
  $label: (path, { labels }) => {
    const label = labels.get(path.at(-1)?.toLowerCase() ?? '');
    return label === undefined ? { reason: `The custom label ${path.at(-1) ?? ''} is not in the project.` } : { text: JSON.stringify(label), change: 'The text of a custom label stands in the formula itself.' };
  },
  $custommetadata: (path, { metadata }) => {
    const value = metadata.get(path.slice(1).join('.').toLowerCase());
    return value === undefined
      ? { reason: `${path.join('.')} is not among the custom metadata records of the project.` }
      : { text: value, change: 'The value of a custom metadata record stands in the formula itself.' };
  },
  $api: (path) => (/_server_url_/i.test(path[1] ?? '') ? { text: '"/services"', change: 'The address of the Salesforce server is left out: an address made with it begins at its path.' } : { reason: `${path.join('.')} is a value of a Salesforce session.` }),
  $permission: (path) => ({ text: 'FALSE', change: `Nobody holds the custom permission ${path.at(-1) ?? ''} here.` }),
  $system: (path) => (path[1]?.toLowerCase() === 'origindatetime' ? { text: 'DATETIMEVALUE("1900-01-01 00:00:00")' } : { reason: `There is nothing like ${path.join('.')} here.` }),
};

/** `$User.FirstName` and its like. */
export function findGlobal(path: readonly string[], globals: Globals): Found {
  const kind = KINDS[path[0]?.toLowerCase() ?? ''];
  return kind ? kind(path, globals) : { reason: `It asks for ${path.join('.')}, which has no counterpart here.` };
}
