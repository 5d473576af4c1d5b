/** What a browser calls itself, for people; parts that nobody knows are left out. */
export interface DeviceWords {
  readonly browser: string | undefined;
  readonly system: string | undefined;
}

/** The first that fits: later browsers also call themselves what earlier ones did. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [['Edge', /Edg(?:e|A|iOS)?\//], ['Opera', /OPR\//], ['Samsung Internet', /SamsungBrowser\//], ['Firefox', /Firefox\/|FxiOS\//], ['Chrome', /Chrome\/|CriOS\//], ['Safari', /Safari\//], ['curl', /^curl\//]];
const SYSTEMS: readonly (readonly [string, RegExp])[] = [['iPhone', /iPhone/], ['iPad', /iPad/], ['Android', /Android/], ['Windows', /Windows/], ['macOS', /Mac OS X|Macintosh/], ['ChromeOS', /CrOS/], ['Linux', /Linux|X11/]];

export function readDevice(userAgent: string | null): DeviceWords {
  const find = (known: typeof BROWSERS) => known.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0];
  return { browser: find(BROWSERS), system: find(SYSTEMS) };
}
