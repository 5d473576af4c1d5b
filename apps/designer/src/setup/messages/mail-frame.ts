export type MailScheme = 'light' | 'dark';

/**
 * A mail as a document for a frame of this page. The page's policy lets no style through that does not carry its nonce, so
 * the styles of the elements themselves give way to the same ones in the mail's style sheet.
 */
export function frameMail(html: string, scheme: MailScheme): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  // Before it is read: the policy holds for what the parser makes, too, and complains of each sheet that has none.
  const mail = new DOMParser().parseFromString(html.replaceAll('<style>', `<style nonce="${nonce}">`), 'text/html');
  for (const element of mail.querySelectorAll('[style]')) element.removeAttribute('style');
  for (const link of mail.querySelectorAll('a')) link.removeAttribute('href');
  for (const sheet of mail.querySelectorAll('style')) {
    sheet.setAttribute('nonce', nonce);
    sheet.textContent = (sheet.textContent ?? '').replaceAll('(prefers-color-scheme: dark)', scheme === 'dark' ? 'all' : 'not all');
  }
  mail.querySelector('meta[name="color-scheme"]')?.setAttribute('content', scheme);
  return `<!doctype html>${mail.documentElement.outerHTML}`;
}
