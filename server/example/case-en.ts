/** The example in English: Raccoon, a repair service for household appliances, and the four who stand in. */
import { notes, type ExampleCase, type Persona } from '#server/example/case';
import { morningEn } from '#server/example/morning-en';
import { testingEn } from '#server/example/week/testing-en';
import { storyEn } from '#server/example/week/story-en';

const frank: Persona = {
  name: 'Frank Doyle',
  decider: false,
  cares: { parts: 3, trust: 1, waiting: 1 },
  hmw: notes`
    parts 3: have the right part in the van, even when all we hear is ‘it’s acting funny’?
    waiting 1: let the engineer call from the doorstep of the job before?
    parts 1: find the model plate without the customer on their knees?
    waiting 2 =hour: keep a one-hour slot, even the Tuesday after a storm?
    trust 2: say a 14-year-old machine is done for without sending people away?
    parts 2: stop me coming back three times for the same seal?
    parts 1: hear there is no lift before I’m on the stairs with a dryer?
    aftercare 1 =works: find out afterwards whether it still runs?
    trust 1: earn the cup of tea?
    aftercare 1: explain what I did in words the neighbour would follow?
    aftercare 0: never have a screw left over again?
  `,
  goals: ['In two years every engineer leaves the depot with the right part.'],
  questions: [
    'tell from a phone call which part has gone?',
    'let engineers report a delay with dirty hands?',
    'promise an hour in a city full of roadworks?',
  ],
  loose: [
    'Ride along in the van for a week, then talk',
    'Start small: one area, two engineers',
    'Ask the people who have to do it',
  ],
};

const samira: Persona = {
  name: 'Samira Khan',
  decider: false,
  cares: { contact: 3, waiting: 2, trust: 1 },
  hmw: notes`
    contact 3: build a phone menu where nobody presses 9 in despair?
    waiting 3: tell people we’re late while it still helps them?
    contact 2: let customers tell their story just once?
    waiting 2: never say ‘some time between eight and six’ again?
    contact 3: call the customer before the customer calls us?
    trust 2: make up for a day off taken for nothing?
    price 1 =bill: prevent the angry calls about the bill?
    contact 1: help the lady of 84 without internet just as fast?
    aftercare 2 =works: ask a day later whether it still works?
    contact 2: get people to a human within two minutes?
    contact 0: find hold music that nobody hates?
  `,
  goals: ['In two years nobody calls to ask where we are.'],
  questions: [
    'keep customers without a smartphone just as well informed?',
    'be honest about delays without everyone cancelling?',
    'pass on the customer’s story without losing half of it?',
  ],
  loose: [
    'Listen in on the phones for a morning',
    'Say it the way you’d say it to your mum',
    'Call ten customers back and simply ask',
  ],
};

const grace: Persona = {
  name: 'Grace Whitfield',
  decider: true,
  cares: { waiting: 3, price: 2, trust: 1 },
  hmw: notes`
    waiting 3: show the customer where the engineer is right now?
    price 3 =price: name a price up front and stick to it?
    waiting 2 =hour: give customers an hour instead of a day?
    parts 3: be done in one visit?
    trust 2: let people know who is coming, with a name and a face?
    price 2: help people choose between repairing and replacing?
    trust 1: stop promising what the schedule can’t deliver?
    aftercare 1: turn a broken washing machine into a good story?
    trust 1: earn trust before we even ring the bell?
    contact 1: put everything about one repair in one place?
    parts 1: get a photo of the appliance without an app?
  `,
  goals: ['In two years arranging a repair is as easy as ordering a pizza.'],
  questions: [
    'promise a time that still holds at four in the afternoon?',
    'build this without replacing the whole planning board?',
    'reshuffle the day without letting down tomorrow’s customers?',
  ],
  loose: [
    'Pick one thing and finish it this month',
    'What will customers notice tomorrow?',
    'Cut what nobody would miss',
  ],
};

const oliver: Persona = {
  name: 'Oliver Barnes',
  decider: false,
  cares: { price: 3, parts: 2, aftercare: 1 },
  hmw: notes`
    parts 2: get from 31% second visits to 10%?
    price 2: keep the final price within ten per cent of the estimate?
    waiting 1: measure what waiting costs customers, not just what driving costs us?
    price 2 =price: quote a price that turns out to be true?
    parts 1: predict faults from the 80,000 we have already seen?
    price 1: explain call-out charges without small print?
    aftercare 2: handle warranty without anyone hunting for a receipt?
    trust 1: come up with an apology worth more than a five-pound voucher?
    price 1 =bill: send a bill that scares nobody?
    contact 1: see which customers have already waited twice for nothing?
    aftercare 0: celebrate a good repair instead of just booking it?
  `,
  goals: ['In two years our first estimate is right nine times out of ten, in time and in money.'],
  questions: [
    'name a fair price without seeing the appliance?',
    'pay for this without raising call-out charges?',
    'tell within a month whether it works?',
  ],
  loose: [
    'First count how often it happens',
    'What does it cost to do nothing?',
    'A trial with a start, an end and a figure',
  ],
};

export const caseEn: ExampleCase = {
  language: 'en',
  name: 'Raccoon: the engineer at your door',
  challenge:
    'Raccoon repairs washing machines, dryers and dishwashers in people’s homes. The engineers score 8.3, everything around them 5.1: a day of waiting, a price that stings and a phone menu four layers deep. How does a repair become something you can count on?',
  visitor: 'Visitor',
  themes: {
    waiting: {
      label: 'Waiting',
      words: ['wait', 'slot', 'late', 'delay', 'when'],
      reason:
        'Waiting is where we lose people: one in five calls on the day itself to ask where we are. If this works, every customer will notice.',
    },
    price: {
      label: 'A price that holds',
      words: ['price', 'pricing', 'cost', 'bill', 'pay', 'pound', 'quote'],
      reason:
        'A shock at the bill ruins a good repair in one minute. A price that holds is cheaper for us too.',
    },
    parts: {
      label: 'Right first time',
      words: ['part', 'van', 'visit', 'model', 'fault'],
      reason:
        'Three times out of ten we come back for a part. Every visit we save is a day off for the customer and a trip for us.',
    },
    contact: {
      label: 'Reaching us',
      words: ['call', 'phone', 'menu', 'reach', 'message', 'app', 'chat', 'mail'],
      reason:
        'For most people Raccoon starts on the phone. If we are human there, they will forgive us a lot elsewhere.',
    },
    trust: {
      label: 'Trust',
      words: ['trust', 'honest', 'promise', 'apolog', 'sorry'],
      reason:
        'You let a stranger into your kitchen. Without trust nothing else matters, and we can show this well on Friday.',
    },
    aftercare: {
      label: 'After the visit',
      words: ['warranty', 'afterwards', 'after', 'explain'],
      reason:
        'After the visit nobody hears from us, and that is when people talk to their neighbours. We are leaving that on the table.',
    },
  },
  standIns: [grace, frank, samira, oliver],
  otherReason:
    'It fits our goal and we can show it to five customers on Friday. That is why we go on with this one.',
  choose: (text) => `I choose ‘${text}’.`,
  morning: morningEn,
  week: storyEn,
  testing: testingEn,
};
