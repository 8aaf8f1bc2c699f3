/**
 * 400 % zoom without loss: a window of 1280 x 1024 is then 320 x 256 CSS pixels. Every page, phase and
 * main dialog fits its width, and every control can be got at and is not covered. And so at 200 %.
 */
import type { Page } from '@playwright/test';
import { expect, test } from './support/kamer';
import type { Person } from './support/person';
import { outOfReach } from './support/reach';

const zoomed = [
  { percent: 400, size: { width: 320, height: 256 } },
  { percent: 200, size: { width: 640, height: 512 } },
] as const;
const [{ size: smallest }] = zoomed;
const looks = { viewport: smallest, reducedMotion: 'reduce' as const };

/** Looks at a page as it stands at each zoom, and remembers what is out of reach. */
class Glass {
  readonly faults: string[] = [];

  async look(page: Page, where: string): Promise<void> {
    for (const { percent, size } of zoomed) {
      await page.setViewportSize(size);
      const faults = await outOfReach(page);
      this.faults.push(...faults.map((fault) => `${where}, ${percent} %: ${fault}`));
    }
    await page.setViewportSize(smallest);
  }
}

test('every page before a room fits at 400 %, and each control can be reached', async ({
  story,
}) => {
  const glass = new Glass();
  const facilitator = await story.facilitator(looks);
  const link = await facilitator.did<{ path: string }>({ kind: 'make-join-link', role: 'expert' });
  const visit = async (page: Page, paths: readonly string[]): Promise<void> => {
    for (const path of paths) {
      await page.goto(path);
      await glass.look(page, path);
    }
  };
  const week = `/sprint/${story.sprintId}/week`;
  await visit(facilitator.page, ['/account', '/sprints', '/sprints/new', week]);
  const { page } = await story.person('Gast', looks);
  await visit(page, ['/', '/sign-in', '/register', '/forgot', '/join', link.path, '/niets']);
  expect(glass.faults).toEqual([]);
});

test('the room and its dialogs fit at 400 %, and each control can be reached', async ({
  story,
}) => {
  const glass = new Glass();
  const facilitator = await story.facilitator(looks);
  const guest = await story.join('Anouk de Vries', looks);
  const stepId = (exercise: string): string => facilitator.step(exercise).id;
  const both = async (where: string, first?: () => Promise<void>): Promise<void> => {
    const phase = facilitator.wire.stage.now?.phaseKey ?? null;
    await expect.poll(() => guest.wire.stage.now?.phaseKey ?? null).toBe(phase);
    await first?.();
    await glass.look(facilitator.page, `${where}, facilitator`);
    await glass.look(guest.page, `${where}, participant`);
  };
  const shut = async ({ page, dialog }: Person): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };
  const dialog = async (person: Person, where: string): Promise<void> => {
    await expect(person.dialog).toBeVisible();
    await glass.look(person.page, where);
    await shut(person);
  };

  await both('an empty room');
  for (const item of ['Verder op je telefoon', 'Naam wijzigen', 'Verlaat de sprint']) {
    await guest.button('Menu').click();
    await guest.page.getByRole('menuitem', { name: item }).click();
    await dialog(guest, item);
  }
  await guest.button('Agenda tonen of verbergen').click();
  await dialog(guest, 'the agenda');
  await facilitator.button('Cockpit').click();
  await dialog(facilitator, 'the cockpit');
  await facilitator.button('Menu').click();
  await facilitator.page.getByRole('menuitem', { name: 'De deur' }).click();
  await dialog(facilitator, 'the door');

  await facilitator.openExercise('hmw');
  await both('writing', async () => {
    await guest.write('de klant een tijd geven?', 'het wachten nuttig maken?');
  });
  await facilitator.advance('hmw', 'writing', 'reveal');
  await both('reveal');
  await facilitator.openExercise('hmw-ordenen');
  await both('grouping, as a list', async () => {
    await guest.inPhase('grouping');
    await expect(guest.page.getByRole('region', { name: 'Het bord als lijst' })).toBeVisible();
  });
  await facilitator.openExercise('hmw-stemmen');
  await both('voting');
  await guest.putDot('nuttig maken');
  const voting = stepId('hmw-stemmen');
  await facilitator.did({ kind: 'set-decider', memberId: guest.wire.stage.me.id });
  await facilitator.advance('hmw-stemmen', 'voting', 'result');
  await both('result');
  await facilitator.advance('hmw-stemmen', 'result', 'decision');
  await both('decision', async () => {
    await guest.button(/^Kies deze: .*nuttig/).click();
    await dialog(guest, 'the decision');
  });
  await guest.page.goto(`/sprint/${story.sprintId}/step/${voting}`);
  await glass.look(guest.page, 'what a step left');
  await facilitator.page.goto(`/sprint/${story.sprintId}/week`);
  await facilitator.button('Gegevens van de sprint').click();
  await dialog(facilitator, 'the details of the sprint');
  expect(glass.faults).toEqual([]);
});
