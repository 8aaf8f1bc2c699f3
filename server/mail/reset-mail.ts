/**
 * The words of the mail with a reset link, in the language of the account. They stand here and not
 * among the screen's messages, because the server does not import what is made for the browser.
 */
type Words = { name: string; url: string };

const words: Record<'nl' | 'en', (about: Words) => { subject: string; text: string }> = {
  nl: ({ name, url }) => ({
    subject: 'Nieuw wachtwoord voor Sprintkamer',
    text: [
      `Dag ${name},`,
      'Je vroeg om een nieuw wachtwoord voor Sprintkamer. Kies het op deze pagina:',
      url,
      'De link werkt één keer, en een uur lang. Vroeg je niets? Dan hoef je niets te doen: je wachtwoord blijft zoals het is.',
    ].join('\n\n'),
  }),
  en: ({ name, url }) => ({
    subject: 'A new password for Sprintkamer',
    text: [
      `Hello ${name},`,
      'You asked for a new password for Sprintkamer. Choose it on this page:',
      url,
      'The link works once, for one hour. If you did not ask for it, you need not do anything: your password stays as it is.',
    ].join('\n\n'),
  }),
};

/** @param language `nl` or `en`; Dutch for anything else. */
export function resetMail({ name, url, language }: Words & { language: string }): {
  subject: string;
  text: string;
} {
  return words[language === 'en' ? 'en' : 'nl']({ name, url });
}
