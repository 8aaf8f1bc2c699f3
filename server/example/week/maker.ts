/** Who of the stand-ins makes what, as the case of the sprint has it. */
import { styles, type Maker } from '#server/example/week/story';
import type { PenStyle } from '#server/example/week/drawing';
import type { Moment, StandIn } from '#server/example/moment';

/** Which of the case's four they are, from 0. */
export function placeOf({ story }: Pick<Moment, 'story'>, { persona }: StandIn): number {
  return story.standIns.indexOf(persona);
}

/** What they bring. Throws when the case has fewer makers than stand-ins: cases are part of the program. */
export function makerOf(moment: Pick<Moment, 'story'>, standIn: StandIn): Maker {
  const maker = moment.story.week.makers[placeOf(moment, standIn)];
  if (!maker) throw new Error(`nothing to make for ${standIn.persona.name}`);
  return maker;
}

export function styleOf(moment: Pick<Moment, 'story'>, standIn: StandIn): PenStyle {
  const style = styles[placeOf(moment, standIn) % styles.length] ?? styles[0];
  if (!style) throw new Error('no style to draw in');
  return { ...style, seed: standIn.persona.name };
}
