/**
 * Somebody in the sprint's room in a browser of their own: what everybody can do and see there. All
 * that their browser receives is recorded.
 */
import {
  expect,
  type APIResponse,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';
import type { CommandAnswer, CommandInput } from '#protocol/commands';
import type { StageStep } from '#protocol/stage';
import { PROTOCOL_VERSION } from '#protocol/version';
import { Wire } from './wire';

export class Person {
  readonly page: Page;
  /** As typed at the door. */
  readonly name: string;
  readonly wire: Wire;
  /** Errors that the page did not catch; a story ends without any. */
  readonly faults: string[] = [];

  constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
    this.wire = new Wire(page);
    page.on('pageerror', (error) =>
      this.faults.push(`${name}: ${error.stack || error.message || String(error)}`),
    );
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  get sprintId(): string {
    const id = /\/sprint\/([^/?#]+)/.exec(this.page.url())?.[1];
    if (!id) throw new Error(`${this.name} is not in a sprint: ${this.page.url()}`);
    return id;
  }

  get roomPath(): string {
    return `/sprint/${this.sprintId}`;
  }

  /** The 'nu' bar at the foot of the room. */
  get now(): Locator {
    return this.page.getByRole('contentinfo');
  }

  /** Whether the work is safe, in words. */
  get saved(): Locator {
    return this.page.getByRole('banner').getByRole('status');
  }

  get pile(): Locator {
    return this.page.getByRole('region', { name: 'Mijn briefjes' });
  }

  get result(): Locator {
    return this.page.getByRole('region', { name: 'Uitslag' }).last();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** A note on the wall, by (part of) its text; on the plane and in the list alike. */
  note(text?: string): Locator {
    const notes = this.page.locator('[id^="note-"]');
    return text === undefined ? notes : notes.filter({ hasText: text });
  }

  /** Texts of all notes that lie open on the wall, in no order. */
  async wallTexts(): Promise<string[]> {
    const words = this.page.locator('[id^="note-"].text, [id^="note-"] .text');
    const texts = await words.allInnerTexts();
    return texts.map((text) => text.replace(/^HKW\s*/, '').trim()).sort();
  }

  /** Texts in the own pile, in its order. */
  pileTexts(): Promise<string[]> {
    return this.pile
      .getByRole('textbox')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
  }

  /** Writes hidden notes, one after the other, letter by letter. */
  async write(...texts: string[]): Promise<void> {
    await this.button(/^(Schrijf een|Nog een) briefje$/).click();
    for (const [index, text] of texts.entries()) {
      if (index > 0) await this.page.keyboard.press('Enter');
      await expect(this.pile.locator('textarea:focus')).toHaveValue('');
      await this.page.keyboard.type(text);
    }
    await this.page.keyboard.press('Tab');
  }

  /** Waits until this browser has fetched what it needs to go on without a connection. */
  async hasEverything(): Promise<void> {
    await expect(this.page.locator('html:not([data-fetching])')).toBeAttached();
  }

  async sayReady(): Promise<void> {
    const ready = this.now.getByRole('button', { name: 'Klaar' });
    await ready.click();
    await expect(ready).toHaveAttribute('aria-pressed', 'true');
  }

  /** Puts a dot on the note with that text. */
  async putDot(text: string): Promise<void> {
    await this.button(new RegExp(`^Plak een stip op: .*${text}`)).click();
  }

  /** Opens 'Verplaats naar…' for a note on the wall and chooses. */
  async moveNote(text: string, to: string | RegExp): Promise<void> {
    // A new group is brought into view, and may push what is wanted next out of it.
    await this.button(/^Alles in beeld/).click();
    await this.note(text).click();
    await this.button('Verplaats naar…').click();
    await this.dialog.getByRole('button', { name: to }).first().click();
    await expect(this.dialog).toBeHidden();
  }

  /** A new group around one note, with a name. */
  async group(text: string, label: string): Promise<void> {
    await this.moveNote(text, /^Nieuwe groep/);
    const field = this.page.getByRole('textbox', { name: 'Naam van de groep' });
    await field.fill(label);
    await field.press('Enter');
  }

  /** Reads the answer of a command given beside the screen, to get somewhere quickly. */
  async command(input: CommandInput): Promise<CommandAnswer> {
    const url = new URL(`${this.roomPath}/commands`, this.page.url());
    const answer: APIResponse = await this.context.request.post(url.href, {
      data: input,
      headers: { origin: url.origin, 'x-protocol-version': String(PROTOCOL_VERSION) },
    });
    return (await answer.json()) as CommandAnswer;
  }

  /** As `command`, and it must have been allowed. */
  async did<T>(input: CommandInput): Promise<T> {
    const answer = await this.command(input);
    if (!answer.ok) throw new Error(`${input.kind} was refused: ${JSON.stringify(answer.refusal)}`);
    return answer.result as T;
  }

  /** The first step of the agenda with that exercise. */
  step(exercise: string): StageStep {
    const found = this.wire.stage.agenda.find((step) => step.exercise === exercise);
    if (!found) throw new Error(`no step ${exercise} on the agenda`);
    return found;
  }

  /** Waits until this browser's stage is in that phase. */
  async inPhase(phase: string): Promise<void> {
    await expect.poll(() => this.wire.stage.now?.phase ?? null).toBe(phase);
  }

  async closeDialog(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Sluit', exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }
}
