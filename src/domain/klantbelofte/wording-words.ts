/**
 * The words that `wording.ts` looks for, in Dutch and English. Each entry is a piece of a regular
 * expression, matched as whole words whatever their case; a space stands for any white space.
 */
import type { BelofteLanguage } from '#domain/klantbelofte/opening';

type Words = Readonly<Record<BelofteLanguage, RegExp>>;

function anyOf(forms: readonly string[], flags = 'giu'): RegExp {
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  const body = longestFirst
    .map((form) => form.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+'))
    .join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${body})(?![\\p{L}\\p{M}\\p{N}])`, flags);
}

/** Vague whatever stands beside it: nobody can be held to it. */
export const vague: Words = {
  nl: anyOf([
    ...['zo (?:spoedig|snel|goed|vlot|kort|weinig) mogelijk', 'zo ?veel(?: als)? mogelijk'],
    ...['zsm', 'z\\.s\\.m', '(?:waar|indien|wanneer|als) mogelijk', 'als het even kan'],
    ...['in principe', 'in de regel', 'over het algemeen', 'doorgaans', 'meestal'],
    ...['normaal gesproken', 'binnen (?:een )?redelijke (?:termijn|tijd)', 'redelijke?'],
    ...['optima(?:al|le)', 'passende?', 'adequa(?:at|te)', 'gepaste?', 'uitstekende?'],
    ...['hoogwaardige?', 'perfecte?', 'naadlo(?:os|ze)', 'tijdige?', 'regelmatige?', 'voldoende'],
    ...['op korte termijn', 'efficiënte?', 'soepele?', 'flexibele?', 'deskundige?'],
    ...['professione(?:el|le)', 'klantvriendelijke?', 'goede? (?:service|bereikbaar)'],
  ]),
  en: anyOf([
    ...['as (?:soon|quickly|fast|well|much|little) as possible', 'asap'],
    ...['(?:where|wherever|when|whenever|if) (?:possible|we can)', 'in principle', 'generally'],
    ...['usually', 'normally', 'in most cases', 'in general', 'reasonabl[ey]'],
    ...['within (?:a )?reasonable (?:time|term)', 'optimal(?:ly)?', 'adequate(?:ly)?'],
    ...['appropriate(?:ly)?', 'excellent', '(?:high|top)-quality', 'seamless(?:ly)?'],
    ...['perfect(?:ly)?', 'timely', 'in a timely (?:manner|fashion)', 'regular(?:ly)?'],
    ...['sufficient(?:ly)?', 'flexible', 'flexibly', 'efficient(?:ly)?', 'smooth(?:ly)?'],
    ...['professional(?:ly)?', 'at short notice', 'shortly', '(?:good|great) service'],
  ]),
};

/** Vague unless the sentence says how much: 'snel, binnen twee uur' can be kept. */
export const ungraded: Words = {
  nl: anyOf([
    ...['snel(?:le)?', 'vlot(?:te)?', 'spoedige?', 'binnenkort', 'gauw', 'vaak', 'zelden'],
    ...['niet (?:te )?lang', 'kort(?:e)? wacht(?:en|tijd(?:en)?)', 'op tijd', 'makkelijke?'],
    ...['gemakkelijke?', 'eenvoudige?', 'weinig', 'betaalbare?', 'goedkope?', 'goed'],
  ]),
  en: anyOf([
    ...['quick(?:ly)?', 'fast', 'prompt(?:ly)?', 'soon', 'often', 'rarely', 'on time', 'in time'],
    ...['easy', 'easily', 'simple', 'simply', 'affordable', 'cheap', 'not (?:too )?long', 'well'],
  ]),
};

/** A comparison that does not say with what, and how much. 'Eerder dan jij' does. */
const than = { nl: '(?![^.,;]* dan )', en: '(?![^.,;]* than )' } as const;
export const uncompared: Words = {
  nl: anyOf([
    `(?:later|eerder|sneller|vlotter|betere?|goedkoper|minder|korter|makkelijker|eenvoudiger|vaker|langer|hoger|lager)${than.nl}`,
    'te (?:laat|lang|duur|veel|vroeg)',
  ]),
  en: anyOf([
    `(?<!no )(?:later|sooner|earlier|faster|quicker|better|cheaper|less|fewer|shorter|easier|longer|higher|lower)${than.en}`,
    'too (?:late|long|expensive|much|early)',
  ]),
};

/** Promises that we do something about it, not that it happens. */
export const effort: Words = {
  nl: anyOf([
    ...['proberen', 'probeert?', 'streven(?: ernaar)?', 'streeft'],
    ...['streef', 'ernaar streven', 'trachten', 'tracht', '(?:ons|zijn|hun) (?:uiterste )?best'],
    ...['er alles aan doen', 'alles aan doen', 'doen er alles aan', 'hopen', 'hoopt', 'beogen'],
    ...['(?:spannen|zetten) ons in', 'ons (?:inspannen|inzetten)', 'van plan zijn'],
  ]),
  en: anyOf([
    ...['try', 'tries', 'trying', 'strives?', 'striving', 'aims? to', 'aim for', 'seek to'],
    ...['(?:our|their) (?:very )?best', 'everything (?:we|they) can', 'hopes?', 'hoping'],
    ...['intends? to', 'make every effort', 'endeavou?r(?:s)?', 'work hard to', 'attempt to'],
  ]),
};

/** What only somebody of the organisation would say. */
export const jargon: Words = {
  nl: anyOf([
    ...['klantreis', 'touch ?points?', 'customer journey', 'omnichannel', "sla(?:'s)?"],
    ...["kpi(?:'s)?", 'first time right', 'ontzorg(?:en|d|t)', 'proces(?:sen)?', 'escaleren'],
    ...['geëscaleerd', 'escalatie', 'back-?office', 'front-?office', 'dossier', 'implementeren'],
    ...['geïmplementeerd', 'faciliteren', 'stakeholders?', 'propositie', 'end-to-end'],
    ...['proactie(?:f|ve)', 'borgen', 'geborgd', 'optimaliseren', 'service ?levels?', 'crm'],
    ...['responstijd', 'doorlooptijd', 'afhandeltermijn', 'conform', 'middels', 'inzake'],
    ...['helpdesk-?ticket', 'ticketnummer', 'tweedelijns?', 'traject', 'maatwerkoplossing'],
    ...['onboarding', 'backlog', 'nps', 'intakeformulier'],
  ]),
  en: anyOf([
    ...['touch ?points?', 'customer journey', 'omni-?channel', 'slas?', 'kpis?'],
    ...['first[ -]time[ -]right', 'back[ -]?office', 'front[ -]?office', 'stakeholders?'],
    ...['value proposition', 'end-to-end', 'proactive(?:ly)?', 'leverag(?:e|es|ing)'],
    ...['synerg(?:y|ies)', 'escalat(?:e|es|ed|ion)', 'onboarding', 'crm', 'turnaround times?'],
    ...[
      'throughput',
      'facilitat(?:e|es|ed)',
      'utili[sz](?:e|es|ed)',
      'holistic',
      'service levels?',
    ],
    ...['lead times?', 'deliverables?', 'going forward', 'optimi[sz](?:e|es|ed)', 'second-line'],
    ...['ticket number', 'value-add(?:ed)?', 'process(?:es)?', 'workflow', 'backlog', 'nps'],
    ...['tailored solutions?', 'pursuant to'],
  ]),
};

/** What would stand on a poster: nobody can hold anybody to it. */
const shout = '|!+';
export const slogans: Words = {
  nl: withShout(
    anyOf([
      ...[
        'de beste',
        'nummer (?:één|1|een)',
        'altijd (?:dichtbij|in de buurt|voor je klaar ?(?:staan|staat)?)',
      ],
      ...['(?:de )?klant (?:staat )?(?:centraal|op één|voorop)', 'het verschil', 'met passie'],
      ...['met een glimlach', 'ervaar', 'ervaart', 'beleef', 'ontdekt?', 'geniet(?: van)?'],
      ...['zorgelo(?:os|ze)', 'ongekende?', 'unieke?', 'grenzelo(?:os|ze)', 'wereldklasse'],
      ...['een stap(?:je)? (?:extra|verder)', 'hart voor', 'de toekomst van', 'samen sterk'],
      ...['altijd en overal', 'koning', 'topservice', 'gaan voor goud', 'jouw partner'],
    ]),
  ),
  en: withShout(
    anyOf([
      ...[
        'the best',
        'number one',
        '(?:always )?(?:here|there) for you',
        'customers? (?:is|are) king',
      ],
      ...['customers? (?:always )?comes? first', '(?:all )?the difference', 'with passion'],
      ...['passionate', 'with a smile', 'experience the', 'discover', 'worry-free', 'carefree'],
      ...['unique', 'unparalleled', 'unmatched', 'unrivalled', 'world-class', 'best-in-class'],
      ...['the extra mile', 'beyond (?:your )?expectations', 'exceed(?:s)? (?:your )?expectations'],
      ...['the future of', 'at the heart of', 'any ?time, anywhere', 'the next level'],
      ...['second to none', 'your partner', 'delight(?:s|ed)?'],
    ]),
  ),
};

function withShout(form: RegExp): RegExp {
  return new RegExp(form.source + shout, form.flags);
}

/** Says how much, how long or when: a figure, a number in words, a part of an hour, a day. */
export const measured: Words = {
  nl: /\d|(?<!\p{L})(?:één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|twintig|dertig|veertig|vijftig|zestig|honderd|half uur|halfuur|kwartier|dezelfde dag|vandaag|morgen|de volgende (?:werk)?dag|(?:maan|dins|woens|donder|vrij|zater|zon)dag|het uur dat|de dag dat)(?!\p{L})/iu,
  en: /\d|(?<!\p{L})(?:(?<!no )one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|half an hour|quarter of an hour|(?:the )?same day|today|tomorrow|the next (?:working )?day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the hour (?:that )?you|the day (?:that )?you)(?!\p{L})/iu,
};
