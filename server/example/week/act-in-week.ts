/** A turn of the stand-ins in an exercise that has a tool of its own. */
import type { Moment, Pause } from '#server/example/moment';
import { drawAlone } from '#server/example/week/draw-alone';
import { joinPart } from '#server/example/week/join-part';
import {
  askAround,
  chooseOnePrototype,
  criticise,
  dotSketches,
  layDownSupervote,
  pollWithReason,
} from '#server/example/week/in-the-museum';
import { observeTalks } from '#server/example/week/observe';
import { presentDemos } from '#server/example/week/present-demos';
import { keep, nameNeeds, prove } from '#server/example/week/promise';
import { tellStory } from '#server/example/week/tell-story';

type Turn = (moment: Moment) => Promise<Pause>;

/** By exercise and phase; what is not named is done as in any other step. */
const turns: Readonly<Record<string, Turn>> = {
  'lightning-demos reveal': presentDemos,
  'verdelen open': joinPart,
  'notities writing': drawAlone,
  'ideeen writing': drawAlone,
  'crazy-8s writing': drawAlone,
  'oplossingsschets writing': drawAlone,
  'museum open': askAround,
  'heatmap voting': dotSketches,
  'bliksemkritiek open': criticise,
  'strawpoll voting': pollWithReason,
  'supervote voting': layDownSupervote,
  'rumble open': chooseOnePrototype,
  'storyboard open': tellStory,
  'conceptbeloften open': nameNeeds,
  'conceptbeloften decision': keep,
  'interviews open': observeTalks,
  'klantbeloften open': prove,
  'belofte-keuze decision': keep,
  'belofte-keuze open': prove,
};

/** @returns undefined where the exercise has no turn of its own in this phase. */
export function turnInWeek({ step, phase }: Moment): Turn | undefined {
  return turns[`${step.exercise} ${phase}`];
}
