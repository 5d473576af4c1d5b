/** Everything that forms say by themselves; the page has these keys under `forms` in every language. */
export const formTextKeys = [
  'save',
  'cancel',
  'edit',
  'yes',
  'no',
  'addTo',
  'tabs',
  'errorSummary',
  'saveFailed',
  'locked.generated',
  'locked.access',
  'locked.rule',
  'problem.required',
  'problem.tooLong',
  'problem.tooSmall',
  'problem.tooLarge',
  'problem.expectedText',
  'problem.expectedInteger',
  'problem.expectedDecimal',
  'problem.expectedBoolean',
  'problem.expectedDate',
  'problem.expectedDateTime',
  'problem.expectedTime',
  'problem.expectedDuration',
  'problem.expectedAddress',
  'problem.expectedName',
  'problem.expectedPlace',
  'problem.expectedFile',
  'problem.expectedJson',
  'problem.expectedListed',
  'problem.expectedRecord',
  'problem.expectedEmail',
  'problem.expectedPhone',
  'problem.expectedUrl',
] as const;

export type FormTextKey = (typeof formTextKeys)[number];

/**
 * Gives the sentence of a key in the person's language. `values` by key: `edit` {field}; `addTo` {fields}; `errorSummary` {count};
 * `problem.tooLong|tooSmall|tooLarge` {limit}; `problem.expectedDecimal` {digits, decimals}; every problem {field}.
 */
export type FormTexts = (key: FormTextKey, values?: Readonly<Record<string, string | number>>) => string;

export function isFormTextKey(key: string): key is FormTextKey {
  return (formTextKeys as readonly string[]).includes(key);
}
