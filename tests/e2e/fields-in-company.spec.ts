/** A field on the wall stays its writer's beneath other hands, and leaves no empty note behind. */
import type * as Y from 'yjs';
import * as wall from '#document/boards/wall';
import { local } from '#document/origins';
import { plainWall } from '#document/plain';
import { BoardHand, onPlainBoard } from './support/board-hand';
import { expect, test } from './support/kamer';
import { rawLine } from './support/raw-line';
import { inputMethod, lateField } from './support/typing';

test('the caret stays in a note that others group, stack, move, colour, lock and take away', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anouk = await story.join('Anouk de Vries');
  await onPlainBoard(story, { facilitator });
  const hand = new BoardHand(anouk);
  const { page } = anouk;
  await expect(hand.wall).toBeVisible();
  await hand.write('een', 'twee', 'drie');
  await page.keyboard.press('Escape');
  const { doc, line } = await rawLine(facilitator);
  const idOf = (text: string): string =>
    plainWall(doc).notes.find((note) => note.text.startsWith(text))?.id ?? '';

  const others: [string, (doc: Y.Doc, mine: string) => void][] = [
    [
      'grouped',
      (at, mine) =>
        wall.makeGroup(
          at,
          { id: 'g', at: [40, 900], label: 'Samen', noteIds: [idOf('een'), mine] },
          local,
        ),
    ],
    [
      'put before another',
      (at, mine) => wall.placeInGroup(at, [mine], { groupId: 'g', before: idOf('een') }, local),
    ],
    ['stacked', (at, mine) => wall.stackOn(at, [mine], idOf('drie'), local)],
    ['covered', (at, mine) => wall.unstack(at, [mine], local)],
    ['moved', (at, mine) => wall.moveNotes(at, [{ id: mine, at: [300, 300] }], local)],
    [
      'tidied',
      (at) =>
        wall.tidyNotes(
          at,
          plainWall(at).notes.map(({ id }) => id),
          local,
        ),
    ],
    ['recoloured', (at, mine) => wall.colorNotes(at, [mine], 'pink', local)],
    ['brought to the front', (at) => wall.bringToFront(at, [idOf('drie')], local)],
    ['far out of view', (at, mine) => wall.moveNotes(at, [{ id: mine, at: [40_000, 300] }], local)],
  ];

  for (const view of ['plane', 'list'] as const) {
    await test.step(`in the ${view}`, async () => {
      if (view === 'list') {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Shift+Digit3');
      } else await anouk.button(/^Alles in beeld/).click();
      const begun = view === 'plane' ? 'Wij wachten' : 'Zij bellen';
      wall.addNote(doc, { id: view, text: begun, at: [500, 40], color: 'yellow' }, local);
      const note = anouk.note(begun);
      await (view === 'plane' ? note.dblclick() : note.click());
      await expect(hand.field).toBeFocused();
      await page.keyboard.press('End');
      const compose = await inputMethod(page);
      let text = begun;
      for (const [what, act] of others) {
        await compose('か');
        // Words elsewhere on the wall, in the same step, say when it has arrived.
        const sign = `twee ${view} ${what}`;
        doc.transact(() => {
          act(doc, view);
          wall.setNoteText(doc, idOf('twee'), sign, local);
        }, local);
        await expect(anouk.note(sign)).toHaveCount(1);
        await compose('かな');
        await page.keyboard.insertText('かな');
        text += 'かな';
        await page.keyboard.type(' u');
        text += ' u';
        await expect(hand.field, what).toHaveValue(text);
        await expect(hand.field, what).toBeFocused();
      }
      await expect.poll(() => plainWall(doc).notes.find(({ id }) => id === view)?.text).toBe(text);
      await page.keyboard.press('Escape');
      doc.transact(() => wall.removeNotes(doc, [view], local));
      wall.ungroup(doc, 'g', local);
    });
  }
  line.destroy();
});

test('an empty note goes whatever ends its edit: a vote, an undo, a tab that closes', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anouk = await story.join('Anouk de Vries');
  const hand = new BoardHand(anouk);
  const { page } = anouk;
  await facilitator.openExercise('hmw-ordenen');
  await expect(hand.wall).toBeVisible();

  await test.step('a word, Escape, and once back: nothing is left for anybody', async () => {
    await page.keyboard.press('n');
    await expect(hand.field).toBeFocused();
    await page.keyboard.insertText('woord');
    await page.keyboard.press('Escape');
    await expect(facilitator.note('woord')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(facilitator.note()).toHaveCount(0);
    await page.keyboard.press('Control+Shift+z');
    await expect(facilitator.note('woord')).toBeVisible();
  });

  await test.step('a tab that is closed with one open leaves none behind', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await expect(facilitator.note()).toHaveCount(2);
    await page.reload();
    await expect(facilitator.note()).toHaveCount(1);
    await expect(anouk.note('woord')).toBeVisible();
  });

  await test.step('a vote opens under the caret: the note goes, the keys that still come are nothing', async () => {
    await page.keyboard.press('n');
    await expect(hand.field).toBeFocused();
    await expect(facilitator.note()).toHaveCount(2);
    await facilitator.act('Naar HMW stemmen');
    await expect(lateField(anouk)).toBeFocused();
    await page.keyboard.type('n/? te laat');
    await expect(lateField(anouk)).toHaveValue('n/? te laat');
    await expect(page.getByRole('searchbox')).toHaveCount(0);
    for (const person of [facilitator, anouk]) await expect(person.note()).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: '1 briefje kwam na sluiting' })).toBeVisible();
    await page.reload();
    await expect(anouk.note()).toHaveCount(1);
    await expect(page.getByRole('region', { name: '1 briefje kwam na sluiting' })).toBeVisible();
  });
});
