import { describe, expect, it } from 'vitest';
import { chapterHint, type ChapterHint } from '#domain/map/chapter-hint';

const internalNl: readonly (readonly [string, ChapterHint])[] = [
  ['Intake', 'internal-step'],
  ['Aanvraag registreren', 'internal-step'],
  ['Order wordt verwerkt', 'internal-step'],
  ['Dossier aanmaken', 'internal-step'],
  ['Ticket in het CRM', 'internal-step'],
  ['Klant wordt ingepland', 'internal-step'],
  ['Doorzetten naar de tweede lijn', 'internal-step'],
  ['Triage door de backoffice', 'internal-step'],
  ['Facturatie', 'internal-step'],
  ['Validatie van klantgegevens', 'internal-step'],
  ['Onboarding', 'internal-step'],
  ['Lead opvolgen', 'internal-step'],
  ['Escalatie naar de teamleider', 'internal-step'],
  ['Nazorg en aftersales', 'internal-step'],
  ['Monteur krijgt werkorder', 'internal-step'],
  ['Melding is afgehandeld', 'internal-step'],
  ['Afdeling planning wijst toe', 'internal-step'],
  ['Kwaliteitscontrole', 'internal-step'],
  ['Gegevens worden gecontroleerd', 'internal-step'],
  ['Conversie in de funnel', 'internal-step'],
  ['Website', 'channel'],
  ['De app', 'channel'],
  ['Telefoon en mail', 'channel'],
  ['Via de chatbot', 'channel'],
  ['Klantenservice', 'channel'],
  ['Contactformulier', 'channel'],
  ['Bezoek in de winkel', 'channel'],
  ['Social media', 'channel'],
  ['Webshop / app', 'channel'],
  ['Nieuwsbrief', 'channel'],
];

const customersNl: readonly string[] = [
  'Zaterdagavond stopt hij',
  'Wie maakt zoiets nog?',
  'Ik hang in een menu',
  'Ik krijg een dag, geen tijd',
  'Ik wacht, en durf niet te douchen',
  'Hij legt uit wat hij ziet',
  'Hij draait, dan de rekening',
  'De machine doet het weer',
  'Ik bel de klantenservice',
  'Ik vul het formulier voor de derde keer in',
  'Eindelijk iemand die het snapt',
  'Mijn aanvraag wordt behandeld, maar door wie?',
  'Ze willen weer mijn gegevens',
  'Wachten op de monteur',
  'Thuisblijven voor een bezorger',
  'Kiezen tussen repareren en nieuw',
  'Schrikken van de prijs',
  'Het pakket ligt bij de buren',
  'Weer iemand anders aan de lijn',
  'We zoeken samen een bank uit',
  'Twijfelen of het de moeite is',
  'Alles opnieuw uitleggen',
  'Eerste nacht in het nieuwe huis',
  'De app laat me niet verder',
  'Ik wil het systeem begrijpen',
  'Buurvrouw raadt iemand aan',
  'Hopen dat het meevalt',
  'Papieren bij elkaar zoeken',
  'Uitpakken met de kinderen',
  'Vertellen op een verjaardag',
];

const internalEn: readonly (readonly [string, ChapterHint])[] = [
  ['Intake', 'internal-step'],
  ['Register the request', 'internal-step'],
  ['Order is processed', 'internal-step'],
  ['Create a case file', 'internal-step'],
  ['Ticket in the CRM', 'internal-step'],
  ['Customer is scheduled', 'internal-step'],
  ['Escalation to second line', 'internal-step'],
  ['Triage by back-office', 'internal-step'],
  ['Billing', 'internal-step'],
  ['Validation of the data', 'internal-step'],
  ['Onboarding', 'internal-step'],
  ['Lead follow-up', 'internal-step'],
  ['Handover to the planning department', 'internal-step'],
  ['Aftersales', 'internal-step'],
  ['Engineer gets a work-order', 'internal-step'],
  ['Report gets filed', 'internal-step'],
  ['Planning assigns an engineer', 'internal-step'],
  ['Approval by the manager', 'internal-step'],
  ['Claim is verified', 'internal-step'],
  ['Conversion in the funnel', 'internal-step'],
  ['Website', 'channel'],
  ['The app', 'channel'],
  ['Phone and email', 'channel'],
  ['Via the chatbot', 'channel'],
  ['Customer service', 'channel'],
  ['Contact form', 'channel'],
  ['Visit the store', 'channel'],
  ['Social media', 'channel'],
  ['Webshop/app', 'channel'],
  ['Newsletter', 'channel'],
];

const customersEn: readonly string[] = [
  'It stops on Saturday night',
  'Who still repairs these?',
  'I am stuck in a menu',
  'I get a day, not a time',
  'I wait, and dare not take a shower',
  'He tells what he sees',
  'It runs, then the bill',
  'The machine works again',
  'I call customer service',
  'I fill in the form for the third time',
  'Finally somebody who understands',
  'My request is handled, but by whom?',
  'They ask my data again',
  'Waiting for the engineer',
  'Staying home for a parcel',
  'Choosing between repair and new',
  'Shocked by the price',
  'The parcel is at the neighbours',
  'Somebody else on the line again',
  'We pick a sofa together',
  'Wondering if it is worth it',
  'Explaining everything again',
  'First night in the new house',
  'The app will not let me pass',
  'I want to understand the system',
  'A neighbour knows somebody',
  'Hoping for the best',
  'Looking for all the papers',
  'Unpacking with the kids',
  'Telling it at a birthday party',
];

describe('[R80] a chapter that reads like an internal step or a channel gets a hint', () => {
  it.each(internalNl)('nl: hints at %s', (title, hint) => {
    expect(chapterHint(title, 'nl')).toBe(hint);
  });
  it.each(customersNl)('nl: leaves %s alone', (title) => {
    expect(chapterHint(title, 'nl')).toBeNull();
  });
  it.each(internalEn)('en: hints at %s', (title, hint) => {
    expect(chapterHint(title, 'en')).toBe(hint);
  });
  it.each(customersEn)('en: leaves %s alone', (title) => {
    expect(chapterHint(title, 'en')).toBeNull();
  });
  it('says nothing of an empty chapter', () => {
    expect(chapterHint('', 'nl')).toBeNull();
    expect(chapterHint('  … ', 'en')).toBeNull();
  });
  it('has thirty sentences each way in both languages', () => {
    for (const list of [internalNl, customersNl, internalEn, customersEn]) {
      expect(new Set(list.map(String)).size).toBe(30);
    }
  });
});
