/** What the facilitator has fastened stays: by the page, by a raw socket, and for who was away or was just typing. */
import { local } from '#document/origins';
import { storedMap } from '#document/boards/stored';
import { roots } from '#document/schema';
import { until } from '#tests/rooms/support/clients';
import { BoardHand, onPlainBoard } from './support/board-hand';
import { expect, test } from './support/kamer';
import { rawLine } from './support/raw-line';

test('who moves or writes what is locked sees it put back, by page, by raw socket and after being away', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const guest = await story.join('Anouk');
  await onPlainBoard(story, { facilitator });
  const mine = new BoardHand(facilitator);
  const theirs = new BoardHand(guest);
  await mine.write('vast', 'los');
  await facilitator.page.keyboard.press('Escape');
  await expect(guest.note('los')).toBeVisible();

  await test.step('a raw socket moves it: it lies where it lay, before everybody', async () => {
    await facilitator.note('vast').click();
    await facilitator.page.keyboard.press('Control+Shift+l');
    await expect(guest.note('vast')).toHaveAccessibleName(/vastgezet/);
    const [here, there] = [await mine.placeOf('vast'), await theirs.placeOf('vast')];
    const { doc, line } = await rawLine(guest);
    const id = (await guest.note('vast').getAttribute('id'))?.replace('note-', '') ?? '';
    const at = (): unknown => storedMap(roots.notes(doc), id)?.get('at');
    const before = at();
    doc.transact(() => storedMap(roots.notes(doc), id)?.set('at', [2000, 2000]), local);
    expect(at()).toEqual([2000, 2000]);
    await until('the room put it back', () => String(at()) === String(before));
    line.destroy();
    expect(await mine.placeOf('vast')).toEqual(here);
    expect(await theirs.placeOf('vast')).toEqual(there);
    await facilitator.page.keyboard.press('Control+Shift+l');
    await expect(guest.note('vast')).not.toHaveAccessibleName(/vastgezet/);
  });

  await test.step('locked while it is carried: it slips out of the hand, with the reason', async () => {
    const before = await theirs.placeOf('vast');
    const grip = await theirs.at('vast');
    await guest.page.mouse.move(grip.x, grip.y);
    await guest.page.mouse.down();
    await guest.page.mouse.move(grip.x + 90, grip.y + 140, { steps: 4 });
    await facilitator.page.keyboard.press('Control+Shift+l');
    await expect(guest.page.getByText('Losgelaten')).toBeVisible();
    await guest.page.mouse.up();
    expect(await theirs.placeOf('vast')).toEqual(before);
    await facilitator.page.keyboard.press('Control+Shift+l');
    await expect(guest.note('vast')).not.toHaveAccessibleName(/vastgezet/);
    await guest.page.keyboard.press('Escape');
  });

  await test.step('locked while somebody types: the caret stays, and what it takes no more is offered', async () => {
    await guest.note('vast').dblclick();
    await guest.page.keyboard.type(' en meer');
    await expect(facilitator.note('vast en meer')).toBeVisible();
    await facilitator.page.keyboard.press('Control+Shift+l');
    await expect(guest.page.getByText('een briefje dat net is vastgezet')).toBeVisible();
    // The letters that still come are no acts and no note: they stay where their writer sees them.
    await guest.page.keyboard.type(' nhv');
    await expect(theirs.field).toHaveValue('vast en meer nhv');
    await expect(theirs.field).toBeFocused();
    await expect(guest.note()).toHaveCount(2);
    await guest.page.keyboard.press('Escape');
    await expect(guest.note('vast en meer')).toHaveText(/vast en meer\s*$/);
    await expect(guest.page.getByText('Je tekst: nhv')).toBeVisible();
    await guest.button('Nieuw briefje').click();
    await expect(theirs.field).toHaveValue('nhv');
    await guest.page.keyboard.press('Escape');
    await guest.page.keyboard.press('Escape');
    await expect(facilitator.note('nhv')).toHaveCount(1);
  });

  await test.step('moved without a connection while it was being locked: put back and named', async () => {
    await guest.context.setOffline(true);
    await expect(guest.saved).toHaveText('Offline, bewaard op dit apparaat');
    const before = await theirs.placeOf('los');
    await guest.note('los').click();
    await guest.page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await theirs.placeOf('los')).y).toBeGreaterThan(before.y);
    await facilitator.note('los').click();
    await facilitator.page.keyboard.press('Control+Shift+l');
    await expect(facilitator.note('los')).toHaveAccessibleName(/vastgezet/);
    const kept = await mine.placeOf('los');
    await guest.context.setOffline(false);
    await expect(guest.page.getByText('Teruggezet: los')).toBeVisible();
    await expect.poll(() => theirs.placeOf('los')).toEqual(before);
    expect(await mine.placeOf('los')).toEqual(kept);
  });
});
