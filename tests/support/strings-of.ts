/** What a test that searches for secrets looks through in a document. */
import * as Y from 'yjs';

/** Every string a document holds or ever held, deleted ones included, and what waits in it for what it lacks. */
export function stringsOf(doc: Y.Doc): string {
  const found: string[] = [];
  const pending = doc.store.pendingStructs?.update;
  if (pending) found.push(Buffer.from(pending).toString('utf8'));
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      const content = struct.content;
      if (content instanceof Y.ContentString) found.push(content.str);
      else if (content instanceof Y.ContentAny) found.push(JSON.stringify(content.arr));
      else if (content instanceof Y.ContentJSON) found.push(JSON.stringify(content.arr));
      else if (content instanceof Y.ContentEmbed) found.push(JSON.stringify(content.embed));
      if (struct.parentSub) found.push(struct.parentSub);
    }
  }
  return found.join('\n');
}
