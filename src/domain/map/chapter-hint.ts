/**
 * Whether a chapter of the map reads as the customer lives it, or as the organisation works: an
 * internal step ('aanvraag verwerken') or a bare channel ('website'). A gentle hint and nothing more:
 * it looks for words, knows no grammar, and stays silent where it doubts. Asked by the map's board.
 */
export type ChapterHint = 'internal-step' | 'channel';
export type ChapterLanguage = 'nl' | 'en';

/** Somebody speaks: with one of these words the sentence is the customer's own. */
const speaks: Readonly<Record<ChapterLanguage, ReadonlySet<string>>> = {
  nl: words("ik me mij mijn mn m’n m'n wij we ons onze zelf je jij jouw"),
  en: words("i me my mine we us our myself ourselves you your i'm i’m i've i’ve i'll i’ll"),
};

/** Places where contact happens; alone they tell nothing of what a customer lives through. */
const channels: Readonly<Record<ChapterLanguage, ReadonlySet<string>>> = {
  nl: words(`website site webshop webwinkel app apps telefoon telefonisch bellen mail e-mail email mailing chat chatbot
    whatsapp sms brief post callcenter contactcenter klantenservice klantcontact helpdesk balie loket winkel filiaal
    portaal klantportaal mijnomgeving formulier webformulier contactformulier nieuwsbrief folder brochure reclame
    advertentie advertenties facebook instagram linkedin google socials social media online offline monteur
    bezorger receptie showroom kiosk zuil`),
  en: words(`website site webshop store shop app apps phone telephone call calls mail e-mail email mailing chat chatbot
    whatsapp text sms letter post callcenter contact centre center call customer service helpdesk desk counter branch
    portal form webform newsletter leaflet brochure ad ads advert adverts advertising facebook instagram linkedin
    google socials social media online offline reception showroom kiosk`),
};

/** May stand beside a channel without making it a chapter. */
const fillers: Readonly<Record<ChapterLanguage, ReadonlySet<string>>> = {
  nl: words(
    'de het een via per op in door met van naar en of / & + eigen nieuwe bezoek contact gebruik kanaal kanalen',
  ),
  en: words(
    'the a an via by on in through with of to and or / & + own new visit contact use using channel channels',
  ),
};

/** What only somebody of the organisation would say; a stem, matched at the start of a word. */
const inside: Readonly<Record<ChapterLanguage, readonly string[]>> = {
  nl: list(`intake dossier ticket case-id casus registr verwerk routeer routering triage inplann plannen: backoffice
    back-office frontoffice front-office afdeling goedkeur autoris accorder factureer facturatie factuurrun valideer
    validatie verificatie crm erp systeem proces workflow lead leads conversie converter onboarding offboarding sla
    escaleer escalatie opschal doorzett doorgezet overdracht orderverwerking orderinvoer klantdata klantgegevens
    statuswijziging uitvoering afhandel nazorg aftersales acquisitie retentie segment doelgroep campagne
    kwaliteitscontrole screening werkvoorbereid werkbon werkorder werkopdracht dispatch polisopmaak mutatie incasso
    debiteur crediteur voorraadbeheer inkoop toewijz toegewezen capaciteit prioriteer archiveer kpi`),
  en: list(`intake dossier ticket case register registr process routing route triage schedul backoffice back-office
    frontoffice front-office department approv authoris authoriz invoic billing validat verif crm erp system workflow
    lead leads conversion convert onboard offboard sla escalat handover hand-over handoff fulfil provision aftersales
    after-sales acquisition retention segment campaign screening qa dispatch work-order workorder allocat assign
    capacity prioriti archiv kpi dunning receivable underwrit update-status procurement`),
};

/** Something is done to the customer's case, and nobody says by whom. */
const passive: Readonly<Record<ChapterLanguage, RegExp>> = {
  nl: /\b(?:klant|klanten|aanvraag|verzoek|order|bestelling|melding|gegevens|claim|dossier)\b.*\b(?:wordt|worden|is|zijn)\b.*(?:\bge\p{L}+(?:d|t|en)\b|\b(?:ver|be|ont)\p{L}+(?:d|t|en)\b|\b(?:aan|af|door|in|na|op|over|terug|toe|uit)ge\p{L}+\b)/u,
  en: /\b(?:customer|customers|client|request|application|order|report|data|claim|file)\b.*\b(?:is|are|gets|get)\s+(?:\p{L}+ed|sent|put|set|given)\b/u,
};

/**
 * @param title the chapter as written, any length.
 * @param language of the sprint.
 * @returns what it reads like, or null: fine, empty, or too little to say.
 */
export function chapterHint(title: string, language: ChapterLanguage): ChapterHint | null {
  const text = title.normalize('NFC').toLocaleLowerCase(language).replaceAll('’', "'").trim();
  const tokens = text.split(/[\s,.;:!?()"“”‘]+/u).filter((token) => token !== '');
  if (tokens.length === 0) return null;
  if (tokens.some((token) => speaks[language].has(token))) return null;
  if (isChannel(tokens, language)) return 'channel';
  if (passive[language].test(text)) return 'internal-step';
  const isInside = (token: string): boolean =>
    inside[language].some((stem) => token === stem || (stem.length > 3 && token.startsWith(stem)));
  return tokens.some(isInside) ? 'internal-step' : null;
}

function isChannel(tokens: readonly string[], language: ChapterLanguage): boolean {
  const parts = tokens.flatMap((token) => token.split(/(?<=\p{L})[/+&](?=\p{L})/u));
  const telling = parts.filter((token) => !fillers[language].has(token));
  return telling.length > 0 && telling.every((token) => channels[language].has(token));
}

function list(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function words(text: string): ReadonlySet<string> {
  return new Set(list(text));
}
