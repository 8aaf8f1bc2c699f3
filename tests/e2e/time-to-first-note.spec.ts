/** How soon somebody who was sent a link has written their first note. */
import { expect, phone, test } from './support/kamer';

test('from the link to the first note it takes at most two pages, one field and one button', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const { path } = await facilitator.did<{ path: string }>({
    kind: 'make-join-link',
    role: 'deelnemer',
  });
  await facilitator.openExercise('hmw');
  const guest = await story.person('Chantal Visser', phone);
  const { page } = guest;
  const pages: string[] = [];
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) pages.push(new URL(frame.url()).pathname);
  });

  const began = Date.now();
  await page.goto(path);
  await expect(page.getByRole('textbox')).toHaveCount(1);
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(1);
  await page.getByRole('textbox').fill(guest.name);
  await page.getByRole('main').getByRole('button').click();

  // Who comes after the start is told what to do now, on the same page; one tap and they write.
  await page.getByRole('button', { name: 'Doe mee' }).click();
  await guest.write('de klant laten weten hoe laat het wordt?');
  await expect(guest.saved).toHaveText('Opgeslagen');
  const seconds = ((Date.now() - began) / 1_000).toFixed(1);

  expect([...new Set(pages)]).toHaveLength(2);
  await expect(facilitator.cockpit.getByText('1 briefje geschreven')).toBeVisible();
  process.stdout.write(`From the link to the first saved note: ${seconds} s\n`);
});
