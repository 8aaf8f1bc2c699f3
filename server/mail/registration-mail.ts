/**
 * The words of the two mails about a registration: to an address that is new here, and to the owner of
 * an account. They name nobody: who registers with an address writes the name, and is not always the
 * one who reads the mail.
 */
type Written = { subject: string; text: string };
type Language = 'nl' | 'en';

const confirm: Record<Language, (about: { url: string }) => Written> = {
  nl: ({ url }) => ({
    subject: 'Bevestig je account voor Sprintkamer',
    text: [
      'Dag,',
      'Met dit adres is een account voor Sprintkamer aangevraagd. Maak het af op deze pagina, met het wachtwoord dat je koos:',
      url,
      'De link werkt één keer, 24 uur lang. Vroeg je niets aan? Dan hoef je niets te doen: er komt geen account.',
    ].join('\n\n'),
  }),
  en: ({ url }) => ({
    subject: 'Confirm your account for Sprintkamer',
    text: [
      'Hello,',
      'Somebody asked for a Sprintkamer account with this address. Finish it on this page, with the password that you chose:',
      url,
      'The link works once, for 24 hours. If you did not ask for it, you need not do anything: no account is made.',
    ].join('\n\n'),
  }),
};

const haveAccount: Record<Language, (about: { signIn: string; forgot: string }) => Written> = {
  nl: ({ signIn, forgot }) => ({
    subject: 'Je hebt al een account voor Sprintkamer',
    text: [
      'Dag,',
      'Iemand vroeg met dit adres een account voor Sprintkamer aan, maar je hebt er al een. Log hier in:',
      signIn,
      'Weet je je wachtwoord niet meer? Kies hier een nieuw:',
      forgot,
      'Was jij het niet? Dan hoef je niets te doen: er is niets veranderd.',
    ].join('\n\n'),
  }),
  en: ({ signIn, forgot }) => ({
    subject: 'You already have a Sprintkamer account',
    text: [
      'Hello,',
      'Somebody asked for a Sprintkamer account with this address, but you already have one. Sign in here:',
      signIn,
      'Forgotten your password? Choose a new one here:',
      forgot,
      'If it was not you, you need not do anything: nothing has changed.',
    ].join('\n\n'),
  }),
};

/** @param language `nl` or `en`; Dutch for anything else. */
export function confirmMail(language: string, about: { url: string }): Written {
  return confirm[language === 'en' ? 'en' : 'nl'](about);
}

/** @param language as `confirmMail`. */
export function haveAccountMail(
  language: string,
  about: { signIn: string; forgot: string },
): Written {
  return haveAccount[language === 'en' ? 'en' : 'nl'](about);
}
