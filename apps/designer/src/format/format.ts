export interface FormatSettings {
  readonly locale: string;
  readonly timeZone: string;
  /** ISO code of the org's currency, for amounts that name none. */
  readonly currency?: string | undefined;
}

/** Everything people read that is not a word. Values that are not what they should be are shown as they are. */
export interface Format extends FormatSettings {
  /** 69,659 */
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** An exact decimal "1250.5"; `scale` is the least number of digits after the point. */
  decimal(value: string, scale?: number): string;
  /** An exact amount "1250.5" in `currency`, by default the org's. */
  money(amount: string, currency?: string): string;
  /** 12.5 is shown as 12.5%. */
  percent(value: string | number): string;
  /** A day `YYYY-MM-DD`. */
  date(value: string, style?: 'short' | 'medium' | 'long'): string;
  /** An instant in the reader's time zone. */
  dateTime(value: string): string;
  time(value: string): string;
  /** "3 minutes ago", "in 2 days"; further than a month it is a date. `now` in milliseconds. */
  relative(value: string, now?: number): string;
  /** A length of time in milliseconds: "1.2 s", "3 min". */
  duration(milliseconds: number): string;
  /** How large a file is, in the largest unit that gives at least one: "1.2 MB". */
  bytes(value: number): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
}

const decimalPattern = /^-?\d+(\.\d+)?$/;
const relativeUnits = [['minute', 60], ['hour', 3600], ['day', 86_400], ['week', 604_800]] as const;
const month = 2_592_000;
const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function createFormat({ locale, timeZone, currency }: FormatSettings): Format {
  const formatExact = (value: string, options: Intl.NumberFormatOptions) =>
    decimalPattern.test(value) ? numberFormat(locale, options).format(value as `${number}`) : value;
  const formatInstant = (value: string, options: Intl.DateTimeFormatOptions) => {
    const instant = new Date(value);
    return Number.isNaN(instant.getTime()) ? value : dateFormat(locale, { timeZone, ...options }).format(instant);
  };

  const format: Format = {
    locale, timeZone, currency,
    number: (value, options = {}) => numberFormat(locale, options).format(value),
    decimal: (value, scale = 0) => formatExact(value, { minimumFractionDigits: scale, maximumFractionDigits: Math.max(scale, 20) }),
    money: (amount, code = currency) => formatExact(amount, code ? { style: 'currency', currency: code } : { minimumFractionDigits: 2 }),
    percent: (value) => (decimalPattern.test(String(value)) ? `${formatExact(String(value), { maximumFractionDigits: 10 })}%` : String(value)),
    date: (value, style = 'medium') => (/^\d{4}-\d{2}-\d{2}$/.test(value)
      ? dateFormat(locale, { timeZone: 'UTC', dateStyle: style }).format(new Date(`${value}T00:00:00Z`))
      : value),
    dateTime: (value) => formatInstant(value, { dateStyle: 'medium', timeStyle: 'short' }),
    time: (value) => formatInstant(value, { timeStyle: 'short' }),
    relative: (value, now = Date.now()) => {
      const seconds = (new Date(value).getTime() - now) / 1000;
      if (Number.isNaN(seconds)) return value;
      if (Math.abs(seconds) >= month) return formatInstant(value, { dateStyle: 'medium' });
      const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
      const unit = relativeUnits.findLast(([, size]) => Math.abs(seconds) >= size);
      return unit ? words.format(Math.round(seconds / unit[1]), unit[0]) : words.format(0, 'second');
    },
    duration: (milliseconds) => {
      const [value, unit] = milliseconds < 1000 ? [milliseconds, 'millisecond'] as const
        : milliseconds < 60_000 ? [milliseconds / 1000, 'second'] as const
          : milliseconds < 3_600_000 ? [milliseconds / 60_000, 'minute'] as const
            : [milliseconds / 3_600_000, 'hour'] as const;
      return numberFormat(locale, { style: 'unit', unit, maximumFractionDigits: milliseconds < 1000 ? 0 : 1 }).format(value);
    },
    bytes: (value) => {
      const step = Math.min(byteUnits.length - 1, value < 1 ? 0 : Math.floor(Math.log10(value) / 3));
      return numberFormat(locale, { style: 'unit', unit: byteUnits[step] ?? 'byte', unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: 1 }).format(value / 1000 ** step);
    },
    list: (items) => new Intl.ListFormat(locale).format(items),
  };
  return Object.freeze(format);
}

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const found = numberFormats.get(key) ?? new Intl.NumberFormat(locale, options);
  numberFormats.set(key, found);
  return found;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const found = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, found);
  return found;
}
