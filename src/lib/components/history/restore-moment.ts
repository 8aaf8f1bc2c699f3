/** Puts a board back as it was, says so, and offers to undo it: that puts back what was there just before. */
import { toast } from 'svelte-sonner';
import type { BoardMoment } from '#protocol/history';
import type { StageClient } from '$lib/live/stage-client.svelte';
import { m } from '$lib/paraglide/messages';

/** @returns whether it was done; a refusal has been said then. */
export async function restoreMoment(
  client: StageClient,
  { boardId, id }: Pick<BoardMoment, 'boardId' | 'id'>,
): Promise<boolean> {
  const sent = await client.send({ kind: 'restore-snapshot', boardId, snapshotId: id });
  if (!sent.ok) return false;
  const { beforeId } = sent.result;
  toast.success(m.history_restored(), {
    action: { label: m.history_undo(), onClick: () => void undo(client, { boardId, beforeId }) },
  });
  return true;
}

async function undo(
  client: StageClient,
  { boardId, beforeId }: { boardId: string; beforeId: string },
): Promise<void> {
  const sent = await client.send({ kind: 'restore-snapshot', boardId, snapshotId: beforeId });
  if (sent.ok) toast.success(m.history_undone());
}
