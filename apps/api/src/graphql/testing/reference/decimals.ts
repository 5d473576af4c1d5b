/** Decimals as text, worked with digit by digit: on purpose nothing that the product itself calculates with. */
interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

export function addUpDecimals(texts: readonly string[]): string {
  return write(addUp(texts));
}

/** Rounded half away from zero to `scale` digits. */
export function averageOf(texts: readonly string[], scale: number): string {
  const { digits, scale: own } = addUp(texts);
  return write({ digits: divideRounded(digits * 10n ** BigInt(scale), 10n ** BigInt(own) * BigInt(texts.length)), scale });
}

/** As exact as anybody can tell. */
export function divide(left: string, right: string): string {
  const [over, under] = [read(left), read(right)];
  return write({ digits: divideRounded(over.digits * 10n ** BigInt(30 + under.scale), under.digits * 10n ** BigInt(over.scale)), scale: 30 });
}

export function roundTo(text: string, scale: number): string {
  const { digits, scale: own } = read(text);
  const rounded = own <= scale ? digits * 10n ** BigInt(scale - own) : divideRounded(digits, 10n ** BigInt(own - scale));
  return write({ digits: rounded, scale });
}

/** Without zeros at the end. */
export function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function addUp(texts: readonly string[]): Scaled {
  const all = texts.map(read);
  const scale = Math.max(0, ...all.map((one) => one.scale));
  return { digits: all.reduce((sum, one) => sum + one.digits * 10n ** BigInt(scale - one.scale), 0n), scale };
}

function divideRounded(over: bigint, under: bigint): bigint {
  const negative = over < 0n !== under < 0n;
  const [top, bottom] = [over < 0n ? -over : over, under < 0n ? -under : under];
  const rounded = (top * 2n + bottom) / (bottom * 2n);
  return negative ? -rounded : rounded;
}

function read(text: string): Scaled {
  const [whole = '0', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

function write({ digits, scale }: Scaled): string {
  const negative = digits < 0n;
  const text = String(negative ? -digits : digits).padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  return `${negative ? '-' : ''}${whole}${scale > 0 ? `.${text.slice(text.length - scale)}` : ''}`;
}
