/** The word and the picture of each reaction. */
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import Heart from '@lucide/svelte/icons/heart';
import Laugh from '@lucide/svelte/icons/laugh';
import PartyPopper from '@lucide/svelte/icons/party-popper';
import ThumbsUp from '@lucide/svelte/icons/thumbs-up';
import type { Component } from 'svelte';
import type { Reaction } from '#protocol/reactions';
import Clap from '$lib/components/ui/Clap.svelte';
import { m } from '$lib/paraglide/messages';

export const reactionIcons: Record<Reaction, Component<{ size?: number | string }>> = {
  thumb: ThumbsUp,
  heart: Heart,
  clap: Clap,
  laugh: Laugh,
  party: PartyPopper,
  question: CircleQuestionMark,
};

const words: Record<Reaction, () => string> = {
  thumb: m.room_reaction_thumb,
  heart: m.room_reaction_heart,
  clap: m.room_reaction_clap,
  laugh: m.room_reaction_laugh,
  party: m.room_reaction_party,
  question: m.room_reaction_question,
};

export function reactionWord(reaction: Reaction): string {
  return words[reaction]();
}
