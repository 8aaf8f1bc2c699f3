/** What Wasbeer’s stand-ins bring to Thursday’s concepts and to Friday, in Dutch. */
import type { TestingStory } from '#server/example/week/testing';

export const testingNl: TestingStory = {
  ladders: [
    {
      behoefte: 'Ik zit de hele dag te wachten en durf de deur niet uit.',
      who: 'wie thuis moet blijven',
      writer: 2,
      belofte: 'wij je bellen, een half uur voordat het later wordt.',
      norm: { bound: 'ahead', threshold: 30, unit: 'minute', share: 95 },
      proofs: [
        { words: 'De route-app ziet 40 minuten vooruit dat een bezoek uitloopt', inPlace: true },
        { words: 'Een tekst voor wie belt', inPlace: false },
      ],
    },
    {
      behoefte: 'Tussen acht en zes, dat is mijn hele vrije dag.',
      who: 'wie vrij moet nemen',
      writer: 0,
      belofte: 'wij komen in het uur dat je kiest.',
      norm: { bound: 'within', threshold: 1, unit: 'hour', share: 90 },
      proofs: [{ words: 'Proef in Amersfoort: 87 van de 100 keer gelukt', inPlace: true }],
    },
    {
      behoefte: 'Het werd zestig euro meer dan ik dacht.',
      who: 'wie zelf betaalt',
      writer: 3,
      belofte: 'je nooit meer betaalt dan het plafond dat je vooraf zag.',
      norm: { bound: 'at-least', threshold: 100, unit: 'percent', share: 100 },
      proofs: [{ words: 'Het plafond komt uit de 80.000 storingen die we kennen', inPlace: false }],
    },
    {
      behoefte: 'En toen moest hij nóg een keer terugkomen.',
      who: 'wie al een keer wachtte',
      writer: 1,
      belofte: 'de monteur het goede onderdeel bij zich heeft.',
      norm: { bound: 'at-least', threshold: 90, unit: 'percent', share: 100 },
      proofs: [{ words: 'Drie vragen aan de telefoon wijzen het onderdeel aan', inPlace: true }],
    },
    {
      behoefte: 'Ik vertel mijn verhaal drie keer, aan drie mensen.',
      who: 'wie belt',
      writer: 2,
      belofte: 'wie je ook spreekt je verhaal al kent.',
      norm: { bound: 'at-most', threshold: 1, unit: 'time', share: 95 },
      proofs: [
        { words: 'Het verhaal staat bij de afspraak, voor iedereen leesbaar', inPlace: true },
      ],
    },
  ],
  keep: 'Dit zijn de vijf waar klanten ons op aanspreken. Meer onthoudt niemand.',
  customers: [
    'Truus Wielinga',
    'Fatima Aydin',
    'Joost de Wit',
    'Ria Schouten',
    'Kees Bakker',
    'Nadia Post',
  ],
  parts: ['Kiest een uur', 'Ziet de prijs', 'Hoort dat het later wordt', 'Zegt ja tegen de prijs'],
  seen: [
    [
      { by: 0, part: 0, mark: '+', text: 'Kiest meteen een uur, zonder te lezen' },
      { by: 1, part: 1, mark: '0', text: 'Leest het plafond twee keer' },
      { by: 2, part: 2, mark: '+', text: '“O, dan ga ik nog even naar de markt”' },
      { by: 3, part: 3, mark: '+', text: 'Zegt ja en legt de telefoon weg' },
      { by: 2, part: 1, mark: '-', text: '“Hoe weten jullie dat nu al?”' },
    ],
    [
      { by: 0, part: 0, mark: '+', text: 'Kiest een uur en zet het in haar agenda' },
      { by: 3, part: 1, mark: '-', strong: true, text: '“En als het meer werk is?”' },
      { by: 1, part: 2, mark: '+', text: 'Knikt: ‘dat doet niemand’' },
      { by: 2, part: 3, mark: '0', text: 'Vraagt of ze ook nee mag zeggen' },
    ],
    [
      { by: 1, part: 0, mark: '0', text: 'Zoekt eerst een uur na zes uur ’s avonds' },
      { by: 0, part: 1, mark: '-', text: 'Gelooft het plafond niet' },
      { by: 3, part: 2, mark: '+', text: 'Belt zijn vrouw terwijl hij wacht' },
      { by: 2, part: 2, mark: '+', strong: true, text: '“Eindelijk iemand die belt”' },
    ],
    [
      { by: 2, part: 0, mark: '+', text: 'Kiest het eerste uur dat er staat' },
      { by: 3, part: 1, mark: '0', text: 'Vergelijkt met een rekening van vorig jaar' },
      { by: 1, part: 2, mark: '+', text: 'Wil liever een ander uur dan een andere dag' },
      { by: 0, part: 3, mark: '+', text: 'Leest de drie regels hardop' },
    ],
    [
      { by: 3, part: 0, mark: '-', text: 'Had de knop niet gezien' },
      { by: 0, part: 0, mark: '+', text: 'Lacht als ze het uur ziet' },
      { by: 1, part: 1, mark: '+', text: '“Dan weet ik tenminste waar het ophoudt”' },
      { by: 2, part: 3, mark: '0', text: 'Vraagt of het plafond met btw is' },
    ],
  ],
};
