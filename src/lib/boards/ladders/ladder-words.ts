/** What stands on a ladder in words: its rungs, states, choices, what it lacks and what weakens its words. */
import type { Audience, Character, Lack, Rung, RungState } from '#domain/klantbelofte/ladder';
import type { NormBound, NormRefusal, NormUnit } from '#domain/klantbelofte/norm';
import type { SigningLack } from '#domain/klantbelofte/signing';
import type { Strength } from '#domain/klantbelofte/strength';
import type { WordingRule } from '#domain/klantbelofte/wording';
import type { Pillar, SourceKind } from '#document/kinds/ladders/records';
import { m } from '$lib/paraglide/messages';

type Say = () => string;

export const rungWords: Readonly<Record<Rung, Say>> = {
  behoefte: m.ladders_behoefte,
  belofte: m.ladders_belofte,
  bewijs: m.ladders_bewijs,
};

export const stateWords: Readonly<Record<RungState, Say>> = {
  waits: m.ladders_state_waits,
  open: m.ladders_state_open,
  hangs: m.ladders_state_hangs,
  broken: m.ladders_state_broken,
  lit: m.ladders_state_lit,
};

export const sourceWords: Readonly<Record<SourceKind, Say>> = {
  hmw: m.ladders_source_hmw,
  pain: m.ladders_source_pain,
  quote: m.ladders_source_quote,
  observation: m.ladders_source_observation,
};

export const characterWords: Readonly<Record<Character, Say>> = {
  general: m.ladders_character_general,
  'brand-worthy': m.ladders_character_brand_worthy,
};

export const audienceWords: Readonly<Record<Audience, Say>> = {
  internal: m.ladders_audience_internal,
  public: m.ladders_audience_public,
};

export const pillarWords: Readonly<Record<Pillar, Say>> = {
  personalisation: m.ladders_pillar_personalisation,
  integrity: m.ladders_pillar_integrity,
  expectations: m.ladders_pillar_expectations,
  resolution: m.ladders_pillar_resolution,
  'time-and-effort': m.ladders_pillar_time_and_effort,
  empathy: m.ladders_pillar_empathy,
};

export const strengthWords: Readonly<Record<Strength, Say>> = {
  opinion: m.ladders_strength_opinion,
  'seen-in-test': m.ladders_strength_seen_in_test,
  'pilot-data': m.ladders_strength_pilot_data,
  'running-data': m.ladders_strength_running_data,
};

export const boundWords: Readonly<Record<NormBound, Say>> = {
  within: m.ladders_norm_within,
  ahead: m.ladders_norm_ahead,
  'at-most': m.ladders_norm_at_most,
  'at-least': m.ladders_norm_at_least,
};

export const unitWords: Readonly<Record<NormUnit, Say>> = {
  minute: m.ladders_norm_minute,
  hour: m.ladders_norm_hour,
  day: m.ladders_norm_day,
  'working-day': m.ladders_norm_working_day,
  week: m.ladders_norm_week,
  month: m.ladders_norm_month,
  euro: m.ladders_norm_euro,
  percent: m.ladders_norm_percent,
  time: m.ladders_norm_time,
};

export const normRefusalWords: Readonly<Record<NormRefusal, Say>> = {
  'no-threshold': m.ladders_norm_no_threshold,
  'no-unit': m.ladders_norm_no_unit,
  'threshold-out-of-range': m.ladders_norm_threshold_out_of_range,
  'share-out-of-range': m.ladders_norm_share_out_of_range,
  'bound-needs-time': m.ladders_norm_bound_needs_time,
};

/** Why a belofte is not simply signed. */
export const signingLackWords: Readonly<Record<SigningLack, Say>> = {
  'no-behoefte': m.ladders_lack_no_behoefte,
  'no-belofte': m.ladders_lack_no_belofte,
  'no-proof': m.ladders_lack_no_proof,
  contradicted: m.ladders_lack_contradicted,
};

/** What is said of the words, and why with a better example. */
export const wordingWords: Readonly<
  Record<WordingRule, { says: (inputs: { words: string }) => string; why: Say }>
> = {
  vague: { says: m.ladders_hint_vague, why: m.ladders_hint_vague_why },
  effort: { says: m.ladders_hint_effort, why: m.ladders_hint_effort_why },
  unmeasured: { says: m.ladders_hint_unmeasured, why: m.ladders_hint_unmeasured_why },
  jargon: { says: m.ladders_hint_jargon, why: m.ladders_hint_jargon_why },
  slogan: { says: m.ladders_hint_slogan, why: m.ladders_hint_slogan_why },
  'too-long': { says: () => m.ladders_hint_too_long(), why: m.ladders_hint_too_long_why },
};

export const lackWords: Readonly<Record<Lack, Say>> = {
  behoefte: m.ladders_lack_behoefte,
  who: m.ladders_lack_who,
  moment: m.ladders_lack_moment,
  source: m.ladders_lack_source,
  weight: m.ladders_lack_weight,
  belofte: m.ladders_lack_belofte,
  norm: m.ladders_lack_norm,
  channel: m.ladders_lack_channel,
  exceptions: m.ladders_lack_exceptions,
  theme: m.ladders_lack_theme,
  character: m.ladders_lack_character,
  audience: m.ladders_lack_audience,
  bewijs: m.ladders_lack_bewijs,
  'errand-owner': m.ladders_lack_errand_owner,
  'errand-date': m.ladders_lack_errand_date,
  measure: m.ladders_lack_measure,
  owner: m.ladders_lack_owner,
  recovery: m.ladders_lack_recovery,
  employee: m.ladders_lack_employee,
  'review-date': m.ladders_lack_review_date,
};
