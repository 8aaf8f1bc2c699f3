/** What a scribe pins, in words. */
import type { StandoutSign } from '#document/kinds/gallery/records';
import { m } from '$lib/paraglide/messages';

export const signWords: Readonly<Record<StandoutSign, () => string>> = {
  standout: m.gallery_sign_standout,
  worry: m.gallery_sign_worry,
  missed: m.gallery_sign_missed,
};
