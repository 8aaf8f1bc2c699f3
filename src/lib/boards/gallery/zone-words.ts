/** How the nine zones of a panel are called. */
import type { Zone } from '#domain/votes/exhibit-box';
import { m } from '$lib/paraglide/messages';

export const zoneWords: Readonly<Record<Zone, () => string>> = {
  'top-left': m.gallery_zone_top_left,
  top: m.gallery_zone_top,
  'top-right': m.gallery_zone_top_right,
  left: m.gallery_zone_left,
  middle: m.gallery_zone_middle,
  right: m.gallery_zone_right,
  'bottom-left': m.gallery_zone_bottom_left,
  bottom: m.gallery_zone_bottom,
  'bottom-right': m.gallery_zone_bottom_right,
};
