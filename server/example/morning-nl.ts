/** What Wasbeer's team did on Monday before the visitor comes in, in Dutch. */
import type { Morning } from '#server/example/case';

export const morningNl: Morning = {
  experts: ['Expert: Ria, monteur', 'Expert: Youssef', 'Expert: Mirjam'],
  known: [
    '“Ik nam een vrije dag om naar mijn eigen voordeur te kijken.” Klant in Amersfoort, mei',
    '“De monteur was top. Alles eromheen niet.” Enquête, vaak in andere woorden',
    'Cijfer voor de monteur: 8,3. Cijfer voor de afspraak: 5,1',
    '1 op de 5 klanten belt op de dag zelf: ‘Waar blijven jullie?’',
    'Gemiddeld 6 minuten en 40 seconden in het keuzemenu',
    '31 % van de reparaties kost een tweede bezoek',
  ],
  goal: {
    notes: [
      ['Over twee jaar weet elke klant op elk moment wanneer de monteur komt en wat het kost.', 3],
      ['Over twee jaar is negen van de tien keer één bezoek genoeg.', 1],
      ['Over twee jaar raden mensen ons aan bij hun moeder.', 0],
      ['Over twee jaar bestelt iedereen een reparatie zonder kleine letters te zoeken.', 0],
      ['Over twee jaar is ons keuzemenu een mens.', 0],
    ],
    reason:
      'Tijd en prijs: daar bellen klanten ons over. Kloppen die twee, dan volgt de rest. Dat ene bezoek nemen we mee als middel.',
  },
  questions: {
    notes: [
      ['een tijd beloven die om vier uur ’s middags nog klopt?', 4],
      ['een eerlijke prijs noemen voordat we het apparaat hebben gezien?', 3],
      ['aan de telefoon horen welk onderdeel er kapot is?', 2],
      ['monteurs laten doorgeven dat het uitloopt, met vieze handen?', 1],
      ['klanten zonder smartphone net zo goed op de hoogte houden?', 1],
      ['de planning omgooien zonder de klant van morgen te duperen?', 1],
      ['zeggen dat repareren niet meer loont zonder de klant kwijt te raken?', 0],
      ['dit betalen zonder hogere voorrijkosten?', 0],
    ],
    reason:
      'Zonder een tijd die klopt gelooft niemand onze prijs. Dit willen we vrijdag als eerste weten.',
  },
  map: {
    actors: [
      'Klant thuis: werkt, heeft kinderen, of allebei',
      'Monteur in de bus',
      'Klantcontact',
      'Planning',
    ],
    chapters: [
      { title: '1. De wasmachine stopt', pains: ['Zaterdagavond, nog drie wassen te gaan'] },
      { title: '2. Zoekt wie dat maakt', pains: ['Twintig sites, nergens een prijs'] },
      {
        title: '3. Belt of boekt',
        pains: ['Vier lagen keuzemenu', '‘Heeft u het typenummer bij de hand?’'],
      },
      { title: '4. Krijgt een dag', pains: ['Tussen 8.00 en 18.00 uur'] },
      {
        title: '5. Wacht thuis',
        pains: ['Durft niet onder de douche', 'Belt drie keer waar we blijven'],
      },
      { title: '6. De monteur kijkt', gains: ['Hij legt uit wat hij ziet'] },
      { title: '7. Hoort de prijs', pains: ['€ 60 meer dan gedacht'] },
      { title: '8. Onderdeel mist', pains: ['Nog een vrije dag', '31 % van de bezoeken'] },
      { title: '9. Hij draait weer', gains: ['Opluchting, en koffie'] },
      { title: '10. De rekening', pains: ['Drie regels die niemand snapt'] },
    ],
    ending: 'De machine doet het, en de klant raadt ons aan',
  },
  targets: [
    'Klant thuis, op het moment dat het tijdvak uitloopt',
    'Klant aan de keukentafel, op het moment dat hij de prijs hoort',
    'Klant aan de telefoon, bij de vraag naar het typenummer',
    'Klant die hoort dat er een tweede bezoek nodig is',
  ],
};
