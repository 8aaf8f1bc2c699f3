/** How components reach the stage and what belongs to this browser's visit; set by the sprint's layout. */
import { createContext } from 'svelte';
import type { RevealCountdown } from '$lib/sprint/reveal-countdown.svelte';
import type { SprintVisit } from '$lib/sprint/sprint-visit.svelte';
import type { StageClient } from './stage-client.svelte';

const [useStage, giveStage] = createContext<StageClient>();
const [useVisit, giveVisit] = createContext<SprintVisit>();
const [useCountdown, giveCountdown] = createContext<RevealCountdown>();

export { giveCountdown, giveStage, giveVisit, useCountdown, useStage, useVisit };
