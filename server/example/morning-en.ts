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
      'Customer at home: works, has children, or both',
      'Engineer in the van',
      'Customer service',
      'Planning',
    ],
    chapters: [
      { title: '1. The washer stops', pains: ['Saturday night, three loads to go'] },
      { title: '2. Looks for help', pains: ['Twenty websites, no price on any'] },
      {
        title: '3. Calls or books',
        pains: ['Four layers of phone menu', '‘Do you have the model number?’'],
      },
      { title: '4. Gets a day', pains: ['Between 8 am and 6 pm'] },
      {
        title: '5. Waits at home',
        pains: ['Afraid to take a shower', 'Calls three times to ask where we are'],
      },
      { title: '6. The engineer looks', gains: ['Explains what he sees'] },
      { title: '7. Hears the price', pains: ['£60 more than expected'] },
      { title: '8. A part is missing', pains: ['Another day off', '31% of visits'] },
      { title: '9. It runs again', gains: ['Relief, and tea'] },
      { title: '10. The bill', pains: ['Three lines nobody understands'] },
    ],
    ending: 'The machine works, and the customer recommends us',
  },
  targets: [
    'Customer at home, the moment the slot runs out',
    'Customer at the kitchen table, the moment they hear the price',
    'Customer on the phone, at the question about the model number',
    'Customer who hears that a second visit is needed',
  ],
};
