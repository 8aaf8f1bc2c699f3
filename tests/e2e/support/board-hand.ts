/** A person's hand on the wall: pressing, dragging and typing as on a desk, and reading where things lie. */
import { expect, type Locator } from '@playwright/test';
import type { Facilitator } from './facilitator';
import type { Story } from './kamer';
import type { Person } from './person';
import { PLAIN } from './plain-board';

export class BoardHand {
  readonly person: Person;

  constructor(person: Person) {
    this.person = person;
  }

  get wall(): Locator {
    return this.person.page.getByRole('region', { name: /^Muur met/ });
  }

  /** The field in which a note is being written. */
  get field(): Locator {
    return this.person.page.getByRole('textbox', { name: /^Tekst van het briefje/ });
  }

  get bar(): Locator {
    return this.person.page.getByRole('toolbar', { name: /Acties voor dit briefje|geselecteerd/ });
  }

  get menu(): Locator {
    return this.person.page.getByRole('menu').last();
  }

  async choose(...names: (string | RegExp)[]): Promise<void> {
    for (const name of names) {
      const exact = typeof name === 'string' ? { name, exact: true } : { name };
      const { page } = this.person;
      const items = page.getByRole('menuitem', exact).or(page.getByRole('menuitemcheckbox', exact));
      await items.last().click();
    }
    await expect(this.person.page.getByRole('menu')).toHaveCount(0);
  }

  /** Notes one after the other, begun by typing anywhere. */
  async write(...texts: string[]): Promise<void> {
    const { keyboard } = this.person.page;
    for (const [index, text] of texts.entries()) {
      if (index > 0) await keyboard.press('Enter');
      await expect(this.field).toHaveCount(index === 0 ? 0 : 1);
      await keyboard.type(text);
      await expect(this.field).toHaveValue(text);
    }
    await keyboard.press('Escape');
    await expect(this.field).toHaveCount(0);
  }

  /** Waits until nothing glides any more: a place on the screen is worth something only then. */
  async still(): Promise<void> {
    await this.person.page.evaluate(async () => {
      const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
      // What was asked for is drawn in the next frame, and begins to glide in the one after.
      for (let count = 0; count < 3; count++) await frame();
      const gliding = document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
      await Promise.allSettled(gliding.map((one) => one.finished));
      await frame();
    });
  }

  /** Upper left corner of a note on the screen, once it lies still. */
  async placeOf(text: string): Promise<{ x: number; y: number }> {
    await this.still();
    const { x, y } = (await this.person.note(text).boundingBox()) ?? { x: NaN, y: NaN };
    return { x: Math.round(x), y: Math.round(y) };
  }

  /** Presses at a point, goes by steps, and lets go. Points are on the screen. */
  async drag(
    from: { x: number; y: number },
    to: { x: number; y: number },
    { button = 'left' }: { button?: 'left' | 'middle' } = {},
  ): Promise<void> {
    const { mouse } = this.person.page;
    await mouse.move(from.x, from.y);
    await mouse.down({ button });
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
    await mouse.move(to.x, to.y, { steps: 3 });
    await mouse.up({ button });
  }

  /** A point of a note on the screen, counted from its upper left corner. */
  async at(text: string, dx = 80, dy = 80): Promise<{ x: number; y: number }> {
    const { x, y } = await this.placeOf(text);
    return { x: x + dx, y: y + dy };
  }

  /** Somewhere on the wall, counted from its upper left corner. */
  async on(dx: number, dy: number): Promise<{ x: number; y: number }> {
    const box = await this.wall.boundingBox();
    if (!box) throw new Error('the wall is not on the screen');
    return { x: box.x + dx, y: box.y + dy };
  }

  selected(): Locator {
    return this.wall.locator('[data-note][aria-pressed="true"]');
  }

  /** Percentage at which the wall is shown. */
  async zoom(): Promise<number> {
    const words = await this.person.button(/^Vergroting/).innerText();
    return Number.parseInt(words, 10);
  }
}

/** A plain board on which everybody may write, open before the facilitator and the others. */
export async function onPlainBoard(
  story: Story,
  { facilitator, exercise = PLAIN }: { facilitator: Facilitator; exercise?: string },
): Promise<void> {
  await facilitator.openExercise(exercise);
  await expect(new BoardHand(facilitator).wall).toBeVisible();
}
