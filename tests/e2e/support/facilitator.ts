/** The facilitator's browser: the cockpit, the people, the door and the week. */
import { expect, type Locator } from '@playwright/test';
import type { Phase } from '#domain/sprint/phases';
import { Person } from './person';

export class Facilitator extends Person {
  get cockpit(): Locator {
    return this.page.getByRole('complementary', { name: 'Cockpit' });
  }

  /** The one primary act of the phase. */
  async act(name: string | RegExp): Promise<void> {
    await this.cockpit.getByRole('button', { name }).click();
  }

  /** Opens a part of the cockpit that waits folded. */
  async unfold(part: 'De kamer' | 'Script en notities'): Promise<void> {
    await this.cockpit.getByRole('heading', { name: part }).click();
  }

  async openPeople(): Promise<void> {
    await this.cockpit.getByRole('button', { name: 'Mensen' }).click();
    await expect(this.dialog.getByRole('heading', { name: 'Mensen' })).toBeVisible();
  }

  /** From the list of people: the menu of one person. */
  async chooseFor(person: string, item: string): Promise<void> {
    await this.dialog.getByRole('button', { name: `Meer voor ${person}`, exact: true }).click();
    const named = { name: item, exact: true };
    const { page } = this;
    await page.getByRole('menuitem', named).or(page.getByRole('menuitemcheckbox', named)).click();
  }

  async makeDecider(person: string): Promise<void> {
    await this.openPeople();
    await this.chooseFor(person, 'beslisser');
    await expect(
      this.dialog.getByRole('listitem').filter({ hasText: person }).getByText('beslisser'),
    ).toBeVisible();
    await this.closeDialog();
  }

  async openDoor(): Promise<void> {
    await this.cockpit.getByRole('button', { name: 'De deur' }).click();
    await expect(this.dialog.getByRole('heading', { name: 'De deur' })).toBeVisible();
  }

  /** In the week: the menu of a step. */
  async chooseInWeek(step: string, item: string): Promise<void> {
    await this.page
      .getByRole('button', { name: `Meer voor ${step}`, exact: true })
      .first()
      .click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  /** Opens the first step with that exercise, beside the screen. */
  async openExercise(exercise: string): Promise<void> {
    await this.did({ kind: 'open-step', stepId: this.step(exercise).id });
    await expect.poll(() => this.wire.stage.now?.stepId).toBe(this.step(exercise).id);
  }

  /** On to the next phase of that exercise, beside the screen; this browser knows of it when it is done. */
  async advance(exercise: string, from: Phase, to: Phase): Promise<void> {
    await this.did({ kind: 'advance-phase', stepId: this.step(exercise).id, from, to });
    await this.inPhase(to);
  }

  /** The id of a member by the name that is shown. */
  memberId(name: string): string {
    const found = this.wire.stage.members.find((member) => member.name === name);
    if (!found) throw new Error(`no member is called ${name}`);
    return found.id;
  }
}
