/** What Raccoon's stand-ins bring to Tuesday and Wednesday, in English. */
import type { Maker, WeekStory } from '#server/example/week/story';

const grace: Maker = {
  demos: [
    {
      title: 'The pizza courier on the map',
      idea: 'You see the dot move and you stop calling. We know where the van is too; we just don’t show it.',
    },
  ],
  notes: [
    'Goal: know at any moment when he comes and what it costs',
    'From 8.3 to 5.1: it goes wrong between the booking and the bell',
    'One in five calls on the day',
  ],
  ideas: [
    'An hour instead of a day',
    'On the day: a message every hour',
    'Call before it goes wrong',
  ],
  sketch: {
    title: 'Your hour, in view all day',
    panels: [
      [
        'You pick an hour. On the day you see that hour, large, with how sure we are of it.',
        'A phone with a bar at the top, a clock beside it.',
      ],
      [
        'If we run late the hour moves and we tell you first. You choose: wait or another day.',
        'A van, an arrow and a house.',
      ],
      [
        'Ten minutes before, your phone rings. You needn’t watch anything.',
        'Somebody with a phone, a smiling face beside them.',
      ],
    ],
  },
  question: { sketchOf: 1, text: 'Would somebody who knows nothing of machines dare to do this?' },
  poll: {
    sketchOf: 3,
    text: 'The bill is what scares them most. You understand a ceiling in one sentence.',
  },
  row: [
    'gets a message in the morning with the hour',
    'opens it and sees how sure that is',
    'hears that it will be half an hour later',
    'chooses to wait or another day',
    'is called when the van turns into the street',
  ],
};

const frank: Maker = {
  demos: [
    {
      title: 'The breakdown service that first asks which light is on',
      idea: 'Three questions on the phone and the right part is in the car. We could: sound, code, model plate.',
    },
  ],
  notes: [
    '31% second visits',
    'The model plate is always at the bottom',
    'Customer says: it’s acting funny',
  ],
  ideas: [
    'Let us hear the machine',
    'A photo of the plate',
    'A list in the van, ticked before leaving',
  ],
  sketch: {
    title: 'Let us hear what it does',
    panels: [
      [
        'You hold your phone to the machine. We listen along and ask three things.',
        'A washing machine and a speech bubble.',
      ],
      [
        'You see which part we bring and why. Not sure? Then we bring two.',
        'A list with ticks, a large tick beside it.',
      ],
      [
        'The van only leaves once the part is in it. One visit.',
        'A van with a tick on its way to a house.',
      ],
    ],
  },
  question: { sketchOf: 0, text: 'Who changes the hour while the engineer lies under a dryer?' },
  poll: {
    sketchOf: 0,
    text: 'If they know it will be later they simply open the door. Now I stand before a closed one.',
  },
  row: [
    'calls because the machine hums',
    'holds the phone to the machine',
    'takes a photo of the model plate',
    'sees which part comes along',
    'picks a day',
  ],
};

const samira: Maker = {
  demos: [
    {
      title: 'The surgery that calls back at the time you choose',
      idea: 'Nobody waits on the phone. We could say: at ten past three Samira calls, and then I call at ten past three.',
    },
    {
      title: 'The baker who still knows your last order',
      idea: 'You tell your story once. Whoever answers has it in front of them.',
    },
  ],
  notes: [
    '6 minutes 40 in the menu',
    'The lady of 84 without internet',
    'The same story, three times',
  ],
  ideas: ['Call back at your time', 'One person per repair', 'On an ordinary phone too'],
  sketch: {
    title: 'One person, from start to finish',
    panels: [
      [
        'You call and choose when we call you back. You may hang up.',
        'Somebody calling, with a speech bubble and a clock.',
      ],
      [
        'Samira calls. She has your story; her name and number are in your message.',
        'A phone with a message, a face beside it.',
      ],
      [
        'The day after, the same Samira calls: does it still run? No smartphone needed.',
        'A house, somebody in front of it and a smiling face.',
      ],
    ],
  },
  question: { sketchOf: 3, text: 'Who pays when the ceiling was too low?' },
  poll: {
    sketchOf: 0,
    text: 'Here we call before it goes wrong. That is what they call us about today.',
  },
  row: [
    'calls and hears when we call back',
    'is called at that moment, by somebody with a name',
    'tells the story once',
    'gets a message with hour and price',
    'is called the day after: does it still run?',
  ],
};

const oliver: Maker = {
  demos: [
    {
      title: 'The garage that asks for a photo of the dent first',
      idea: 'A price beforehand with a ceiling. If it turns out more, the garage pays the difference.',
    },
  ],
  notes: [
    'Estimates hold 6 times out of 10',
    'Angry calls about the bill: 14 a week',
    'Nobody understands call-out charges',
  ],
  ideas: ['A price with a ceiling', 'Three lines instead of a bill', 'Choose before we begin'],
  sketch: {
    title: 'The price beforehand, with a ceiling',
    panels: [
      [
        'You see a price and a ceiling before you pick a day. You never pay more.',
        'A phone with an amount.',
      ],
      [
        'The engineer shows what it will be and why, in three lines. You say yes before he begins.',
        'A list with amounts and a tick.',
      ],
      [
        'The bill is that amount. No small print, no surprise.',
        'Somebody, an arrow and an amount.',
      ],
    ],
  },
  question: { sketchOf: 2, text: 'What happens when that one colleague is ill?' },
  poll: { sketchOf: 1, text: 'One visit instead of two: within a month we know whether it holds.' },
  row: [
    'says what is broken',
    'sees a price with a ceiling',
    'picks an hour',
    'says yes to the price before the engineer begins',
    'gets a bill of three lines',
    'sees that the amount is right',
  ],
};

export const storyEn: WeekStory = {
  makers: [grace, frank, samira, oliver],
  critique: [
    {
      standout: 'The hour moves along and we tell them first',
      worry: 'How do we know we’re late when the engineer says nothing?',
      missed: 'The odds are there too: ‘on time 9 out of 10’',
    },
    {
      standout: 'Listening to the machine instead of a form',
      worry: 'Somebody who is nervous doesn’t keep a phone still',
      missed: 'Two parts in the van cost less than two trips',
    },
    {
      standout: 'Called back at your own time, by somebody with a name',
      worry: 'Does this still work on Monday at nine?',
      missed: 'If she is away her buddy calls, with her notes',
    },
    {
      standout: 'A ceiling: you never pay more',
      worry: 'A price without seeing the appliance, is that possible?',
      missed: 'The ceiling comes from the 80,000 faults we know',
    },
  ],
  otherCritique: {
    standout: 'You understand this without anybody explaining it',
    worry: 'What does a customer without a smartphone notice of this?',
  },
  supervote:
    'Two dots for what every customer notices every day, one for what makes it believable. Those two belong in one prototype.',
  rumble: 'They don’t contradict each other. We build one prototype and test it with all five.',
  panels: [
    { title: 'The machine gives up', caption: 'Tuesday evening, a drum full of water.' },
    { title: 'Searching on the phone', caption: 'She finds Raccoon and sees: an hour, not a day.' },
    { title: 'Saying what is broken', caption: 'Three questions, and the machine may be heard.' },
    { title: 'Picking an hour', caption: 'Thursday two to three, on time 9 out of 10.' },
    { title: 'The price, with a ceiling', caption: 'More than this she never pays.' },
    { title: 'Settled', caption: 'A message with hour, price and the engineer’s name.' },
    { title: 'Thursday morning', caption: 'She needn’t be at home until it is time.' },
    { title: 'It will be later', caption: 'We call first: half past three, or another day?' },
    { title: 'The van turns into the street', caption: 'Ten minutes before, the phone rings.' },
    { title: 'Saying yes to the price', caption: 'Three lines, before the engineer begins.' },
    { title: 'The day after', caption: 'Samira calls: does it still run?' },
  ],
  points: [
    {
      panel: 3,
      asks: 'Do we show the odds, or only the hour?',
      answer: 'Both, the odds small beneath it.',
    },
    {
      panel: 7,
      asks: 'A call or a message when it will be later?',
      answer: 'A call. That is what customers count on.',
    },
  ],
};
