/** The authority of a sprint in which nothing has happened: whole, so that a test which makes one is told of each new part. */
import type { Authority } from '#server/stage/authority';

export const bareAuthority: Omit<Authority, 'sprint'> = {
  ...{ members: [], steps: [], boards: [], rooms: [], rounds: [], undoneRounds: {} },
  ...{ candidates: [], dots: [], heatPlaces: [], toldHeat: new Map(), decisions: [] },
  ...{ sketches: [], waitingQuestions: [], takenAlong: [] },
  ...{ customers: [], taskResults: [], askings: [], customerAnswers: [], customerLinks: [] },
  ...{ mandate: null, joinLinks: [], door: null, facilitatorNotes: [] },
};
