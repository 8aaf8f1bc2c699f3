/** Every command by every kind of person: complete by construction, a command without a row does not compile. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, ANSWERING, askOnMonday, openAnswers } from '#tests/support/answering';
import { climb, planLadders } from '#tests/support/ladders-world';
import { commandKinds, type CommandKind } from '#domain/sprint/permissions';
import type { CommandInput } from '#protocol/commands';
import { steps } from '#server/db/tables';
import { addStepOf, openOnMuseum, roundOf } from '#tests/support/museum';
import { makeGround, type Ground } from '#tests/support/ground';
import { drawSketch, galleryIn, handIn, openMuseum, planSketching } from '#tests/support/sketching';
import { askAloud, keepConcepts, saidOpenly } from '#tests/support/asking';
import {
  beginTalk,
  customerNamed,
  customerOf,
  openInterviews,
  planCustomers,
  roundOff,
} from '#tests/support/interviewing';
import { actors, World, type Actor } from '#tests/support/sprint-world';

type Row = {
  /** Who may; everybody else is refused for who they are. */
  by: readonly Actor[];
  /** Brings the sprint to a moment at which the command makes sense. */
  when?: (world: World) => Promise<unknown>;
  input: (world: World, actor: Actor) => CommandInput | Promise<CommandInput>;
};

const facilitator = ['facilitator'] as const;
const decider = ['beslisser', 'stand-in'] as const;
// Who interviews has that duty beside a role, and is tried in the tests of the interviews.
const namers = facilitator;
const insiders = ['facilitator', 'deelnemer', 'expert', 'waarnemer', ...decider] as const;

const hmwOpen = (world: World) => world.open('hmw');
const planned = (world: World) => ({ stepId: world.step('doel') });
const toMember = (world: World) => ({ memberId: world.memberIds.account });

async function onStoryboard(world: World) {
  await world.addStep('storyboard');
  await world.open('storyboard');
}

async function toDecision(world: World) {
  await world.openVote();
  await world.must('facilitator', world.advance('hmw-stemmen', 'voting', 'result'));
  await world.must('facilitator', world.advance('hmw-stemmen', 'result', 'decision'));
}

async function decision(world: World): Promise<CommandInput> {
  const { ids } = await world.round();
  const stepId = world.step('hmw-stemmen');
  return { kind: 'decide', stepId, candidateId: ids[0] ?? '', reason: 'daarom' };
}

async function anyDot(world: World) {
  const { roundId, ids } = await world.round();
  return { roundId, candidateId: ids[0] ?? '' };
}

const sketchers = ['facilitator', 'deelnemer', ...decider] as const;

async function everybodyDraws(world: World): Promise<void> {
  await planSketching(world);
  await world.open('oplossingsschets');
  for (const who of sketchers) await drawSketch(world, who, { title: who });
}

async function anExhibit(world: World): Promise<string> {
  return (await galleryIn(world)).exhibits[0]?.id ?? '';
}

const rows: Record<CommandKind, Row> = {
  'open-step': { by: facilitator, input: (world) => ({ kind: 'open-step', ...planned(world) }) },
  'close-step': {
    by: facilitator,
    when: hmwOpen,
    input: (world) => ({ kind: 'close-step', stepId: world.step('hmw') }),
  },
  'next-step': { by: facilitator, input: () => ({ kind: 'next-step', from: null }) },
  'skip-step': {
    by: facilitator,
    input: (world) => ({ kind: 'skip-step', ...planned(world), skipped: true }),
  },
  'move-step': {
    by: facilitator,
    input: (world) => ({ kind: 'move-step', ...planned(world), day: 2, before: null }),
  },
  'repeat-step': {
    by: facilitator,
    input: (world) => ({ kind: 'repeat-step', ...planned(world) }),
  },
  'add-step': {
    by: facilitator,
    input: () => ({ kind: 'add-step', exercise: 'pauze', day: 1, before: null }),
  },
  'remove-step': {
    by: facilitator,
    input: (world) => ({ kind: 'remove-step', ...planned(world) }),
  },
  'retime-step': {
    by: facilitator,
    input: (world) => ({ kind: 'retime-step', ...planned(world), minutes: 25 }),
  },
  'set-step-choices': {
    by: facilitator,
    input: (world) => ({
      kind: 'set-step-choices',
      stepId: world.step('note-en-stem'),
      choices: { authorShown: true, dots: 3 },
    }),
  },
  'advance-phase': {
    by: facilitator,
    when: hmwOpen,
    input: (world) => world.advance('hmw', 'writing', 'reveal'),
  },
  'cancel-reveal': {
    by: facilitator,
    when: async (world) => {
      await world.open('hmw');
      const revealAt = new Date(world.ground.clock.now().getTime() + 60_000);
      await world.ground.db
        .update(steps)
        .set({ revealAt })
        .where(eq(steps.id, world.step('hmw')));
    },
    input: (world) => ({ kind: 'cancel-reveal', stepId: world.step('hmw') }),
  },
  'amend-decision': {
    by: ['facilitator', ...decider],
    when: async (world) => {
      await world.decideGoal();
      await world.open('hmw');
    },
    input: (world) => ({
      ...{ kind: 'amend-decision', stepId: world.step('doel'), from: 'Iedereen op tijd' },
      ...{ text: 'Negen van de tien op tijd', reason: 'Dat kan wel' },
    }),
  },
  'give-turn': {
    by: facilitator,
    when: async (world) => {
      const { db } = world.ground;
      const demos = { exercise: 'lightning-demos', phase: 'reveal' };
      await db
        .update(steps)
        .set(demos)
        .where(eq(steps.id, world.step('doel')));
      await world.open('doel');
    },
    input: (world) => ({ kind: 'give-turn', stepId: world.step('doel'), from: null, to: 'a' }),
  },
  'admit-late': {
    by: facilitator,
    when: async (world) => {
      await world.open('hmw');
      await world.open('hmw-ordenen');
    },
    input: (world) => ({ kind: 'admit-late', stepId: world.step('hmw-ordenen'), admit: true }),
  },
  'start-clock': { by: facilitator, when: hmwOpen, input: () => ({ kind: 'start-clock' }) },
  'pause-clock': {
    by: facilitator,
    when: async (world) => {
      await world.open('hmw');
      await world.must('facilitator', { kind: 'start-clock' });
    },
    input: () => ({ kind: 'pause-clock' }),
  },
  'extend-clock': {
    by: facilitator,
    when: hmwOpen,
    input: () => ({ kind: 'extend-clock', minutes: 5 }),
  },
  'back-step': {
    by: facilitator,
    when: async (world) => {
      await world.open('experts');
      await world.open('hmw');
    },
    input: (world) => ({ kind: 'back-step', from: world.step('hmw') }),
  },
  'squeeze-day': {
    by: facilitator,
    input: (world) => ({ kind: 'squeeze-day', steps: [{ ...planned(world), minutes: 7 }] }),
  },
  'set-board-lock': {
    by: facilitator,
    when: hmwOpen,
    input: async (world) => ({
      ...{ kind: 'set-board-lock', boardId: await world.boardId('hmw'), locked: true },
    }),
  },
  'set-wide-tools': {
    by: facilitator,
    input: (world) => ({ kind: 'set-wide-tools', ...planned(world), wide: true }),
  },
  'bring-here': {
    by: facilitator,
    when: hmwOpen,
    input: async (world) => {
      const boardId = await world.boardId('hmw');
      return { kind: 'bring-here', boardId, view: { x: 0, y: 0, w: 800, h: 600 } };
    },
  },
  nudge: { by: facilitator, input: (world) => ({ kind: 'nudge', ...toMember(world) }) },
  'write-facilitator-note': {
    by: facilitator,
    input: (world) => ({
      ...{ kind: 'write-facilitator-note', ...planned(world), text: 'Let op Bo', version: 0 },
    }),
  },
  'ask-pen': {
    by: ['facilitator', 'deelnemer', 'expert', ...decider],
    when: onStoryboard,
    input: async (world) => ({
      ...{ kind: 'ask-pen', boardId: await world.boardId('storyboard'), ask: true },
    }),
  },
  // Whose it is to give is told in a test of its own: here each gives away what they hold.
  'pass-pen': {
    by: ['facilitator', 'deelnemer', 'expert', ...decider],
    when: onStoryboard,
    input: async (world, actor) => {
      const boardId = await world.boardId('storyboard');
      await world.run(actor, { kind: 'ask-pen', boardId, ask: true });
      return { kind: 'pass-pen', boardId, memberId: null };
    },
  },
  'set-hand': { by: insiders, input: () => ({ kind: 'set-hand', up: true }) },
  'lower-hand': { by: facilitator, input: (world) => ({ kind: 'lower-hand', ...toMember(world) }) },
  'restore-snapshot': {
    by: facilitator,
    when: (world) => world.openOrdered(),
    input: async (world) => ({
      kind: 'restore-snapshot',
      boardId: await world.boardId('hmw'),
      snapshotId: (await world.moments('hmw'))[0]?.id ?? '',
    }),
  },
  'rebuild-board': {
    by: facilitator,
    when: hmwOpen,
    input: async (world) => ({ kind: 'rebuild-board', boardId: await world.boardId('hmw') }),
  },
  'hand-in': {
    by: ['facilitator', 'deelnemer', ...decider],
    when: everybodyDraws,
    input: (world) => ({ kind: 'hand-in', stepId: world.step('oplossingsschets'), place: 1 }),
  },
  'take-back-sketch': {
    by: ['facilitator', 'deelnemer', ...decider],
    when: async (world) => {
      await everybodyDraws(world);
      for (const who of sketchers) await handIn(world, who);
    },
    input: (world) => ({
      ...{ kind: 'take-back-sketch', stepId: world.step('oplossingsschets'), place: 1 },
    }),
  },
  'ask-question': {
    by: ['facilitator', 'deelnemer', ...decider],
    when: (world) => openMuseum(world, ['deelnemer']),
    input: async (world) => ({
      ...{ kind: 'ask-question', exhibitId: await anExhibit(world), text: 'Belt hij dan?' },
    }),
  },
  'take-back-question': {
    by: ['facilitator', 'deelnemer', ...decider],
    input: () => ({ kind: 'take-back-question', questionId: 'x' }),
  },
  'critique-exhibit': {
    by: facilitator,
    when: async (world) => {
      await openMuseum(world, ['deelnemer']);
      await world.open('bliksemkritiek');
    },
    input: async (world) => ({ kind: 'critique-exhibit', exhibitId: await anExhibit(world) }),
  },
  'reveal-maker': {
    by: facilitator,
    when: async (world) => {
      await openMuseum(world, ['deelnemer']);
      await world.open('bliksemkritiek');
      const exhibitId = await anExhibit(world);
      await world.must('facilitator', { kind: 'critique-exhibit', exhibitId });
    },
    input: async (world) => ({ kind: 'reveal-maker', exhibitId: await anExhibit(world) }),
  },
  // A facilitator anybody's; the others their own.
  'rebuild-pile': {
    by: insiders,
    input: ({ memberIds }, actor) => ({
      kind: 'rebuild-pile',
      memberId: actor === 'facilitator' ? memberIds.expert : (memberIds[actor as 'expert'] ?? 'x'),
    }),
  },
  'set-ready': {
    by: ['facilitator', 'deelnemer', 'expert', ...decider],
    when: hmwOpen,
    input: (world) => ({ kind: 'set-ready', phaseKey: `${world.step('hmw')}/1`, ready: true }),
  },
  'cast-dot': {
    by: ['facilitator', 'deelnemer', ...decider],
    when: (world) => world.openVote(),
    input: async (world) => ({ kind: 'cast-dot', ...(await anyDot(world)) }),
  },
  'take-back-dot': {
    by: ['facilitator', 'deelnemer', ...decider],
    when: async (world) => {
      await world.openVote();
      const dot = await anyDot(world);
      for (const who of ['facilitator', 'deelnemer', ...decider] as const) {
        await world.must(who, { kind: 'cast-dot', ...dot });
      }
    },
    input: async (world) => ({ kind: 'take-back-dot', ...(await anyDot(world)) }),
  },
  // While a mandate runs the dots are the stand-in's.
  'lay-down-supervote': {
    by: ['stand-in'],
    when: async (world) => {
      const { roundId, ids } = await openOnMuseum(world, 'supervote');
      await world.must('stand-in', { kind: 'cast-dot', roundId, candidateId: ids[0] ?? '' });
    },
    input: async (world) => {
      const { roundId } = await roundOf(world, 'supervote');
      return { kind: 'lay-down-supervote', roundId, reason: 'daarom' };
    },
  },
  'choose-prototypes': {
    by: decider,
    when: async (world) => {
      await addStepOf(world, 'rumble');
      await world.open('rumble');
    },
    input: (world) => ({
      ...{ kind: 'choose-prototypes', stepId: world.step('rumble') },
      ...{ choice: 'all-in-one', reason: 'daarom' },
    }),
  },
  'begin-trial': {
    by: facilitator,
    when: async (world) => {
      await world.addStep('proefronde');
      await world.open('proefronde');
    },
    input: (world) => ({
      ...{ kind: 'begin-trial', stepId: world.step('proefronde'), reason: 'ziek' },
    }),
  },
  'decide-go': {
    by: [...facilitator, ...decider],
    when: async (world) => {
      await world.addStep('gereedheid');
      await world.open('gereedheid');
    },
    input: (world) => ({
      ...{ kind: 'decide-go', stepId: world.step('gereedheid'), go: true, reason: 'K4 belt nog' },
    }),
  },
  'postpone-last-day': {
    by: facilitator,
    input: () => ({ kind: 'postpone-last-day', date: '2030-01-14', reason: 'niet af' }),
  },
  'keep-beloften': {
    by: decider,
    when: async (world) => {
      await planLadders(world);
      await world.open('conceptbeloften');
      await climb(world, 'conceptbeloften', [{ id: 'b1', words: 'wij je bellen', proven: true }]);
      for (const [from, to] of [
        ['open', 'writing'],
        ['writing', 'reveal'],
        ['reveal', 'voting'],
        ['voting', 'result'],
        ['result', 'decision'],
      ] as const) {
        await world.must('facilitator', world.advance('conceptbeloften', from, to));
      }
    },
    input: async (world) => {
      const stepId = world.step('conceptbeloften');
      const { rounds, candidates } = await world.authority();
      const round = rounds.find((one) => one.stepId === stepId);
      const kept = candidates.flatMap(({ id, roundId }) => (roundId === round?.id ? [id] : []));
      return { kind: 'keep-beloften', stepId, kept, reason: 'daarom' };
    },
  },
  'sign-beloften': {
    by: decider,
    when: openLadders,
    input: async (world) => ({
      ...{ kind: 'sign-beloften', boardId: await world.boardId('klantbeloften') },
      beloften: [{ id: 'b1', seen: 0, reason: '' }],
    }),
  },
  'change-belofte': {
    by: ['facilitator', ...decider],
    when: async (world) => {
      await openLadders(world);
      const boardId = await world.boardId('klantbeloften');
      const beloften = [{ id: 'b1', seen: 0, reason: '' }];
      await world.must('beslisser', { kind: 'sign-beloften', boardId, beloften });
    },
    input: async (world) => ({
      ...{ kind: 'change-belofte', boardId: await world.boardId('klantbeloften') },
      ...{ belofteId: 'b1', reason: 'daarom' },
    }),
  },
  'lay-down-verdict': {
    by: decider,
    when: async (world) => {
      await askOnMonday(world, ['Kunnen we dit?']);
      await openAnswers(world);
      await answer(world, 'q0', ['yes']);
    },
    input: async (world) => ({
      ...{ kind: 'lay-down-verdict', boardId: await world.boardId(ANSWERING), questionId: 'q0' },
      ...{ verdict: 'yes', text: 'Ze bleven rustig', seen: 0, reason: '' },
    }),
  },
  'lay-down-outcome': {
    by: decider,
    when: async (world) => {
      await world.addStep('besluit');
      await world.open('besluit');
    },
    input: (world) => ({
      ...{ kind: 'lay-down-outcome', stepId: world.step('besluit') },
      ...{ outcome: 'epic-win', text: 'Het belletje werkt' },
    }),
  },
  'take-along': {
    by: ['facilitator', ...decider],
    when: async (world) => {
      const { roundId, ids } = await openOnMuseum(world, 'supervote');
      await world.must('stand-in', { kind: 'cast-dot', roundId, candidateId: ids[0] ?? '' });
      await world.must('stand-in', { kind: 'lay-down-supervote', roundId, reason: 'daarom' });
    },
    input: async (world) => {
      const { candidates } = await world.authority();
      const exhibitId = candidates.at(-1)?.noteIds[0] ?? '';
      return { kind: 'take-along', exhibitId, along: true };
    },
  },
  'lay-late-notes': {
    by: ['facilitator', 'deelnemer', 'expert', ...decider],
    when: async (world) => {
      await world.open('hmw');
      await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
      const stepId = world.step('hmw');
      await world.must('facilitator', { kind: 'admit-late', stepId, admit: true });
    },
    input: async (world, actor) => {
      const writes = ['facilitator', 'deelnemer', 'expert', ...decider].includes(actor);
      const noteIds = writes ? await world.writePile(actor as 'deelnemer', 'hmw', ['laat']) : ['x'];
      return { kind: 'lay-late-notes', stepId: world.step('hmw'), noteIds };
    },
  },
  decide: { by: decider, when: toDecision, input: decision },
  'withdraw-decision': {
    by: decider,
    when: async (world) => {
      await toDecision(world);
      await world.must('beslisser', await decision(world));
    },
    input: (world) => ({ kind: 'withdraw-decision', stepId: world.step('hmw-stemmen') }),
  },
  'add-customer': { by: namers, input: () => customerNamed('Truus') },
  'edit-customer': {
    by: namers,
    when: planCustomers,
    input: async (world) => ({
      ...{ kind: 'edit-customer', customerId: await customerOf(world, 'K1'), name: 'Truus' },
    }),
  },
  'call-in-reserve': {
    by: namers,
    when: planCustomers,
    input: async (world) => ({
      ...{ kind: 'call-in-reserve', customerId: await customerOf(world, 'R1') },
    }),
  },
  'confirm-customer': {
    by: namers,
    when: planCustomers,
    input: async (world) => ({
      ...{ kind: 'confirm-customer', customerId: await customerOf(world, 'K1'), confirmed: true },
    }),
  },
  'miss-customer': {
    by: namers,
    when: planCustomers,
    input: async (world) => ({
      ...{ kind: 'miss-customer', customerId: await customerOf(world, 'K1'), missed: true },
    }),
  },
  'withdraw-customer': {
    by: namers,
    when: planCustomers,
    input: async (world) => ({
      ...{ kind: 'withdraw-customer', customerId: await customerOf(world, 'K1') },
      words: 'erase',
    }),
  },
  'start-interview': {
    by: namers,
    when: openInterviews,
    input: async (world) => ({
      ...{ kind: 'start-interview', customerId: await customerOf(world, 'K1') },
    }),
  },
  'round-off-interview': {
    by: namers,
    when: beginTalk,
    input: async (world) => ({
      ...{ kind: 'round-off-interview', customerId: await customerOf(world, 'K1') },
    }),
  },
  'point-row': {
    by: namers,
    when: beginTalk,
    input: async (world) => ({
      ...{ kind: 'point-row', customerId: await customerOf(world, 'K1'), row: 'a' },
    }),
  },
  'set-task-result': {
    by: namers,
    when: beginTalk,
    input: async (world) => ({
      ...{ kind: 'set-task-result', customerId: await customerOf(world, 'K1') },
      ...{ row: 'a', result: 'helped' },
    }),
  },
  'lay-late-observations': {
    by: ['facilitator', 'deelnemer', 'waarnemer', ...decider],
    when: async (world) => {
      await beginTalk(world);
      await roundOff(world, 'K1');
    },
    input: async (world) => ({
      ...{ kind: 'lay-late-observations', customerId: await customerOf(world, 'K1') },
    }),
  },
  'choose-questionnaires': {
    by: ['facilitator'],
    input: () => ({ kind: 'choose-questionnaires', kinds: ['sus'] }),
  },
  'begin-asking': {
    by: namers,
    when: beginTalk,
    input: async (world) => ({ kind: 'begin-asking', customerId: await customerOf(world, 'K1') }),
  },
  'give-score': {
    by: namers,
    when: askAloud,
    input: async (world) => ({
      ...{ kind: 'give-score', customerId: await customerOf(world, 'K1') },
      ...{ questionnaire: 'nps', item: 0, answer: 9 },
    }),
  },
  'give-words': {
    by: namers,
    when: askAloud,
    input: async (world) => ({
      ...{ kind: 'give-words', customerId: await customerOf(world, 'K1'), words: 'op tijd' },
    }),
  },
  'give-customer-dots': {
    by: namers,
    when: async (world) => {
      await keepConcepts(world);
      await askAloud(world);
      await saidOpenly(world, 'K1');
    },
    input: async (world) => ({
      ...{ kind: 'give-customer-dots', customerId: await customerOf(world, 'K1'), dots: [] },
    }),
  },
  'finish-asking': {
    by: namers,
    when: askAloud,
    input: async (world) => ({ kind: 'finish-asking', customerId: await customerOf(world, 'K1') }),
  },
  'make-customer-link': {
    by: namers,
    when: beginTalk,
    input: async (world) => ({
      ...{ kind: 'make-customer-link', customerId: await customerOf(world, 'K1') },
    }),
  },
  'revoke-customer-link': {
    by: namers,
    when: async (world) => {
      await beginTalk(world);
      const customerId = await customerOf(world, 'K1');
      await world.must('facilitator', { kind: 'make-customer-link', customerId });
    },
    input: async (world) => ({
      ...{ kind: 'revoke-customer-link', customerId: await customerOf(world, 'K1') },
    }),
  },
  'rename-me': { by: insiders, input: () => ({ kind: 'rename-me', name: 'Nieuw' }) },
  'leave-sprint': { by: insiders, input: () => ({ kind: 'leave-sprint' }) },
  'make-phone-link': { by: insiders, input: () => ({ kind: 'make-phone-link' }) },
  'make-paper-link': {
    by: ['facilitator', 'deelnemer', ...decider],
    when: (world) => addStepOf(world, 'oplossingsschets'),
    input: (world) => ({ kind: 'make-paper-link', stepId: world.step('oplossingsschets') }),
  },
  'set-participates': {
    by: facilitator,
    input: () => ({ kind: 'set-participates', participates: false }),
  },
  'set-role': {
    by: facilitator,
    input: (world) => ({ kind: 'set-role', ...toMember(world), role: 'expert' }),
  },
  'set-decider': {
    by: facilitator,
    input: (world) => ({ kind: 'set-decider', ...toMember(world) }),
  },
  'set-duties': {
    by: facilitator,
    input: (world) => ({ kind: 'set-duties', ...toMember(world), duties: ['scribe'] }),
  },
  'give-mandate': {
    by: ['facilitator', 'beslisser'],
    input: (world) => ({ kind: 'give-mandate', ...toMember(world), reason: 'vergadering' }),
  },
  'end-mandate': { by: ['facilitator', ...decider], input: () => ({ kind: 'end-mandate' }) },
  'hand-over': { by: facilitator, input: (world) => ({ kind: 'hand-over', ...toMember(world) }) },
  'empty-lobby': { by: facilitator, input: () => ({ kind: 'empty-lobby' }) },
  'remove-member': {
    by: facilitator,
    input: (world) => ({ kind: 'remove-member', ...toMember(world) }),
  },
  'make-return-link': {
    by: facilitator,
    input: ({ memberIds }) => ({ kind: 'make-return-link', memberId: memberIds.expert }),
  },
  'set-door': { by: facilitator, input: () => ({ kind: 'set-door', open: false }) },
  'new-code': { by: facilitator, input: () => ({ kind: 'new-code' }) },
  'make-join-link': { by: facilitator, input: () => ({ kind: 'make-join-link', role: 'expert' }) },
  'revoke-join-link': {
    by: facilitator,
    when: (world) => world.must('facilitator', { kind: 'make-join-link', role: 'deelnemer' }),
    input: async (world) => {
      const { joinLinks } = await world.authority();
      return { kind: 'revoke-join-link', linkId: joinLinks[0]?.id ?? '' };
    },
  },
  'edit-sprint': { by: facilitator, input: () => ({ kind: 'edit-sprint', challenge: 'Sneller' }) },
  'delete-sprint': {
    by: facilitator,
    input: () => ({ kind: 'delete-sprint', name: 'Proefsprint' }),
  },
};

/** How somebody is refused for who they are. */
const refusalsOf: Partial<Record<Actor, string>> = {
  stranger: 'not-a-member',
  removed: 'removed-from-sprint',
  'signed-out': 'not-signed-in',
};

let ground: Ground;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());

async function worldFor(row: Row): Promise<World> {
  const world = await World.make(ground);
  await row.when?.(world);
  return world;
}

describe.each(commandKinds)('%s', (kind) => {
  const row = rows[kind];

  it('[C3] is refused to everybody whose role does not have it, and changes nothing', async () => {
    const world = await worldFor(row);
    const before = (await world.authority()).sprint.version;
    for (const actor of actors.filter((one) => !row.by.includes(one))) {
      const said = await world.says(actor, await row.input(world, actor));
      const expected = refusalsOf[actor];
      if (expected) expect(`${actor}: ${said}`).toBe(`${actor}: ${expected}`);
      else expect(['not-your-role', 'not-the-decider'], actor).toContain(said);
    }
    expect((await world.authority()).sprint.version).toBe(before);
  });

  it.each(row.by)('[C3] is done for %s', async (actor) => {
    const world = await worldFor(row);
    expect(await world.says(actor, await row.input(world, actor))).toBe('ok');
  });
});

async function openLadders(world: World): Promise<void> {
  await planLadders(world);
  await world.open('klantbeloften');
  await climb(world, 'klantbeloften', [{ id: 'b1', words: 'wij je bellen', proven: true }]);
}
