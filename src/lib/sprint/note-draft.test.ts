import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoteDraft, type SaveNote } from '$lib/sprint/note-draft.svelte';

const PAUSE_MS = 1_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server with one note: keeps versions, and refuses who had read an older one. */
function server({ reachable = true } = {}) {
  const kept = { text: '', version: 0, saves: 0, reachable };
  const save: SaveNote = async (text, version) => {
    if (!kept.reachable) return 'not-saved';
    if (version !== kept.version) return 'changed-meanwhile';
    Object.assign(kept, { text, version: version + 1, saves: kept.saves + 1 });
    return { version: kept.version };
  };
  const write = (text: string) => {
    Object.assign(kept, { text, version: kept.version + 1 });
    return { text, version: kept.version };
  };
  return { kept, save, write };
}

describe('[R48] a note that facilitators write', () => {
  it('[R48] is saved once, a moment after the last key', async () => {
    const { kept, save } = server();
    const draft = new NoteDraft(save, null);
    for (const text of ['B', 'Bo', 'Bo is stil']) {
      draft.text = text;
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(kept.saves).toBe(0);
    expect(draft.status).toBe('busy');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(kept).toMatchObject({ text: 'Bo is stil', saves: 1 });
    expect(draft.status).toBe('saved');
  });

  it('[R48] saves what was typed while an older text was on its way', async () => {
    const { kept, save } = server();
    const draft = new NoteDraft(save, null);
    draft.text = 'een';
    const saving = draft.flush();
    draft.text = 'een twee';
    await saving;
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(kept.text).toBe('een twee');
    expect(draft.status).toBe('saved');
  });

  it('[R48] keeps what was typed without a connection, and saves it when that is back', async () => {
    const { kept, save } = server({ reachable: false });
    const draft = new NoteDraft(save, null);
    draft.text = 'offline';
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(draft).toMatchObject({ status: 'kept', text: 'offline' });
    kept.reachable = true;
    await draft.flush();
    expect(kept.text).toBe('offline');
    expect(draft.status).toBe('saved');
  });

  it('[R48] takes over a newer text where nothing was typed', () => {
    const { save, write } = server();
    const draft = new NoteDraft(save, write('oud'));
    draft.hear(write('nieuw'));
    expect(draft).toMatchObject({ text: 'nieuw', status: 'saved', theirs: null });
  });
});

describe('[R49] two facilitators write the same note', () => {
  async function met() {
    const world = server();
    const draft = new NoteDraft(world.save, null);
    draft.text = 'van mij';
    const theirs = world.write('van de ander');
    await draft.flush();
    draft.hear(theirs);
    return { ...world, draft };
  }

  it('[R49] shows the other text and loses neither', async () => {
    const { draft, kept } = await met();
    expect(draft).toMatchObject({ text: 'van mij', theirs: 'van de ander', status: 'conflict' });
    expect(kept.text).toBe('van de ander');
    draft.text = 'van mij, langer';
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(kept.text).toBe('van de ander');
    draft.joinTheirs();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(kept.text).toBe('van mij, langer\n\nvan de ander');
    expect(draft).toMatchObject({ status: 'saved', theirs: null });
  });

  it('[R49] says that two texts together are too long, keeps both, and saves once they fit', async () => {
    const { kept, save, write } = server();
    const draft = new NoteDraft(save, null);
    draft.text = 'a'.repeat(6_000);
    draft.hear(write('b'.repeat(6_000)));
    draft.joinTheirs();
    expect([draft.status, draft.text.length, kept.saves]).toEqual(['too-long', 12_002, 0]);
    draft.text = draft.text.slice(0, 9_000);
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect([draft.status, kept.text.length]).toEqual(['saved', 9_000]);
  });

  it('[R49] lets one text win only when that was asked for', async () => {
    const { draft, kept } = await met();
    draft.keepMine();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(kept.text).toBe('van mij');
    expect(draft.theirs).toBeNull();
  });

  it('[R49] hears of the newer text also when it came while saving', async () => {
    const world = server();
    const draft = new NoteDraft(world.save, null);
    draft.text = 'van mij';
    const theirs = world.write('van de ander');
    const saving = draft.flush();
    draft.hear(theirs);
    await saving;
    expect(draft).toMatchObject({ status: 'conflict', theirs: 'van de ander' });
  });
});
