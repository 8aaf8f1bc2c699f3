/** What Raccoon's team did on Monday before the visitor comes in, in English. */
import type { Morning } from '#server/example/case';

export const morningEn: Morning = {
  experts: ['Expert: Ruth', 'Expert: Yusuf', 'Expert: Miriam'],
  known: [
    '“I took a day off to stare at my own front door.” Customer in Leeds, May',
    '“The engineer was great. Everything around it wasn’t.” Survey, in many versions',
    'Score for the engineer: 8.3. Score for the appointment: 5.1',
    '1 in 5 customers calls on the day: ‘Where are you?’',
    '6 minutes and 40 seconds in the phone menu on average',
    '31% of repairs take a second visit',
  ],
  goal: {
    notes: [
      [
        'In two years every customer knows at any moment when the engineer comes and what it costs.',
        3,
      ],
      ['In two years one visit is enough nine times out of ten.', 1],
      ['In two years people recommend us to their mothers.', 0],
      ['In two years everyone books a repair without looking for small print.', 0],
      ['In two years our phone menu is a person.', 0],
    ],
    reason:
      'Time and price are what customers call us about. If those two hold, the rest follows. We take the single visit along as a means.',
  },
  questions: {
    notes: [
      ['promise a time that still holds at four in the afternoon?', 4],
      ['name a fair price before we have seen the appliance?', 3],
      ['tell from a phone call which part has gone?', 2],
      ['let engineers pass on a delay with dirty hands?', 1],
      ['keep customers without a smartphone just as well informed?', 1],
      ['reshuffle the day without letting down tomorrow’s customers?', 1],
      ['say a repair no longer pays without losing the customer?', 0],
      ['pay for this without raising call-out charges?', 0],
    ],
    reason:
      'Without a time that holds nobody believes our price. This is the first thing we want to know on Friday.',
  },
  map: {
    actors: [
      { name: 'Customer at home', icon: 'home', to: [{ chapter: 1 }] },
      { name: 'Engineer in the van', icon: 'van', to: [{ chapter: 6, words: 'rings the bell' }] },
      { name: 'Customer contact', icon: 'desk', to: [{ chapter: 3, words: 'answers' }] },
      { name: 'Planning', icon: 'calendar', to: [{ chapter: 4, words: 'picks a day' }] },
    ],
    chapters: [
      {
        title: 'It stops on Saturday night',
        mood: 3,
        touchpoints: ['The washer: error E18'],
        pains: ['Three more loads to go'],
      },
      {
        title: 'Who still repairs these?',
        mood: 3,
        touchpoints: ['Searching on Google', 'The neighbour'],
        pains: ['Twenty sites, no price anywhere'],
      },
      {
        title: 'I am stuck in a menu',
        mood: 2,
        touchpoints: ['Phone, 4 layers', 'Booking page'],
        pains: ['‘Do you have the model number?’'],
        gains: ['After that, a kind person'],
      },
      {
        title: 'I get a day, not a time',
        mood: 3,
        touchpoints: ['Text from Planning'],
        pains: ['Between 8 am and 6 pm'],
      },
      {
        title: 'I wait, and dare not take a shower',
        mood: 1,
        feeling: 'waiting all day',
        touchpoints: ['Nothing', 'I call them'],
        pains: ['Calls three times where we are', 'A day off, gone'],
      },
      {
        title: 'He tells what he sees',
        mood: 7,
        feeling: 'finally somebody who explains',
        touchpoints: ['Engineer, van'],
        pains: ['31 % comes back once more'],
        gains: ['‘Finally somebody who gets it’'],
      },
      {
        title: 'It runs, then the bill',
        mood: 4,
        feeling: 'shocked by the bill',
        touchpoints: ['Card, e-mail'],
        pains: ['€ 60 more than expected'],
        gains: ['Relief, and coffee'],
      },
    ],
    ending: 'The machine works, and I recommend them',
    peak: 6,
    themes: { waiting: 5, price: 7, parts: 6, contact: 3, trust: 6, aftercare: 7 },
  },
};
