/** A reveal counts down for everybody, also for who comes in while it does. */
import { expect, test } from './support/kamer';

/** The longest there is: who comes in meanwhile meets it, however slow the machine. */
test.use({ settings: { REVEAL_COUNTDOWN_MS: '60000' } });

test('who comes in while a reveal counts down sees it count down, too, and sees it called off', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const anouk = await story.join('Anouk de Vries');
  await facilitator.openExercise('hmw');
  await anouk.write('Hoe weet de klant wanneer we komen');
  await facilitator.act('Onthul alle briefjes');
  const count = /^[1-6]?\d$/;
  for (const who of [facilitator, anouk]) {
    await expect(who.now.getByRole('timer')).toHaveText(count);
  }

  const late = await story.join('Laura Laat');
  await expect(late.now.getByRole('timer')).toHaveText(count);
  const before = Number(await late.now.getByRole('timer').innerText());
  await expect
    .poll(async () => Number(await late.now.getByRole('timer').innerText()))
    .toBeLessThan(before);
  await expect(late.note()).toHaveCount(0);
  await late.dialog.getByRole('button', { name: 'Doe mee' }).click();
  await late.write('Ik kan ook nog iets schrijven');

  const stepId = facilitator.step('hmw').id;
  await facilitator.did({ kind: 'cancel-reveal', stepId });
  for (const who of [late, anouk, facilitator]) {
    await expect(who.now.getByRole('timer')).toHaveText(/min$/);
    await expect(who.note()).toHaveCount(0);
  }
});
