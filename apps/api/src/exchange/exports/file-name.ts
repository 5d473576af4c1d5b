/** `Customers 2026-03-14 0930.csv`: what it is, and when it was asked for as clocks of the zone show it. */
export function fileNameOf(title: string, extension: string, at: Date, timeZone: string): string {
  const clean = title.replace(/[\p{Cc}\\/:*?"<>|]/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 80) || 'Export';
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${clean} ${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}${parts['minute']}.${extension}`;
}
