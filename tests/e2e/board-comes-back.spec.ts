/** What is stored of a board is damaged: who facilitates gets it back, and everybody else finds it back. */
import postgres from 'postgres';
import { reachEmbedded } from '#server/db/embedded/embedded';
import { createLog } from '#server/log';
import { beginStory, expect, register, startProcess, test, withDataDir } from './support/kamer';

/** A row that is no update behind what is stored of every board. */
async function damageBoards(dataDir: string): Promise<void> {
  const database = await reachEmbedded(dataDir, { log: createLog('silent') });
  const sql = postgres(database.url, { max: 1 });
  try {
    await sql`
      insert into room_updates (room_id, seq, update)
      select rooms.id, max(seq) + 1, '\\xfefefefe'::bytea
      from room_updates join rooms on rooms.id = room_id
      where board_id is not null group by rooms.id`;
  } finally {
    await sql.end();
    await database.stop();
  }
}

test('a board that cannot be read is put back by who facilitates, and the others find it back by themselves', async ({
  browser,
}) => {
  test.slow();
  await withDataDir(async (dataDir) => {
    let server = await startProcess({ dataDir });
    const account = await register(browser, server.url, 'fenna@voorbeeld.nl');
    const story = await beginStory(browser, { url: server.url, account });
    const [facilitator, anna] = [await story.facilitator(), await story.join('Anna de Vries')];
    await facilitator.openExercise('hmw');
    await anna.write('laat weten waar de monteur is', 'bel van tevoren');
    await expect(anna.saved).toHaveText(/Opgeslagen/);
    const stepId = facilitator.step('hmw').id;
    await facilitator.did({ kind: 'advance-phase', stepId, from: 'writing', to: 'reveal' });
    await facilitator.inPhase('reveal');
    await facilitator.did({ kind: 'next-step', from: stepId });
    await expect(anna.note()).toHaveCount(2);

    await server.stop();
    await damageBoards(dataDir);
    server = await startProcess({ dataDir, port: server.port });

    const stuck = anna.page.getByRole('alert');
    await expect(stuck).toContainText('De facilitator kan het terugzetten', { timeout: 30_000 });
    await expect(anna.page.getByRole('link', { name: 'Zet terug' })).toHaveCount(0);
    await expect(anna.saved).toHaveText('Niet alles is opgeslagen');
    const way = facilitator.page.getByRole('link', { name: 'Zet terug naar een eerder moment' });
    await expect(way).toBeVisible({ timeout: 30_000 });
    await way.click();
    const boards = facilitator.page.getByRole('navigation', { name: 'Borden' });
    await expect(facilitator.page.getByRole('alert')).toContainText('Kies links een moment');
    await boards.getByRole('link', { name: /Stap gesloten/ }).click();
    await expect(facilitator.note()).toHaveCount(2);
    await facilitator.page.getByRole('button', { name: 'Zet terug' }).click();
    // Without a reload, at the board's new address.
    await expect(anna.note()).toHaveCount(2, { timeout: 30_000 });
    await facilitator.page.goto(facilitator.roomPath);
    await expect(facilitator.note('bel van tevoren')).toBeVisible();
    await story.end();
    await server.stop();
  });
});
