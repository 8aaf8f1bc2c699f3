/** GET the sprint's days, and for who knows the customers their talks, as a calendar file. */
import type { RequestHandler } from '@sveltejs/kit';
import type { Day } from '#domain/sprint/days';
import { refusedPage } from '$lib/forms/refused-page';
import { m } from '$lib/paraglide/messages';
import { dayName } from '$lib/sprint/week-days';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  try {
    const words = {
      day: (day: Day) => dayName(day),
      talk: (label: string) => m.sprint_calendar_talk({ label }),
    };
    const { calendar, config } = locals.app;
    // The first address is the server's own: by another one an entry would be another, and doubled.
    const how = { words, origin: config.origins[0] ?? url.origin };
    const file = await calendar.week(locals.session, params.sprintId ?? '', how);
    return new Response(file, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="sprint.ics"',
        'cache-control': 'no-store',
      },
    });
  } catch (thrown) {
    refusedPage(thrown, url);
  }
};
