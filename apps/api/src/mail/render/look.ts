/**
 * How a mail looks, in one table. Each style stands in the element itself, since some mail programs read nothing else, and
 * under a class for the dark, which only a style sheet can ask for.
 */
const styles = {
  body: 'margin:0;padding:0;background:#f4f5f7;color:#1c1f26;font-family:-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"PingFang TC","PingFang SC","Microsoft JhengHei","Microsoft YaHei","Noto Sans CJK TC",Arial,sans-serif;font-size:15px;line-height:1.6',
  frame: 'width:100%;background:#f4f5f7',
  outside: 'padding:32px 12px',
  card: 'width:100%;max-width:600px;margin:0 auto;background:#ffffff;border:1px solid #e3e5ea;border-radius:10px',
  head: 'padding:20px 32px 0;color:#5b616e;font-size:13px;font-weight:600',
  inside: 'padding:12px 32px 28px',
  foot: 'padding:16px 32px 0;color:#6b7280;font-size:12px;text-align:center',
  p: 'margin:14px 0',
  h1: 'margin:20px 0 10px;font-size:22px;line-height:1.3;font-weight:650',
  h2: 'margin:20px 0 8px;font-size:18px;line-height:1.35;font-weight:650',
  h3: 'margin:18px 0 6px;font-size:15px;line-height:1.4;font-weight:650',
  list: 'margin:14px 0;padding-left:22px',
  li: 'margin:4px 0',
  quote: 'margin:14px 0;padding:2px 0 2px 14px;border-left:3px solid #d5d8de;color:#4b5160',
  rule: 'margin:24px 0;border:0;border-top:1px solid #e3e5ea',
  a: 'color:#3152c8;text-decoration:underline',
  button: 'display:inline-block;padding:10px 20px;background:#3152c8;color:#ffffff;border-radius:8px;font-weight:600;text-decoration:none',
} as const satisfies Readonly<Record<string, string>>;

export type LookName = keyof typeof styles;

/** The attributes of an element: its class, and the same as style. */
export function styleOf(name: LookName): string {
  return ` class="${name}" style="${styles[name].replaceAll('"', '&quot;')}"`;
}

const dark: Partial<Record<LookName, string>> = {
  body: 'background:#14161a;color:#e8eaee',
  frame: 'background:#14161a',
  card: 'background:#1d2026;border-color:#31353e',
  head: 'color:#a2a8b4',
  foot: 'color:#8d94a1',
  quote: 'border-color:#3d424d;color:#b7bcc7',
  rule: 'border-color:#31353e',
  a: 'color:#93abff',
  button: 'background:#4a6bea;color:#ffffff',
};

/** Everything as a sheet: first as it is in the light, then what is other in the dark and on a narrow screen. */
export const styleSheet = [
  ...Object.entries(styles).map(([name, rules]) => `.${name}{${rules}}`),
  `@media (prefers-color-scheme: dark){${Object.entries(dark).map(([name, rules]) => `.${name}{${rules.replaceAll(/(?=;|$)/g, ' !important')}}`).join('')}}`,
  '@media (max-width: 480px){.outside{padding:0 !important}.card{border:0 !important;border-radius:0 !important}.head,.inside,.foot{padding-left:20px !important;padding-right:20px !important}}',
].join('\n');
