/** A field stays its writer's through a reveal, and when a hidden step is left under them. */
import { plainWall } from '#document/plain';
import { SERVER_SEED_CLIENT_ID } from '#document/schema';
import { BoardHand } from './support/board-hand';
import { expect, test } from './support/kamer';
import { rawLine } from './support/raw-line';
import { slowLine } from './support/slow-line';
import { inputMethod, lateField, together, typeOn } from './support/typing';
import { PLAIN } from './support/plain-board';

/** The true countdown, as people have it. */
test.use({ settings: { REVEAL_COUNTDOWN_MS: '3000' } });

const SLOW_MS = 400;

test('who types through the reveal loses no letter, and what comes too late becomes neither a note nor a shortcut', async ({
  story,
  server,
}) => {
  test.slow();
  const line = await slowLine(server.url);
  const facilitator = await story.facilitator();
  const anouk = await story.join('Anouk de Vries');
  const chie = await story.join('Chie Mori');
  const daan = await story.person('Daan Mulder', { baseURL: line.url });
  const joined = await daan.context.request.post(`${line.url}/join`, {
    form: { code: story.code, name: daan.name },
    headers: { origin: line.url, accept: 'text/html' },
    maxRedirects: 0,
  });
  await daan.page.goto(joined.headers()['location'] ?? '');
  await facilitator.openExercise('hmw');
  const begin = /^(Schrijf een|Nog een) briefje$/;
  for (const writer of [anouk, chie, daan]) {
    await writer.button(begin).click();
    await expect(writer.pile.locator('textarea:focus')).toHaveCount(1);
  }
  line.delay(SLOW_MS);

  const sentence =
    'Waarom belt de monteur nooit even van tevoren, en wie zou dat bij ons kunnen doen? ';
  const words = sentence + sentence;
  const typing = [anouk, daan].map((writer) => typeOn(writer.page, words));
  const compose = await inputMethod(chie.page);
  await compose('にほ');
  await expect.poll(async () => (await anouk.pileTexts())[0]?.length ?? 0).toBeGreaterThan(10);

  await test.step('called off: fields stay open, and everybody writes on', async () => {
    const stepId = facilitator.step('hmw').id;
    await facilitator.did({ kind: 'advance-phase', stepId, from: 'writing', to: 'reveal' });
    await facilitator.did({ kind: 'cancel-reveal', stepId });
    await expect.poll(() => anouk.wire.stage.now?.revealsAt).toBeNull();
    expect(anouk.wire.stages.some((stage) => stage.now?.revealsAt)).toBe(true);
    await expect(anouk.pile.locator('textarea:focus')).toHaveCount(1);
  });

  await facilitator.act('Onthul alle briefjes');
  await test.step('the facilitator sees it count down', async () => {
    await expect(facilitator.now.getByRole('timer')).toHaveText(/^[123]$/);
  });
  for (const writer of [anouk, daan, chie]) await expect(lateField(writer)).toBeFocused();
  await compose('にほん');
  await expect.poll(() => facilitator.wallTexts()).toHaveLength(3);
  for (const writer of [anouk, daan]) {
    await expect.poll(() => lateField(writer).inputValue()).toMatch(/\S{3,}/);
  }
  for (const one of typing) one.stop();

  const typed = await Promise.all(typing.map((one) => one.done));
  const onWall = await facilitator.wallTexts();
  for (const [at, writer] of [anouk, daan].entries()) {
    await expect(lateField(writer)).toBeFocused();
    const rest = await lateField(writer).inputValue();
    const whole = together(typed[at] ?? '');
    expect(
      onWall.map((text) => together(text, rest)),
      writer.name,
    ).toContain(whole);
    await expect(writer.note()).toHaveCount(3);
    await expect(writer.dialog).toHaveCount(0);
  }
  expect(onWall).toContain('にほ');
  await expect(lateField(chie)).toHaveValue('にほん');

  await test.step('they are offered to their writer, and are nobody else’s to see', async () => {
    await anouk.page.keyboard.press('Escape');
    const late = anouk.page.getByRole('region', { name: '1 briefje kwam na sluiting' });
    await expect(late).toBeVisible();
    await expect(facilitator.note()).toHaveCount(3);
    await anouk.page.keyboard.type('h');
    await anouk.page.keyboard.press('Escape');
  });

  await test.step('nothing on the wall tells whose a note is', async () => {
    const { doc, line: raw } = await rawLine(facilitator);
    const writers = [...doc.store.clients.entries()].flatMap(([client, structs]) =>
      client === SERVER_SEED_CLIENT_ID || structs.length === 0 ? [] : [client],
    );
    const ids = plainWall(doc).notes.map(({ id }) => id);
    raw.destroy();
    // The server's own hand, and of who has pressed a key on the open wall since.
    expect(writers.length).toBeLessThanOrEqual(2);
    expect(new Set(ids).size).toBe(ids.length);
  });
  line.delay(0);
  await daan.context.close();
  await line.close();
});

test('a hidden step that is left under a writer keeps the note, and the keys make none on the next board', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const anouk = await story.join('Anouk de Vries');
  const { page } = anouk;
  await facilitator.openExercise('hmw');
  await anouk.button(/^(Schrijf een|Nog een) briefje$/).click();
  const typing = typeOn(
    page,
    'Wij wachten maar op een telefoontje dat nooit komt, de hele dag lang',
  );
  await expect.poll(async () => (await anouk.pileTexts())[0]?.length ?? 0).toBeGreaterThan(5);
  await facilitator.openExercise(PLAIN);
  await expect(lateField(anouk)).toBeFocused();
  await expect.poll(() => lateField(anouk).inputValue()).toMatch(/\S{4,}/);
  typing.stop();
  const typed = await typing.done;
  await expect(facilitator.note()).toHaveCount(0);
  await expect(anouk.note()).toHaveCount(0);
  const rest = await lateField(anouk).inputValue();
  await page.keyboard.press('Escape');
  await expect(lateField(anouk)).toHaveCount(0);

  await facilitator.did({ kind: 'back-step', from: facilitator.step(PLAIN).id });
  await expect.poll(() => anouk.pileTexts()).toHaveLength(2);
  const [begun = '', later = ''] = await anouk.pileTexts();
  expect(later).toBe(rest);
  expect(together(begun, later)).toBe(together(typed));

  await test.step('a picture that is pasted where none goes is answered', async () => {
    const paste = (): Promise<void> =>
      page.evaluate(() => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'foto.png', { type: 'image/png' }));
        const event = new ClipboardEvent('paste', {
          clipboardData: data,
          bubbles: true,
          cancelable: true,
        });
        (document.activeElement ?? document.body).dispatchEvent(event);
      });
    await paste();
    await expect(page.getByText('verborgen briefjes zijn van woorden')).toBeVisible();
    await facilitator.openExercise('hmw-ordenen');
    await anouk.inPhase('grouping');
    await expect(new BoardHand(anouk).wall).toBeVisible();
    await paste();
    await expect(page.getByText('Afbeeldingen kun je in deze stap niet toevoegen')).toBeVisible();
  });
});
