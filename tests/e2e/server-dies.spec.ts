/** The server is killed while people write, and comes back. */
import { beginStory, expect, register, startProcess, test, withDataDir } from './support/kamer';

test('a killed server loses nothing and doubles nothing, and nobody has to come in again', async ({
  browser,
}) => {
  test.slow();
  await withDataDir(async (dataDir) => {
    let server = await startProcess({ dataDir });
    const account = await register(browser, server.url, 'fenna@voorbeeld.nl');
    const story = await beginStory(browser, { url: server.url, account });
    const facilitator = await story.facilitator();
    const writers = [await story.join('Anouk de Vries'), await story.join('Daan Mulder')];
    await facilitator.openExercise('hmw');

    for (const [at, writer] of writers.entries()) {
      await writer.write(`opgeslagen voor de klap ${at}`);
      await expect(writer.saved).toHaveText('Opgeslagen');
    }
    // Halfway through a sentence the server is gone.
    for (const [at, writer] of writers.entries()) await writer.write(`midden in de zin ${at}`);
    await server.kill();
    for (const [at, writer] of writers.entries()) {
      await expect(writer.saved).toHaveText('Offline, bewaard op dit apparaat');
      await writer.write(`geschreven zonder server ${at}`);
    }

    server = await startProcess({ dataDir, port: server.port });
    for (const [at, writer] of writers.entries()) {
      await expect(writer.saved).toHaveText('Opgeslagen', { timeout: 30_000 });
      expect(await writer.pileTexts()).toEqual([
        `opgeslagen voor de klap ${at}`,
        `midden in de zin ${at}`,
        `geschreven zonder server ${at}`,
      ]);
      // The browser that starts anew from the server alone sees the same.
      await writer.page.reload();
      await expect.poll(() => writer.pileTexts()).toHaveLength(3);
    }
    await expect(facilitator.cockpit.getByText('6 briefjes geschreven')).toBeVisible({
      timeout: 30_000,
    });
    await facilitator.act('Onthul alle briefjes');
    const all = [0, 1]
      .flatMap((at) => [
        `opgeslagen voor de klap ${at}`,
        `midden in de zin ${at}`,
        `geschreven zonder server ${at}`,
      ])
      .sort();
    for (const person of [facilitator, ...writers]) {
      await expect.poll(() => person.wallTexts()).toEqual(all);
    }
    await story.end();
    await server.stop();
  });
});
