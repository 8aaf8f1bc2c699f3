/** The drafts of this visit, one per step and one for the sprint: they outlive the cockpit that shows them. */
import type { StepId } from '#domain/ids';
import type { StageClient } from '$lib/live/stage-client.svelte';
import { NoteDraft, type SaveNote } from './note-draft.svelte';

export class FacilitatorNotes {
  readonly #drafts = new Map<StepId | null, NoteDraft>();

  /** @param stepId null: about the sprint. A draft about a step is made while that step is open. */
  about(client: StageClient, stepId: StepId | null): NoteDraft {
    const known = this.#drafts.get(stepId);
    if (known) return known;
    const { facilitatorNotes: notes } = client.stage;
    const note = (stepId === null ? notes?.sprint : notes?.step) ?? null;
    const draft = new NoteDraft(saverOf(client, stepId), note);
    this.#drafts.set(stepId, draft);
    return draft;
  }

  flush(): void {
    for (const draft of this.#drafts.values()) void draft.flush();
  }
}

function saverOf(client: StageClient, stepId: StepId | null): SaveNote {
  return async (text, version) => {
    const sent = await client.send(
      { kind: 'write-facilitator-note', stepId, text, version },
      { silent: true },
    );
    if (sent.ok) return sent.result;
    return sent.refusal?.code === 'changed-meanwhile' ? 'changed-meanwhile' : 'not-saved';
  };
}
