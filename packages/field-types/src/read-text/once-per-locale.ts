/** Asks Intl once per locale: making a formatter costs far more than reading a cell, and files have many cells. */
export function oncePerLocale<Value>(find: (locale: string) => Value): (locale: string) => Value {
  const found = new Map<string, Value>();
  return (locale) => {
    const known = found.get(locale);
    if (known !== undefined) return known;
    const value = find(locale);
    found.set(locale, value);
    return value;
  };
}
