import { describe, expect, it } from 'vitest';
import type { BelofteLanguage } from '#domain/klantbelofte/opening';
import {
  MOST_WORDS,
  wordCount,
  wordingHints,
  type WordingRule,
} from '#domain/klantbelofte/wording';

type Flagged = readonly (readonly [sentence: string, rule: WordingRule])[];

const flaggedNl: Flagged = [
  ['we zo spoedig mogelijk terugbellen', 'vague'],
  ['de monteur zo snel mogelijk komt', 'vague'],
  ['je z.s.m. antwoord krijgt', 'vague'],
  ['we waar mogelijk meedenken', 'vague'],
  ['je in principe geld terugkrijgt', 'vague'],
  ['we je een passende oplossing bieden', 'vague'],
  ['onze hulp optimaal is', 'vague'],
  ['je tijdig van ons hoort', 'vague'],
  ['we binnen een redelijke termijn antwoorden', 'vague'],
  ['je snel iemand spreekt', 'vague'],
  ['de monteur op tijd is', 'vague'],
  ['je niet lang hoeft te wachten', 'vague'],
  ['wij proberen je vraag te beantwoorden', 'effort'],
  ['we ernaar streven om je te helpen', 'effort'],
  ['wij ons best doen voor jou', 'effort'],
  ['de monteur probeert het te maken', 'effort'],
  ['we er alles aan doen om je te bereiken', 'effort'],
  ['wij hopen je te helpen', 'effort'],
  ['we ons inspannen voor een antwoord', 'effort'],
  ['wij je bellen vóór je merkt dat het later wordt', 'unmeasured'],
  ['je rekening lager uitvalt', 'unmeasured'],
  ['je minder betaalt', 'unmeasured'],
  ['we sneller reageren', 'unmeasured'],
  ['de monteur niet te laat komt', 'unmeasured'],
  ['je nooit te veel betaalt', 'unmeasured'],
  ['je vaker iets van ons hoort', 'unmeasured'],
  ['je op elk touchpoint hetzelfde antwoord krijgt', 'jargon'],
  ['we je melding binnen de SLA oppakken', 'jargon'],
  ['wij je volledig ontzorgen', 'jargon'],
  ['we je proactief bellen', 'jargon'],
  ['je vraag door de backoffice wordt gezien', 'jargon'],
  ['de doorlooptijd nooit langer is dan beloofd', 'jargon'],
  ['je vraag zonder escalatie wordt beantwoord', 'jargon'],
  ['bij ons de klant centraal staat', 'slogan'],
  ['wij altijd voor je klaarstaan', 'slogan'],
  ['je bij ons zorgeloos wast', 'slogan'],
  ['wij gaan voor de beste hulp', 'slogan'],
  ['wij het verschil maken', 'slogan'],
  ['we je machine maken!', 'slogan'],
  [
    'we je bellen als de monteur dertig minuten vertraging heeft en dat we dan meteen een nieuwe tijd met je afspreken die jou echt past en ook echt doorgaat',
    'too-long',
  ],
];

const fineNl: readonly string[] = [
  'wij je bellen, een half uur vóór het later wordt',
  'wij komen in het uur dat jij koos',
  'je niets betaalt als wij voor niets kwamen',
  'de prijs vooraf ook op je rekening staat',
  'de monteur het goede onderdeel bij zich heeft',
  'wij eerder bellen dan jij',
  'een uur een uur is',
  'je nooit betaalt voor niets',
  'je binnen 24 uur antwoord krijgt',
  'we snel antwoorden, binnen twee uur',
  'je dezelfde dag nog weet waar je aan toe bent',
  'je elke vraag maar één keer hoeft te stellen',
  'je altijd dezelfde monteur krijgt',
  'je het 30 dagen mag proberen',
  'je eerst kunt proberen en dan pas betaalt',
  'de monteur zijn schoenen uittrekt',
  'een mens opneemt, geen menu',
  'je je verhaal niet opnieuw hoeft te vertellen',
  'we het zeggen als repareren geen zin heeft',
  'je je geld terugkrijgt binnen 5 dagen',
  'we nooit bellen tijdens het avondeten',
  'je weet wie er komt, met naam en foto',
  'je de rekening begrijpt zonder ons te bellen',
  'we opruimen wat we vies maken',
  'je op zaterdag een monteur krijgt',
  'het bedrag op de offerte het bedrag op de rekening is',
  'wij terugkomen zonder kosten als het weer stukgaat',
  'we je op maandag bellen met de uitslag',
  'je een afspraak tot één uur van tevoren mag verzetten',
  'er een leenmachine staat als het langer duurt dan drie dagen',
  'jij kiest of we bellen of mailen',
  'we nooit om gegevens vragen die je al gaf',
  'je in gewone taal leest wat er kapot is',
  'wij toegeven wat we fout deden',
  'je ons een foto mag sturen in plaats van een formulier',
  'de monteur uitlegt wat hij doet',
  'je bij twijfel een tweede mening krijgt, zonder kosten',
  'je niet thuis hoeft te blijven',
  'we je aan niemand anders verkopen',
  'je minder dan 10 minuten in de wacht staat',
];

const flaggedEn: Flagged = [
  ['we call you back as soon as possible', 'vague'],
  ['you get an answer ASAP', 'vague'],
  ['the engineer comes as quickly as possible', 'vague'],
  ['we think along where possible', 'vague'],
  ['you get your money back in principle', 'vague'],
  ['you get an appropriate answer', 'vague'],
  ['our help is seamless', 'vague'],
  ['you hear from us in a timely manner', 'vague'],
  ['we answer within a reasonable time', 'vague'],
  ['you speak to somebody quickly', 'vague'],
  ['the engineer is on time', 'vague'],
  ['we usually pick up', 'vague'],
  ['we try to answer your question', 'effort'],
  ['we strive for an answer', 'effort'],
  ['we do our best for you', 'effort'],
  ['our engineers aim to mend it', 'effort'],
  ['we do everything we can to reach you', 'effort'],
  ['we hope to help you', 'effort'],
  ['we make every effort to call', 'effort'],
  ['we call you before you notice that it gets later', 'unmeasured'],
  ['your bill is lower', 'unmeasured'],
  ['you pay less', 'unmeasured'],
  ['we respond faster', 'unmeasured'],
  ['the engineer does not come too late', 'unmeasured'],
  ['you never pay too much', 'unmeasured'],
  ['your wait is shorter', 'unmeasured'],
  ['you get the same answer at each touchpoint', 'jargon'],
  ['we handle your report within the SLA', 'jargon'],
  ['we leverage what you told us', 'jargon'],
  ['we call you proactively', 'jargon'],
  ['the back office sees your question', 'jargon'],
  ['the turnaround time is as agreed', 'jargon'],
  ['your question is answered without escalation', 'jargon'],
  ['the customer comes first', 'slogan'],
  ['we are always there for you', 'slogan'],
  ['your laundry is worry-free', 'slogan'],
  ['we give you the best help', 'slogan'],
  ['we make the difference', 'slogan'],
  ['we mend your machine!', 'slogan'],
  [
    'we call you when the engineer is thirty minutes late and then agree on a new time with you that really suits you and that really goes ahead as agreed',
    'too-long',
  ],
];

const fineEn: readonly string[] = [
  'we call you half an hour before it gets later',
  'we come in the hour you chose',
  'you pay nothing if we came for nothing',
  'the price beforehand is the price on your bill',
  'the engineer brings the right part',
  'we call sooner than you do',
  'an hour is an hour',
  'you never pay for nothing',
  'you get an answer within 24 hours',
  'we answer quickly, within two hours',
  'you know where you stand the same day',
  'you ask each question only once, of one person',
  'you always get the same engineer',
  'you may try it for 30 days',
  'you can try first and pay after',
  'the engineer takes off their shoes',
  'a person picks up, not a menu',
  'you do not have to tell your story again',
  'we say so when a repair makes no sense',
  'you get your money back within 5 days',
  'we never call during dinner',
  'you know who comes, by name and picture',
  'you understand the bill without calling us',
  'we clean up what we made dirty',
  'you get an engineer on Saturday',
  'the sum in the quote is the sum on the bill',
  'we come back for free when it breaks again',
  'we call you on Monday with the result',
  'you may move your appointment until one hour before',
  'you get a machine on loan when it takes longer than three days',
  'you choose whether we call or write',
  'we never ask for data that you gave us',
  'you read in plain words what is broken',
  'we admit what we did wrong',
  'you may send us a photo instead of a form',
  'the engineer explains what they do',
  'you get a second opinion at no cost when in doubt',
  'you no longer have to stay at home',
  'we sell your data to nobody',
  'you wait less than 10 minutes on the line',
];

const tables: readonly (readonly [BelofteLanguage, Flagged, readonly string[]])[] = [
  ['nl', flaggedNl, fineNl],
  ['en', flaggedEn, fineEn],
];

describe.each(tables)('[R153] a belofte in %s', (language, flagged, fine) => {
  it.each(flagged)('"%s" is %s', (sentence, rule) => {
    const hints = wordingHints(sentence, language);
    expect([...new Set(hints.map((hint) => hint.rule))]).toEqual([rule]);
    for (const { words, start, end } of hints) expect(sentence.slice(start, end)).toBe(words);
  });
  it.each(fine)('leaves "%s" alone', (sentence) => {
    expect(wordingHints(sentence, language)).toEqual([]);
  });
  it('has forty sentences each way, all different', () => {
    expect(new Set(flagged.map(([sentence]) => sentence)).size).toBe(40);
    expect(new Set(fine).size).toBe(40);
  });
});

it('[R153] says where the words stand, also behind an opening that was typed', () => {
  const text = 'Je kunt erop rekenen dat wij proberen te bellen, zo spoedig mogelijk';
  expect(wordingHints(text, 'nl').map(({ words, start }) => [words, start])).toEqual([
    ['proberen', text.indexOf('proberen')],
    ['zo spoedig mogelijk', text.indexOf('zo spoedig')],
  ]);
});

it('[R153] counts the words without the opening, and says nothing of an empty belofte', () => {
  const words = Array.from({ length: MOST_WORDS }, (_, at) => `woord${at}`).join(' ');
  expect(wordCount(`Je kunt erop rekenen dat ${words}`)).toBe(MOST_WORDS);
  expect(wordingHints(`Je kunt erop rekenen dat ${words}`, 'nl')).toEqual([]);
  expect(wordingHints(`${words} meerwoord`, 'nl').map(({ rule }) => rule)).toEqual(['too-long']);
  for (const empty of ['', '  ', '…', 'Je kunt erop rekenen dat']) {
    expect(wordingHints(empty, 'nl')).toEqual([]);
  }
});

it('[R153] takes a long paste without running away', () => {
  const pasted = 'zo spoedig mogelijk wij proberen '.repeat(2_000);
  const began = performance.now();
  expect(wordingHints(pasted, 'nl').length).toBeGreaterThan(1_000);
  expect(performance.now() - began).toBeLessThan(4_000);
});
