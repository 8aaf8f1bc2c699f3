import { loadSeat, takeSeat } from '$lib/forms/seat-page';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadSeat(event, 'phone');

export const actions: Actions = { default: (event) => takeSeat(event, 'phone') };
