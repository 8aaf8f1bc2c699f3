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
      { name: 'Klant thuis', icon: 'home', to: [{ chapter: 1 }] },
      { name: 'Monteur in de bus', icon: 'van', to: [{ chapter: 6, words: 'belt aan' }] },
      { name: 'Klantcontact', icon: 'desk', to: [{ chapter: 3, words: 'neemt op' }] },
      { name: 'Planning', icon: 'calendar', to: [{ chapter: 4, words: 'kiest een dag' }] },
    ],
    chapters: [
      {
        title: 'Zaterdagavond stopt hij',
        mood: 3,
        touchpoints: ['Hij zelf: foutcode E18'],
        pains: ['Nog drie wassen te gaan'],
      },
      {
        title: 'Wie maakt zoiets nog?',
        mood: 3,
        touchpoints: ['Zoeken op Google', 'Buurvrouw'],
        pains: ['Twintig sites, nergens een prijs'],
      },
      {
        title: 'Ik hang in een menu',
        mood: 2,
        touchpoints: ['Telefoon, 4 lagen', 'Boekpagina'],
        pains: ['‘Heeft u het typenummer?’'],
        gains: ['Daarna een aardig mens'],
      },
      {
        title: 'Ik krijg een dag, geen tijd',
        mood: 3,
        touchpoints: ['Sms van Planning'],
        pains: ['Tussen 8.00 en 18.00 uur'],
      },
      {
        title: 'Ik wacht, en durf niet te douchen',
        mood: 1,
        feeling: 'de hele dag wachten',
        touchpoints: ['Niets', 'Ik bel zelf'],
        pains: ['Belt drie keer waar we blijven', 'Vrije dag weg'],
      },
      {
        title: 'Hij legt uit wat hij ziet',
        mood: 7,
        feeling: 'eindelijk iemand die het uitlegt',
        touchpoints: ['Monteur, bus'],
        pains: ['31 % komt nog eens terug'],
        gains: ['‘Eindelijk iemand die het snapt’'],
      },
      {
        title: 'Hij draait, dan de rekening',
        mood: 4,
        feeling: 'schrik van de rekening',
        touchpoints: ['Pin, mail'],
        pains: ['€ 60 meer dan gedacht'],
        gains: ['Opluchting, en koffie'],
      },
    ],
    ending: 'De machine doet het, en ik raad ze aan',
    peak: 6,
    themes: { waiting: 5, price: 7, parts: 6, contact: 3, trust: 6, aftercare: 7 },
  },
};
