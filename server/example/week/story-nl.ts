/** What Wasbeer's stand-ins bring to Tuesday and Wednesday, in Dutch. */
import type { Maker, WeekStory } from '#server/example/week/story';

const ingrid: Maker = {
  demos: [
    {
      title: 'De pizzakoerier op de kaart',
      idea: 'Je ziet de stip bewegen en je belt niet meer. Wij weten ook waar de bus is; we laten het alleen niet zien.',
    },
  ],
  notes: [
    'Doel: elk moment weten wanneer hij komt en wat het kost',
    'Van 8,3 naar 5,1: het zit tussen de afspraak en de bel',
    'Eén op de vijf belt op de dag zelf',
  ],
  ideas: [
    'Een uur in plaats van een dag',
    'De dag zelf: elk uur een bericht',
    'Bellen vóór het misgaat',
  ],
  sketch: {
    title: 'Je uur, de hele dag in beeld',
    panels: [
      [
        'Je kiest een uur. Op de dag zelf zie je dat uur staan, groot, met hoe zeker we ervan zijn.',
        'Een telefoon met een balk bovenin, ernaast een klok.',
      ],
      [
        'Loopt het uit, dan schuift het uur en zeggen wij het eerst. Je kiest: wachten of een andere dag.',
        'Een bus, een pijl en een huis.',
      ],
      [
        'Tien minuten ervoor gaat je telefoon. Je hoeft nergens op te letten.',
        'Iemand met een telefoon, ernaast een lachend gezicht.',
      ],
    ],
  },
  question: { sketchOf: 1, text: 'Durft een klant dit ook als hij niets van machines weet?' },
  poll: {
    sketchOf: 3,
    text: 'Van de rekening schrikken ze het meest. Een plafond begrijp je in één zin.',
  },
  row: [
    'krijgt ’s ochtends een bericht met het uur',
    'opent het en ziet hoe zeker dat is',
    'krijgt bericht dat het een half uur later wordt',
    'kiest wachten of een andere dag',
    'wordt gebeld als de bus de straat in rijdt',
  ],
};

const henk: Maker = {
  demos: [
    {
      title: 'De wegenwacht die eerst vraagt welk lampje brandt',
      idea: 'Drie vragen aan de telefoon en het goede onderdeel ligt in de auto. Dat kan bij ons ook: geluid, code, typeplaatje.',
    },
  ],
  notes: [
    '31 % tweede bezoeken',
    'Het typeplaatje zit altijd aan de onderkant',
    'Klant zegt: hij doet raar',
  ],
  ideas: [
    'Laat de machine horen',
    'Foto van het plaatje',
    'Lijst in de bus, afgevinkt vóór vertrek',
  ],
  sketch: {
    title: 'Laat horen wat hij doet',
    panels: [
      [
        'Je houdt je telefoon bij de machine. Wij luisteren mee en vragen drie dingen.',
        'Een wasmachine en een tekstballon.',
      ],
      [
        'Je ziet welk onderdeel we meenemen en waarom. Niet zeker? Dan nemen we er twee mee.',
        'Een lijst met vinkjes, ernaast een groot vinkje.',
      ],
      [
        'De bus rijdt pas weg als het onderdeel erin ligt. Eén bezoek.',
        'Een bus met een vinkje op weg naar een huis.',
      ],
    ],
  },
  question: { sketchOf: 0, text: 'Wie past het uur aan als de monteur onder een droger ligt?' },
  poll: {
    sketchOf: 0,
    text: 'Als ze weten dat het later wordt, doen ze gewoon open. Nu sta ik voor een dichte deur.',
  },
  row: [
    'belt omdat de machine bromt',
    'houdt de telefoon bij de machine',
    'maakt een foto van het typeplaatje',
    'ziet welk onderdeel meekomt',
    'kiest een dag',
  ],
};

const samira: Maker = {
  demos: [
    {
      title: 'De huisarts die terugbelt op de tijd die jij kiest',
      idea: 'Niemand wacht aan de lijn. Wij kunnen ook zeggen: om tien over drie belt Samira, en dan bel ik om tien over drie.',
    },
    {
      title: 'De bakker die je bestelling van vorige keer nog weet',
      idea: 'Je vertelt je verhaal één keer. Wie er ook opneemt, heeft het voor zich.',
    },
  ],
  notes: [
    '6 minuut 40 in het menu',
    'Mevrouw van 84 zonder internet',
    'Altijd hetzelfde verhaal, drie keer',
  ],
  ideas: ['Terugbellen op jouw tijd', 'Eén mens per reparatie', 'Ook met een gewone telefoon'],
  sketch: {
    title: 'Eén mens, van begin tot eind',
    panels: [
      [
        'Je belt en kiest wanneer je teruggebeld wordt. Ophangen mag.',
        'Iemand die belt, met een tekstballon en een klok.',
      ],
      [
        'Samira belt. Ze heeft je verhaal al, haar naam en nummer staan in je bericht.',
        'Een telefoon met een bericht, ernaast een gezicht.',
      ],
      [
        'De dag erna belt dezelfde Samira: doet hij het nog? Ook zonder smartphone.',
        'Een huis, iemand ervoor en een lachend gezicht.',
      ],
    ],
  },
  question: { sketchOf: 3, text: 'Wie betaalt het als het plafond te laag was?' },
  poll: { sketchOf: 0, text: 'Hier bellen wij vóór het misgaat. Dat is waar ze nu over bellen.' },
  row: [
    'belt en hoort wanneer er teruggebeld wordt',
    'wordt op dat moment gebeld, door iemand met een naam',
    'vertelt het verhaal één keer',
    'krijgt een bericht met uur en prijs',
    'wordt de dag erna gebeld of hij het nog doet',
  ],
};

const tom: Maker = {
  demos: [
    {
      title: 'De garage die eerst een foto van de schade vraagt',
      idea: 'Een prijs vooraf met een bovengrens. Wordt het meer, dan is het verschil voor de garage.',
    },
  ],
  notes: [
    'Schatting klopt 6 van de 10 keer',
    'Boze belletjes over de rekening: 14 per week',
    'Voorrijkosten snapt niemand',
  ],
  ideas: [
    'Prijs met een plafond',
    'Drie regels in plaats van een rekening',
    'Kiezen vóór we beginnen',
  ],
  sketch: {
    title: 'De prijs staat vooraf, met een plafond',
    panels: [
      [
        'Je ziet een prijs en een plafond vóór je een dag kiest. Meer betaal je nooit.',
        'Een telefoon met een bedrag.',
      ],
      [
        'De monteur laat zien wat het wordt en waarom, in drie regels. Jij zegt ja voor hij begint.',
        'Een lijst met bedragen en een vinkje.',
      ],
      [
        'De rekening is hetzelfde bedrag. Geen kleine letters, geen verrassing.',
        'Iemand, een pijl en een bedrag.',
      ],
    ],
  },
  question: { sketchOf: 2, text: 'Wat gebeurt er als die ene collega ziek is?' },
  poll: {
    sketchOf: 1,
    text: 'Eén bezoek in plaats van twee: binnen een maand weten we of het klopt.',
  },
  row: [
    'vult in wat er stuk is',
    'ziet een prijs met een plafond',
    'kiest een uur',
    'zegt ja tegen de prijs voordat de monteur begint',
    'krijgt een rekening van drie regels',
    'ziet dat het bedrag klopt',
  ],
};

export const storyNl: WeekStory = {
  makers: [ingrid, henk, samira, tom],
  critique: [
    {
      standout: 'Het uur beweegt mee en wij zeggen het eerst',
      worry: 'Hoe weten we dat het uitloopt als de monteur niets meldt?',
      missed: 'De kans staat erbij: ‘9 van de 10 keer op tijd’',
    },
    {
      standout: 'Luisteren naar de machine in plaats van een formulier',
      worry: 'Een klant die zenuwachtig is houdt zijn telefoon niet stil',
      missed: 'Twee onderdelen mee is goedkoper dan twee keer rijden',
    },
    {
      standout: 'Teruggebeld worden op je eigen tijd, door iemand met een naam',
      worry: 'Werkt dit nog op maandagochtend om negen uur?',
      missed: 'Is ze er niet, dan belt haar maatje met haar aantekeningen',
    },
    {
      standout: 'Een plafond: meer betaal je nooit',
      worry: 'Een prijs zonder het apparaat te zien, kan dat?',
      missed: 'Het plafond komt uit de 80.000 storingen die we kennen',
    },
  ],
  otherCritique: {
    standout: 'Dit begrijp je zonder dat iemand het uitlegt',
    worry: 'Wat merkt een klant zonder smartphone hiervan?',
  },
  supervote:
    'Twee stippen voor wat elke klant elke dag merkt, één voor wat het geloofwaardig maakt. Die twee horen in één prototype.',
  rumble: 'Ze spreken elkaar niet tegen. We bouwen één prototype en testen het bij alle vijf.',
  panels: [
    { title: 'De machine houdt ermee op', caption: 'Dinsdagavond, een volle trommel water.' },
    { title: 'Zoeken op de telefoon', caption: 'Ze vindt Wasbeer en ziet: een uur, geen dag.' },
    { title: 'Zeggen wat er stuk is', caption: 'Drie vragen, de machine mag meeluisteren.' },
    { title: 'Een uur kiezen', caption: 'Donderdag van twee tot drie, 9 van de 10 keer op tijd.' },
    { title: 'De prijs, met een plafond', caption: 'Meer dan dit betaalt ze nooit.' },
    { title: 'Vastgelegd', caption: 'Een bericht met uur, prijs en de naam van de monteur.' },
    { title: 'Donderdagochtend', caption: 'Ze hoeft niet thuis te zitten tot het zover is.' },
    { title: 'Het wordt later', caption: 'Wij bellen eerst: half vier, of een andere dag?' },
    { title: 'De bus rijdt de straat in', caption: 'Tien minuten ervoor gaat de telefoon.' },
    { title: 'Ja zeggen tegen de prijs', caption: 'Drie regels, vóór de monteur begint.' },
    { title: 'De dag erna', caption: 'Samira belt: doet hij het nog?' },
  ],
  points: [
    {
      panel: 3,
      asks: 'Laten we de kans zien, of alleen het uur?',
      answer: 'Allebei, de kans klein eronder.',
    },
    {
      panel: 7,
      asks: 'Bellen of een bericht als het later wordt?',
      answer: 'Bellen. Dat is waar klanten op rekenen.',
    },
  ],
};
