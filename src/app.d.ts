import type { App as Sprintkamer } from '#server/app';
import type { Session } from '#server/auth/session';

declare global {
  namespace App {
    interface Locals {
      /** The server: everything a route may ask. */
      app: Sprintkamer;
      /** Who is on the line; null for a visitor. */
      session: Session | null;
      /** Language of this answer. */
      language: 'nl' | 'en';
    }
    interface Error {
      message: string;
      /** Where something broke: the same id is in the log. */
      id?: string;
    }
  }
}

export {};
