/** A migrated, empty PostgreSQL database of one's own, for one test or one test file. */
import { inject } from 'vitest';
import { connectDatabase, type OpenDatabase } from '#server/db/open';
import {
  administer,
  databaseUrl,
  findTemplate,
  freshName,
  userOf,
  type Template,
} from '#tests/support/template-database';

export type FreshDatabase = OpenDatabase & { readonly url: string };

let template: Promise<Template> | undefined;

/** `close()` ends its connections and removes it. */
export async function freshDatabase({
  connections = 10,
  onStatement,
}: { connections?: number; onStatement?: (sql: string) => void } = {}): Promise<FreshDatabase> {
  template ??= findTemplate(inject('runFolder'));
  const { adminUrl, appUrl, name: original } = await template;
  const name = freshName('test');
  const admin = administer(adminUrl);
  const owner = admin(userOf(appUrl));
  await admin`create database ${admin(name)} owner ${owner} template ${admin(original)}`;
  const url = databaseUrl(appUrl, name);
  const open = connectDatabase(url, { connections, ...(onStatement && { onStatement }) });
  return {
    ...open,
    url,
    async close() {
      await open.close();
      await admin`drop database if exists ${admin(name)} with (force)`;
      await admin.end();
    },
  };
}
