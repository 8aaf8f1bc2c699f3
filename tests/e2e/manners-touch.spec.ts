/** The manners of the board by finger: on a tablet and on a phone, with single taps where there is no drag. */
import type { CDPSession } from '@playwright/test';
import { BoardHand, onPlainBoard } from './support/board-hand';
import { expect, phone, test, type Story } from './support/kamer';
import type { Person } from './support/person';

const tablet = { viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true } as const;
type Point = { x: number; y: number };

/** Fingers on the glass, as the browser itself feels them. */
class Fingers {
  readonly #session: CDPSession;

  constructor(session: CDPSession) {
    this.#session = session;
  }

  async #send(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: readonly Point[],
  ): Promise<void> {
    const touchPoints = points.map(({ x, y }, id) => ({ x, y, id }));
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }

  /** @param held down until that is seen, before the finger moves. */
  async drag(from: Point, to: Point, held?: () => Promise<void>): Promise<void> {
    await this.#send('touchStart', [from]);
    await held?.();
    for (const part of [0.2, 0.5, 0.8, 1]) {
      const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
      await this.#send('touchMove', [at]);
    }
    await this.#send('touchEnd', []);
  }

  async hold(at: Point, until: () => Promise<void>): Promise<void> {
    await this.#send('touchStart', [at]);
    await until();
    await this.#send('touchEnd', []);
  }

  /** Two fingers around a point, from so far apart to so far apart. */
  async pinch(middle: Point, from: number, to: number): Promise<void> {
    const pair = (apart: number): Point[] => [
      { x: middle.x - apart / 2, y: middle.y },
      { x: middle.x + apart / 2, y: middle.y },
    ];
    await this.#send('touchStart', pair(from));
    for (const part of [0.3, 0.6, 1])
      await this.#send('touchMove', pair(from + (to - from) * part));
    await this.#send('touchEnd', []);
  }
}

async function fingersOf(person: Person): Promise<Fingers> {
  return new Fingers(await person.context.newCDPSession(person.page));
}

/** The person's device has felt a long press: it says so in a mark on the board. */
function felt(person: Person): () => Promise<void> {
  return () => expect(person.page.locator('[data-held]')).toHaveCount(1);
}

async function guestAt(story: Story, device: typeof tablet | typeof phone): Promise<Person> {
  const facilitator = await story.facilitator();
  const guest = await story.join('Anouk', device);
  await onPlainBoard(story, { facilitator });
  return guest;
}

test('by finger on a tablet: the big button, one finger, two fingers, a long press', async ({
  story,
}) => {
  const guest = await guestAt(story, tablet);
  const hand = new BoardHand(guest);
  const fingers = await fingersOf(guest);
  const { page } = guest;

  await test.step('the button begins a note, the keyboard goes on', async () => {
    await guest.button(/^Nieuw briefje/).tap();
    await expect(hand.field).toBeFocused();
    await page.keyboard.type('een');
    await page.keyboard.press('Enter');
    await expect(hand.field).toHaveValue('');
    await page.keyboard.type('twee');
    await hand.wall.tap({ position: { x: 60, y: 420 } });
    await expect(hand.field).toHaveCount(0);
    await expect(guest.note()).toHaveCount(2);
  });

  await test.step('one finger on the wall moves the view, two zoom', async () => {
    const before = await hand.placeOf('een');
    const from = await hand.on(80, 440);
    await fingers.drag(from, { x: from.x + 60, y: from.y - 30 });
    const after = await hand.placeOf('een');
    expect([after.x - before.x, after.y - before.y]).toEqual([60, -30]);
    const size = (await guest.note('een').boundingBox())?.width ?? 0;
    await fingers.pinch(await hand.on(300, 300), 80, 160);
    await hand.still();
    expect((await guest.note('een').boundingBox())?.width).toBeCloseTo(size * 2, 0);
    await guest.button(/^Alles in beeld/).tap();
  });

  await test.step('a finger takes a note along; on another they become a group', async () => {
    await fingers.drag(await hand.at('twee'), await hand.at('een'));
    await expect(page.getByRole('textbox', { name: 'Naam van de groep' })).toBeFocused();
    await page.keyboard.type('Paar');
    await page.keyboard.press('Enter');
    await expect(guest.note('twee')).toHaveAccessibleName(/in groep Paar/);
  });

  await test.step('a long press asks for the menu; on the wall it begins a marquee', async () => {
    await fingers.hold(await hand.at('twee'), felt(guest));
    await hand.choose('Los op de muur');
    await expect(guest.note('twee')).not.toHaveAccessibleName(/in groep/);
    await hand.wall.tap({ position: { x: 20, y: 500 } });
    await guest.button(/^Alles in beeld/).tap();
    const corner = await hand.on(8, 60);
    const far = await hand.at('twee', 150, 150);
    await fingers.drag(corner, far, felt(guest));
    await expect(hand.selected()).toHaveCount(2);
  });

  await test.step('single taps: choose several, stack them, take one off, undo', async () => {
    await hand.wall.tap({ position: { x: 20, y: 500 } });
    await guest.button('Meer gereedschap').tap();
    await hand.choose('Kies briefjes');
    await guest.note('een').tap();
    await guest.note('twee').tap();
    await expect(page.getByText('2 gekozen')).toBeVisible();
    await page
      .getByRole('toolbar', { name: /geselecteerd/ })
      .getByRole('button', { name: 'Verplaats naar…' })
      .tap();
    await guest.dialog.getByRole('button', { name: 'Nieuwe groep' }).tap();
    await page.keyboard.type('Samen');
    await page.keyboard.press('Enter');
    await expect(guest.note('twee')).toHaveAccessibleName(/in groep Samen/);
    await guest.button(/^Ongedaan maken/).tap();
    await guest.button(/^Ongedaan maken/).tap();
    await expect(guest.note('twee')).not.toHaveAccessibleName(/in groep Samen/);
  });
});

test('on a phone: a list by itself, with everything by single taps', async ({ story }) => {
  const guest = await guestAt(story, phone);
  const { page } = guest;
  const hand = new BoardHand(guest);
  const list = page.getByRole('region', { name: 'Het bord als lijst' });
  await expect(list).toBeVisible();
  await guest.button(/^Nieuw briefje/).tap();
  await page.keyboard.type('een');
  await page.keyboard.press('Enter');
  await page.keyboard.type('twee');
  await page.keyboard.press('Escape');
  await expect(list.getByRole('listitem')).toHaveCount(2);

  await guest.button('Meer voor briefje: twee').tap();
  await hand.choose('roze');
  await expect(list.getByRole('listitem').filter({ hasText: 'twee' })).toHaveClass(/pink/);
  await guest.button('Meer voor briefje: twee').tap();
  await hand.choose('Eerder in de rij');
  await expect.poll(() => guest.note().allInnerTexts()).toEqual(['twee', 'een']);

  await guest.button('Meer voor briefje: een').tap();
  await hand.choose('Kies er meer');
  await page.getByRole('checkbox', { name: 'Kies: twee' }).tap();
  await expect(page.getByText('2 gekozen')).toBeVisible();
  await page
    .getByRole('toolbar', { name: /geselecteerd/ })
    .getByRole('button', { name: 'Nieuwe groep' })
    .tap();
  await page.keyboard.type('Alles');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Alles' })).toBeVisible();
  await page.getByRole('button', { name: 'Klaar', exact: true }).first().tap();

  await guest.button(/^Zoek op dit bord/).tap();
  await page.getByRole('searchbox').fill('twee');
  await expect(page.getByText('1 van 1')).toBeVisible();
  await guest.button('Sluit het zoeken').tap();
  await guest.button(/^Toon als muur/).tap();
  await expect(hand.wall).toBeVisible();
  await guest.button('Meer gereedschap').tap();
  await hand.choose('Alles in beeld');
  await expect(guest.note('een')).toBeVisible();
});
