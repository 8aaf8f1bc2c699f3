/** The example in Dutch: Wasbeer, a repair service for household appliances, and the four who stand in. */
import { notes, type ExampleCase, type Persona } from '#server/example/case';
import { morningNl } from '#server/example/morning-nl';
import { testingNl } from '#server/example/week/testing-nl';
import { storyNl } from '#server/example/week/story-nl';

const henk: Persona = {
  name: 'Henk Terpstra',
  decider: false,
  cares: { parts: 3, trust: 1, waiting: 1 },
  hmw: notes`
    parts 3: het juiste onderdeel in de bus hebben, ook als de klant zegt ‘hij doet raar’?
    waiting 1: de monteur zelf laten bellen vanaf de stoep van het vorige adres?
    parts 1: het typeplaatje vinden zonder dat de klant op de knieën moet?
    waiting 2 =hour: een tijdvak van een uur waarmaken, ook op de dinsdag na een storm?
    trust 2: zeggen dat een machine van 14 jaar op is, zonder de klant weg te sturen?
    parts 2: voorkomen dat ik drie keer terugkom voor dezelfde pakking?
    parts 1: horen dat er geen lift is vóór ik met een droger op de trap sta?
    aftercare 1 =works: achteraf horen of hij het nog doet?
    trust 1: de koffie van de klant verdienen?
    aftercare 1: uitleggen wat ik heb gedaan in woorden die de buurvrouw ook snapt?
    aftercare 0: nooit meer een schroef overhouden?
  `,
  goals: ['Over twee jaar gaat elke monteur met het goede onderdeel de deur uit.'],
  questions: [
    'aan de telefoon horen welk onderdeel er kapot is?',
    'monteurs laten melden dat het uitloopt, met vieze handen?',
    'een uur beloven in een stad vol wegwerkzaamheden?',
  ],
  loose: [
    'Eerst een week meerijden in de bus, dan pas praten',
    'Klein proberen: één wijk, twee monteurs',
    'Vraag het aan wie het moet doen',
  ],
};

const samira: Persona = {
  name: 'Samira El Idrissi',
  decider: false,
  cares: { contact: 3, waiting: 2, trust: 1 },
  hmw: notes`
    contact 3: het keuzemenu zo maken dat niemand meer uit wanhoop op 9 drukt?
    waiting 3: zeggen dat het uitloopt terwijl de klant er nog iets aan heeft?
    contact 2: een klant zijn verhaal maar één keer laten vertellen?
    waiting 2: nooit meer ‘ergens tussen acht en zes’ hoeven zeggen?
    contact 3: de klant bellen vóór de klant ons belt?
    trust 2: goedmaken dat iemand voor niets een vrije dag nam?
    price 1 =bill: boze telefoontjes over de rekening voorkomen?
    contact 1: mevrouw van 84 zonder internet net zo snel helpen?
    aftercare 2 =works: een dag later zelf vragen of het nog werkt?
    contact 2: binnen twee minuten een mens aan de lijn geven?
    contact 0: een wachtmuziekje vinden dat niemand haat?
  `,
  goals: ['Over twee jaar belt niemand ons meer om te vragen waar we blijven.'],
  questions: [
    'klanten zonder smartphone net zo goed op de hoogte houden?',
    'eerlijk zijn over uitloop zonder dat iedereen afzegt?',
    'het verhaal van de klant doorgeven zonder dat er iets wegvalt?',
  ],
  loose: [
    'Luister een ochtend mee aan de telefoon',
    'Zeg het zoals je het je moeder zou zeggen',
    'Bel tien klanten terug en vraag het gewoon',
  ],
};

const ingrid: Persona = {
  name: 'Ingrid de Boer',
  decider: true,
  cares: { waiting: 3, price: 2, trust: 1 },
  hmw: notes`
    waiting 3: de klant laten zien waar de monteur nu is?
    price 3 =price: vooraf een prijs noemen waar we ons aan houden?
    waiting 2 =hour: de klant een uur geven in plaats van een dag?
    parts 3: in één bezoek klaar zijn?
    trust 2: laten weten wie er komt, met naam en gezicht?
    price 2: helpen kiezen tussen repareren en een nieuwe?
    trust 1: stoppen met beloven wat de planning niet kan?
    aftercare 1: van een kapotte wasmachine een goed verhaal maken?
    trust 1: vertrouwen verdienen nog voor de bel gaat?
    contact 1: alles over één reparatie op één plek zetten?
    parts 1: een foto van het apparaat krijgen zonder app?
  `,
  goals: ['Over twee jaar is een reparatie net zo makkelijk te regelen als een pizza.'],
  questions: [
    'een tijd beloven die om vier uur ’s middags nog klopt?',
    'dit bouwen zonder het hele planbord te vervangen?',
    'de planning omgooien zonder de klant van morgen te duperen?',
  ],
  loose: [
    'Kies één ding en doe dat deze maand af',
    'Wat merkt de klant hier morgen van?',
    'Schrappen wat niemand mist',
  ],
};

const tom: Persona = {
  name: 'Tom Verhagen',
  decider: false,
  cares: { price: 3, parts: 2, aftercare: 1 },
  hmw: notes`
    parts 2: van 31 % tweede bezoeken naar 10 % komen?
    price 2: de eindprijs binnen tien procent van de schatting houden?
    waiting 1: meten wat wachten de klant kost, en niet alleen wat rijden ons kost?
    price 2 =price: vooraf een prijs geven die achteraf klopt?
    parts 1: storingen voorspellen uit de 80.000 die we al kennen?
    price 1: voorrijkosten uitleggen zonder kleine letters?
    aftercare 2: garantie regelen zonder dat iemand een bonnetje zoekt?
    trust 1: een excuus bedenken dat meer waard is dan een bon van vijf euro?
    price 1 =bill: een rekening sturen waar niemand van schrikt?
    contact 1: zien welke klant al twee keer voor niets heeft gewacht?
    aftercare 0: een geslaagde reparatie vieren in plaats van alleen boeken?
  `,
  goals: ['Over twee jaar klopt negen van de tien keer de eerste schatting, in tijd en in geld.'],
  questions: [
    'een eerlijke prijs noemen zonder het apparaat te zien?',
    'dit betalen zonder hogere voorrijkosten?',
    'binnen een maand zien of het werkt?',
  ],
  loose: [
    'Eerst tellen hoe vaak het gebeurt',
    'Wat kost het als we niets doen?',
    'Een proef met een begin, een eind en een cijfer',
  ],
};

export const caseNl: ExampleCase = {
  language: 'nl',
  name: 'Wasbeer: de monteur aan huis',
  challenge:
    'Wasbeer repareert wasmachines, drogers en vaatwassers bij mensen thuis. De monteurs krijgen een 8,3, alles eromheen een 5,1: een dag wachten, een prijs die tegenvalt en een keuzemenu van vier lagen. Hoe wordt een reparatie iets waar je op kunt rekenen?',
  visitor: 'Bezoeker',
  themes: {
    waiting: {
      label: 'Wachten',
      words: ['wacht', 'tijdvak', 'laat', 'uitloop', 'wanneer', 'dagdeel'],
      reason:
        'Wachten is waar we mensen nu kwijtraken: één op de vijf belt op de dag zelf waar we blijven. Als dit lukt, merkt elke klant het.',
    },
    price: {
      label: 'Een prijs die klopt',
      words: ['prijs', 'prijz', 'kost', 'rekening', 'betal', 'euro'],
      reason:
        'Schrik over de rekening maakt een goede reparatie in één minuut kapot. Een prijs die klopt is ook voor ons goedkoper.',
    },
    parts: {
      label: 'In één keer goed',
      words: ['onderdeel', 'onderdelen', 'bus', 'bezoek', 'typenummer', 'storing'],
      reason:
        'Drie van de tien keer komen we terug voor een onderdeel. Elk bezoek minder scheelt de klant een vrije dag en ons een rit.',
    },
    contact: {
      label: 'Ons bereiken',
      words: ['bel', 'telefoon', 'menu', 'bereik', 'bericht', 'app', 'chat', 'mail'],
      reason:
        'Voor de meeste mensen begint Wasbeer aan de telefoon. Als we daar een mens zijn, krijgen we bij de rest het voordeel van de twijfel.',
    },
    trust: {
      label: 'Vertrouwen',
      words: ['vertrouw', 'eerlijk', 'belofte', 'belov', 'excuus', 'goedmaken'],
      reason:
        'Je laat een vreemde in je keuken. Zonder vertrouwen heeft de rest geen zin, en dit kunnen we vrijdag goed laten zien.',
    },
    aftercare: {
      label: 'Na het bezoek',
      words: ['garantie', 'achteraf', 'daarna', 'nazorg', 'uitleg'],
      reason:
        'Na het bezoek hoort niemand meer van ons, en juist dan vertellen mensen over ons aan de buren. Dat laten we nu liggen.',
    },
  },
  standIns: [ingrid, henk, samira, tom],
  otherReason:
    'Het past bij ons doel en we kunnen het vrijdag aan vijf klanten laten zien. Daarom gaan we hiermee verder.',
  choose: (text) => `Ik kies ‘${text}’.`,
  morning: morningNl,
  week: storyNl,
  testing: testingNl,
};
