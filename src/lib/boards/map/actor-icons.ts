/** The signs that an actor may carry, and what each is called. */
import Building2 from '@lucide/svelte/icons/building-2';
import Calendar from '@lucide/svelte/icons/calendar';
import Headset from '@lucide/svelte/icons/headset';
import House from '@lucide/svelte/icons/house';
import Monitor from '@lucide/svelte/icons/monitor';
import Phone from '@lucide/svelte/icons/phone';
import Store from '@lucide/svelte/icons/store';
import Truck from '@lucide/svelte/icons/truck';
import User from '@lucide/svelte/icons/user-round';
import Users from '@lucide/svelte/icons/users-round';
import type { ActorIcon } from '#document/kinds/map/records';
import { m } from '$lib/paraglide/messages';

export const actorIconWords: Readonly<Record<ActorIcon, () => string>> = {
  person: m.map_icon_person,
  people: m.map_icon_people,
  home: m.map_icon_home,
  desk: m.map_icon_desk,
  phone: m.map_icon_phone,
  van: m.map_icon_van,
  shop: m.map_icon_shop,
  building: m.map_icon_building,
  calendar: m.map_icon_calendar,
  screen: m.map_icon_screen,
};

export const actorIconSigns: Readonly<Record<ActorIcon, typeof User>> = {
  person: User,
  people: Users,
  home: House,
  desk: Headset,
  phone: Phone,
  van: Truck,
  shop: Store,
  building: Building2,
  calendar: Calendar,
  screen: Monitor,
};
