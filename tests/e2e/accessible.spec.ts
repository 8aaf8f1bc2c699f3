/** What axe can see: every page, dialog and phase, in Dutch by day and in English by night, wide and narrow. */
import type { Locator } from '@playwright/test';
import { Eye, narrow, wide } from './support/eye';
import { expect, test } from './support/kamer';
import type { Person } from './support/person';
import { wordsIn } from './support/words';

/** The layout does not depend on language or colours: one of the two is looked at on a phone too. */
const modes = [
  { locale: 'nl', colorScheme: 'light', sizes: [wide, narrow], title: 'Dutch by day' },
  { locale: 'en', colorScheme: 'dark', sizes: [wide], title: 'English by night' },
] as const;

for (const { locale, colorScheme, sizes, title } of modes) {
  const say = wordsIn(locale);
  const looks = {
    locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
    colorScheme,
    reducedMotion: 'reduce' as const,
  };
  const menu = async (person: Person, item: string): Promise<void> => {
    await person.page.getByRole('button', { name: say('frame_menu'), exact: true }).click();
    await person.page.getByRole('menuitem', { name: item }).click();
    await expect(person.dialog).toBeVisible();
  };
  /** The button of that kind for the note of which the test speaks. */
  const about = (key: string, { page }: Person): Locator =>
    page.getByRole('button', { name: new RegExp(`^${say(key, { text: '.*nuttig maken.*' })}$`) });
  const away = async (person: Person): Promise<void> => {
    // The first may only put away the name under a button.
    await expect(async () => {
      await person.page.keyboard.press('Escape');
      await expect(person.dialog).toBeHidden({ timeout: 1_000 });
    }).toPass();
  };

  test(`the pages before a room have nothing for axe to say, ${title}`, async ({ story }) => {
    test.slow();
    const eye = new Eye(sizes);
    const facilitator = await story.facilitator(looks);
    const link = await facilitator.did<{ path: string }>({
      kind: 'make-join-link',
      role: 'deelnemer',
    });
    const phoneLink = await facilitator.did<{ path: string }>({ kind: 'make-phone-link' });
    const sprint = `/sprint/${story.sprintId}`;
    const own = ['/account', '/sprints', '/sprints/new'];
    for (const path of [...own, ...['/week', '/history', '/screen'].map((of) => sprint + of)]) {
      await facilitator.page.goto(path);
      await eye.look(facilitator.page, path);
    }
    const { page } = await story.person('Gast', looks);
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    const paths = ['/', '/sign-in', '/register', '/forgot', '/reset/onzin', '/join', '/niets'];
    for (const path of [...paths, link.path, '/join/onzin', phoneLink.path, '/return/onzin']) {
      await page.goto(path);
      await eye.look(page, path);
    }
    await page.goto('/join');
    await page.getByRole('textbox').nth(0).fill('ZZZ ZZZ');
    await page.getByRole('textbox').nth(1).fill('Gast');
    await page.getByRole('main').getByRole('button').click();
    await expect(page.getByText(say('refusals_wrong_code'))).toBeVisible();
    await eye.look(page, 'a refused form');
    expect(eye.faults).toEqual([]);
  });

  test(`the room in each phase has nothing for axe to say, ${title}`, async ({ story }) => {
    test.slow();
    const eye = new Eye(sizes);
    const facilitator = await story.facilitator(looks);
    const guest = await story.join('Anouk de Vries', looks);
    const both = async (where: string, first?: () => Promise<void>): Promise<void> => {
      const phase = facilitator.wire.stage.now?.phaseKey ?? null;
      await expect.poll(() => guest.wire.stage.now?.phaseKey ?? null).toBe(phase);
      await first?.();
      await Promise.all([
        eye.look(facilitator.page, `${where}, facilitator`),
        eye.look(guest.page, `${where}, participant`),
      ]);
    };
    const stepId = (exercise: string): string => facilitator.step(exercise).id;
    await both('an empty room');
    await facilitator.openExercise('hmw');
    await both('writing', async () => {
      await guest.page.getByRole('button', { name: say('board_pile_first') }).click();
      await guest.page.keyboard.type('de klant een tijd geven?');
      await guest.page.keyboard.press('Enter');
      await guest.page.keyboard.type('het wachten nuttig maken?');
    });
    await facilitator.did({ kind: 'start-clock' });
    await facilitator.advance('hmw', 'writing', 'reveal');
    await both('reveal');
    await facilitator.openExercise('hmw-ordenen');
    await both('grouping', async () => {
      await guest.note('tijd geven').press('m');
      await guest.dialog.getByRole('button', { name: say('board_move_new_group') }).click();
      await expect(
        guest.page.getByRole('textbox', { name: say('board_group_label') }),
      ).toBeFocused();
      await guest.page.keyboard.type('Tijd');
      await guest.page.keyboard.press('Enter');
      await guest.note('nuttig').press('Space');
      await expect(
        guest.page.getByRole('toolbar', { name: say('board_note_actions') }),
      ).toBeVisible();
    });
    await guest.note('nuttig').press('Enter');
    await eye.look(guest.page, 'a note being written on the wall');
    await guest.page.keyboard.press('Escape');
    await guest.note('nuttig').press('m');
    await eye.look(guest.page, 'the dialog to move a note');
    await away(guest);
    await guest.page.keyboard.press('?');
    await expect(guest.dialog).toBeVisible();
    await eye.look(guest.page, 'the keys');
    await away(guest);
    await guest.page.keyboard.press('/');
    await expect(guest.page.getByRole('searchbox')).toBeFocused();
    await guest.page.keyboard.type('tijd');
    await eye.look(guest.page, 'the search');
    await guest.page.keyboard.press('Escape');
    await guest.page.getByRole('button', { name: say('board_tool_list') }).click();
    await eye.look(guest.page, 'the board as a list');
    await guest.page.getByRole('button', { name: say('board_tool_wall') }).click();
    await facilitator.openExercise('hmw-stemmen');
    await both('voting', async () => {
      await about('board_vote_put', guest).click();
    });
    const voting = stepId('hmw-stemmen');
    await facilitator.advance('hmw-stemmen', 'voting', 'result');
    await both('result');
    await facilitator.did({
      kind: 'set-decider',
      memberId: guest.wire.stage.me.id,
    });
    await facilitator.advance('hmw-stemmen', 'result', 'decision');
    await both('decision');
    await about('room_choose_named', guest).click();
    await expect(guest.dialog).toBeVisible();
    await eye.look(guest.page, 'the dialog of the decision');
    await guest.dialog.getByRole('textbox').fill('Omdat klanten erom vragen.');
    await guest.dialog.getByRole('button', { name: say('room_choose_do') }).click();
    await both('decided');
    await facilitator.openExercise('prototype');
    await both('an open board');
    const late = await story.join('Laatkomer', looks);
    await expect(late.dialog).toBeVisible();
    await eye.look(late.page, 'the card of a late-comer');
    await late.page.goto(`/sprint/${story.sprintId}/step/${voting}`);
    await eye.look(late.page, 'what a step left');
    for (const path of ['week', 'history', 'screen']) {
      await late.page.goto(`/sprint/${story.sprintId}/${path}`);
      await expect(late.page.getByRole('heading').first()).toBeVisible();
      await eye.look(late.page, `${path}, for a participant`);
    }
    await late.page.goto(story.roomUrl);
    await facilitator.did({ kind: 'remove-member', memberId: late.wire.stage.me.id });
    await expect(late.page.getByRole('alert')).toBeVisible();
    await eye.look(late.page, 'a removed member');
    await facilitator.did({ kind: 'add-step', exercise: 'pauze', day: 1, before: null });
    await facilitator.openExercise('pauze');
    await both('a break');
    expect(eye.faults).toEqual([]);
  });

  test(`the dialogs of a room have nothing for axe to say, ${title}`, async ({ story }) => {
    test.slow();
    const eye = new Eye(sizes);
    const facilitator = await story.facilitator(looks);
    const guest = await story.join('Anouk de Vries', looks);
    const other = await story.join('Daan Mulder', looks);
    await facilitator.did({ kind: 'set-decider', memberId: other.wire.stage.me.id });
    await other.context.close();
    await facilitator.openExercise('hmw');
    const look = async (where: string): Promise<void> => {
      await expect(facilitator.dialog).toBeVisible();
      await eye.look(facilitator.page, where);
    };

    const own = ['room_menu_phone', 'room_menu_rename', 'room_log', 'room_menu_leave'];
    for (const item of [...own, 'history_export_title']) {
      await menu(guest, say(item));
      await eye.look(guest.page, item);
      await away(guest);
    }
    await guest.page.getByRole('button', { name: say('frame_menu'), exact: true }).click();
    await eye.look(guest.page, 'the menu of the room');
    await guest.page.keyboard.press('Escape');

    await menu(facilitator, say('room_menu_door'));
    await facilitator.page.getByRole('button', { name: say('room_link_make') }).click();
    await facilitator.page.getByRole('menuitem', { name: say('room_role_expert') }).click();
    await expect(facilitator.dialog.getByRole('img', { name: say('room_qr_label') })).toBeVisible();
    await look('the door');
    await away(facilitator);

    const cockpit = facilitator.page.getByRole('complementary');
    await cockpit.getByRole('button', { name: say('room_hand_over_short') }).click();
    await look('handing over');
    await away(facilitator);
    const person = async (item: string, where: string): Promise<void> => {
      await cockpit.getByRole('button', { name: say('room_people'), exact: true }).click();
      await facilitator.dialog
        .getByRole('button', { name: say('room_person_more', { name: 'Anouk de Vries' }) })
        .click();
      await facilitator.page.getByRole('menuitem', { name: say(item), exact: true }).click();
      await look(where);
      await away(facilitator);
    };
    await person('room_mandate_give', 'a mandate');
    await person('room_return_link', 'a return link');
    await person('room_remove', 'removing somebody');
    await cockpit.getByRole('button', { name: say('room_people'), exact: true }).click();
    await look('the people');
    await facilitator.dialog
      .getByRole('button', { name: say('room_person_more', { name: 'Anouk de Vries' }) })
      .click();
    await eye.lookOnce(facilitator.page, 'the menu of a person');
    await facilitator.page.keyboard.press('Escape');
    await away(facilitator);

    await facilitator.page.setViewportSize(narrow);
    await facilitator.page.getByRole('button', { name: say('room_cockpit'), exact: true }).click();
    await expect(facilitator.dialog).toBeVisible();
    await eye.lookOnce(facilitator.page, 'the cockpit as a sheet');
    await away(facilitator);
    await facilitator.page.getByRole('button', { name: say('room_agenda_toggle') }).click();
    await expect(facilitator.dialog).toBeVisible();
    await eye.lookOnce(facilitator.page, 'the agenda as a sheet');
    await away(facilitator);
    await facilitator.page.setViewportSize(wide);
    await cockpit.getByRole('button', { name: say('room_look') }).click();
    await eye.look(facilitator.page, 'the look as a participant');

    await facilitator.page.goto(`/sprint/${story.sprintId}/week`);
    await facilitator.page
      .getByRole('button', { name: say('sprint_add_to', { day: say('sprint_day_2') }) })
      .click();
    await look('adding a step');
    await away(facilitator);
    const more = facilitator.page
      .getByRole('button', {
        name: say('sprint_step_more', { step: say('exercises_strawpoll_title') }),
      })
      .first();
    await more.click();
    await eye.look(facilitator.page, 'the menu of a step');
    await facilitator.page.getByRole('menuitem', { name: say('sprint_settings') }).click();
    await look('the settings of a step');
    await away(facilitator);
    await facilitator.page.getByRole('button', { name: say('sprint_details') }).click();
    await look('the details of the sprint');
    await facilitator.dialog.getByRole('button', { name: say('sprint_delete') }).click();
    await look('deleting the sprint');
    expect(eye.faults).toEqual([]);
  });
}
