/** A script in this browser: which text is open, writing or reading. Nothing here is shared. Given by context. */
import { createContext, tick } from 'svelte';
import type { ScriptLanguage } from '#domain/script/question-hint';
import type { ScriptModel, ScriptText } from './script-model.svelte';

export type ScriptManners = {
  readonly writable: boolean;
  /** Of the sprint: in which customers are spoken to. */
  readonly language: ScriptLanguage;
};

export class ScriptBoard {
  readonly model: ScriptModel;
  readonly #manners: () => ScriptManners;
  /** Large and without controls, as it is looked at during a talk. */
  reading = $state(false);
  editing = $state.raw<ScriptText | null>(null);
  said = $state('');

  constructor(model: ScriptModel, manners: () => ScriptManners) {
    this.model = model;
    this.#manners = manners;
  }

  get manners(): ScriptManners {
    return this.#manners();
  }
  get writable(): boolean {
    return this.#manners().writable && !this.model.readOnly && !this.reading;
  }

  isEditing({ id }: ScriptText): boolean {
    return this.writable && this.editing?.id === id;
  }
  edit(at: ScriptText): void {
    if (this.writable) this.editing = at;
  }
  endEdit(at: ScriptText, refocus: boolean): void {
    if (!this.isEditing(at)) return;
    this.editing = null;
    if (refocus) void this.focus(at.id);
  }
  /** Puts the focus on a text once it is drawn. */
  async focus(node: string): Promise<void> {
    await tick();
    const found = document.querySelector<HTMLElement>(
      `[data-script] [data-node="${CSS.escape(node)}"]`,
    );
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: 'nearest' });
  }

  /** Said politely to who listens; the same words twice are said twice. */
  say(words: string): void {
    this.said = this.said === words ? `${words} ` : words;
  }
}

const [useScript, giveScript] = createContext<ScriptBoard>();
export { giveScript, useScript };
