/** The one kind of database handle in the server: Drizzle over postgres.js on a real PostgreSQL. */
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type * as tables from '#server/db/tables';

export type Database = PostgresJsDatabase<typeof tables>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
