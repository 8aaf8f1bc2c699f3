/** Files of this server as data addresses, so that an exported picture stands on its own. */

/** @returns undefined when it cannot be had: the export goes on without it. */
export async function dataAddress(path: string, signal?: AbortSignal): Promise<string | undefined> {
  try {
    const answer = await fetch(path, signal ? { signal } : {});
    if (!answer.ok) return undefined;
    return await asDataAddress(await answer.blob());
  } catch (error) {
    if (signal?.aborted) throw error;
    return undefined;
  }
}

function asDataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'));
    reader.readAsDataURL(blob);
  });
}
