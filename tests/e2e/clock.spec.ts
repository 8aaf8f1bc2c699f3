/** One clock for everybody, whatever a browser's own clock says. */
import { expect, test } from './support/kamer';
import type { Person } from './support/person';

const SHIFT_MS = 5 * 60_000;

async function secondsLeft(person: Person): Promise<number> {
  const text = await person.now.getByRole('timer').locator('.digits').innerText();
  const [minutes, seconds] = text.split(':').map(Number);
  return (minutes ?? Number.NaN) * 60 + (seconds ?? Number.NaN);
}

test('two browsers show the same time left, also when one has its clock five minutes off', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const guest = await story.person('Anouk de Vries');
  await guest.page.addInitScript((shift) => {
    const now = Date.now.bind(Date);
    Object.assign(globalThis, { shift });
    Date.now = () => now() + (Reflect.get(globalThis, 'shift') as number);
  }, SHIFT_MS);
  await story.enter(guest);
  expect((await guest.page.evaluate(() => Date.now())) - Date.now()).toBeGreaterThan(SHIFT_MS / 2);
  await facilitator.openExercise('hmw');
  for (const person of [facilitator, guest]) {
    await expect(person.now.getByRole('timer')).toContainText('5:00');
  }
  const agree = async (): Promise<void> => {
    const [here, there] = await Promise.all([secondsLeft(facilitator), secondsLeft(guest)]);
    expect(Math.abs(here - there)).toBeLessThanOrEqual(1);
  };

  await facilitator.act('Start');
  for (const seen of ['4:58', '4:57', '4:56']) {
    await expect(facilitator.now.getByRole('timer')).toContainText(seen);
    await agree();
  }
  // Somebody sets the computer's clock in the midst of it: nothing moves.
  await guest.page.evaluate(() => Object.assign(globalThis, { shift: -240_000 }));
  await agree();
  await facilitator.cockpit.getByRole('button', { name: '1 minuut erbij' }).click();
  for (const person of [facilitator, guest]) {
    await expect(person.now.getByRole('timer')).toContainText(/5:5\d/);
  }
  await agree();

  await facilitator.act('Pauze');
  for (const person of [facilitator, guest]) {
    await expect(person.now.getByRole('timer')).toContainText('gepauzeerd');
  }
  const stopped = await secondsLeft(facilitator);
  await agree();
  await facilitator.act('Ga verder');
  await expect.poll(() => secondsLeft(guest)).toBeLessThan(stopped - 1);
  await agree();
});
