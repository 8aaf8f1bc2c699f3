/**
 * A visitor without an account, from the front page to the Decider's choice, alone with four stand-ins
 * who work twenty times faster than people: on a desk with a mouse, and on a phone with fingers.
 */
import { test as base, type BrowserContextOptions } from '@playwright/test';
import { startProcess, type ServerProcess } from '#tests/support/start-process';
import { Facilitator } from './support/facilitator';
import { expect, phone, withDataDir } from './support/kamer';

const test = base.extend<object, { server: ServerProcess }>({
  server: [
    async ({}, use) => {
      await withDataDir(async (dataDir) => {
        const server = await startProcess({ dataDir, env: { EXAMPLE_PACE: '20' } });
        await use(server);
        await server.stop();
      });
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

/** As the stand-ins name the groups that they begin. */
const groupNames =
  /^(Wachten|Een prijs die klopt|In één keer goed|Ons bereiken|Vertrouwen|Na het bezoek)$/;
const OWN = 'eerlijk voorspellen hoe laat het wordt?';

for (const { on, options, isPhone } of [
  { on: 'a desk', options: { viewport: { width: 1440, height: 900 } }, isPhone: false },
  { on: 'a phone', options: phone, isPhone: true },
] satisfies { on: string; options: BrowserContextOptions; isPhone: boolean }[]) {
  test(`a new visitor does a whole exercise alone, on ${on}`, async ({ browser, server }) => {
    // Far more than it takes on a quiet machine; the stand-ins' pace is bound to the clock.
    test.setTimeout(120_000);
    const context = await browser.newContext({ ...options, locale: 'nl-NL', baseURL: server.url });
    const visitor = new Facilitator(await context.newPage(), 'Bezoeker');
    const { page, wire } = visitor;
    const press = async (name: string | RegExp) => {
      const button = isPhone
        ? visitor.now.getByRole('button', { name })
        : visitor.cockpit.getByRole('button', { name });
      await (isPhone ? button.tap() : button.click());
    };
    const everybodyElseIsReady = () =>
      expect
        .poll(() => wire.stage.members.filter((one) => one.example && one.ready).length, {
          timeout: 25_000,
        })
        .toBe(4);

    await page.goto('/');
    const start = visitor.button('Probeer een voorbeeldsprint');
    await expect(start).toBeInViewport();
    await (isPhone ? start.tap() : start.click());
    await page.waitForURL(/\/sprint\/voorbeeld-/);
    const card = page.getByRole('region', { name: 'Over dit voorbeeld' });
    await expect(card).toContainText('Ingrid, Henk, Samira en Tom zijn niet echt');
    await card.getByRole('button', { name: 'Begrepen' }).click();
    await expect(card).toBeHidden();

    await visitor.write(OWN);
    await expect.poll(() => wire.stage.me.present).toBe(true);
    await everybodyElseIsReady();
    expect(wire.stage.now?.pileTotal).toBe(37);

    await press('Onthul alle briefjes');
    await visitor.inPhase('reveal');
    await press('Naar HMW ordenen');
    await visitor.inPhase('grouping');
    // What lies out of view is not drawn, so that the wall is fitted before it is looked at.
    await expect
      .poll(
        async () => {
          if (!isPhone) await visitor.button(/^Alles in beeld/).click();
          return page.getByText(groupNames).or(page.locator('[aria-label*="in groep "]')).count();
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(2);

    await press('Naar HMW stemmen');
    await visitor.inPhase('voting');
    await expect(visitor.now.getByText('nog 2 over')).toBeVisible();
    const own = visitor.button(new RegExp(`^Plak een stip op: .*${OWN.slice(0, 20)}`));
    await own.press('Enter');
    await own.press('Enter');
    await expect(visitor.now.getByText('geen over')).toBeVisible();
    await everybodyElseIsReady();

    await press('Sluit de ronde');
    await visitor.inPhase('result');
    await press('Vraag de keuze');
    const decision = visitor.result.getByRole('article');
    await expect(decision).toContainText('Ingrid de Boer');
    await expect(decision).toContainText('Ik kies ‘');
    expect(wire.stage.now?.decision?.reason).toContain(wire.stage.now?.decision?.text);
    expect(visitor.faults).toEqual([]);
    await context.close();
  });
}

test('who comes back to an example that is not theirs or is gone reads so, and begins another', async ({
  page,
  server,
}) => {
  await page.goto(`${server.url}/sprint/voorbeeld-van-gisteren`);
  await expect(page).toHaveURL(/\?example=gone$/);
  const title = page.locator('html[lang="nl"]').getByText('Die voorbeeldsprint is er niet meer');
  await expect(title.or(page.getByText('That example sprint is gone'))).toBeVisible();
  await page.getByRole('button', { name: /^(Nieuwe voorbeeldsprint|New example sprint)$/ }).click();
  await page.waitForURL(/\/sprint\/voorbeeld-/);
});
