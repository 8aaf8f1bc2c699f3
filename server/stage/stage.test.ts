import { describe, expect, it } from 'vitest';
import type { Stage } from '#protocol/stage';
import type { Authority, Dot, Member } from '#server/stage/authority';
import { composeStage } from '#server/stage/stage';

const at = new Date('2030-01-07T09:00:00Z');
const now = at.getTime();

function member(id: string, more: Partial<Member> = {}): Member {
  return {
    ...{ id, sprintId: 's', personId: `person-${id}`, name: id, nameNumber: 1, color: 0 },
    ...{ role: 'deelnemer', decider: false, standIn: false, duties: [], participates: false },
    ...{
      hasAccount: false,
      readyFor: null,
      joinedAt: at,
      removedAt: null,
      handRaisedAt: null,
      handedIn: null,
    },
    ...{ example: false, leftByChoice: false },
    ...more,
  };
}

const facilitator = member('fay', { role: 'facilitator' });
const anna = member('anna', { readyFor: 'vote/1' });
const bram = member('bram', { nameNumber: 2, name: 'anna', decider: true });
const observer = member('olga', { role: 'waarnemer' });

function dot(memberId: string, dotNo: number, candidateId: string | null): Dot {
  const stackNo = candidateId === null ? null : 1;
  const bare = { spot: null, part: null, reason: null, place: null };
  return { roundId: 'r', memberId, dotNo, perCandidate: 4, candidateId, stackNo, ...bare };
}

const noPen = { penHolder: null, penAskedBy: [] };

function authority(more: Partial<Authority> = {}): Authority {
  const step = {
    ...{ id: 'vote', sprintId: 's', day: 1, position: 'a0', exercise: 'hmw-stemmen', title: null },
    ...{ minutes: 10, status: 'open', phase: 'voting', phaseCount: 1, choices: {}, boardId: 'b' },
    ...{
      turn: null,
      revealAt: null,
      admitsLate: false,
      wideTools: false,
      openedAt: at,
      closedAt: null,
    },
  };
  const room = { sprintId: 's', createdAt: at, skippedAt: null, retiredAt: null };
  return {
    sprint: {
      ...{ id: 's', name: 'Sprint', challenge: '', language: 'nl', videoUrl: null },
      ...{
        template: 'five-day',
        startsOn: '2030-01-07',
        lastDayOn: null,
        timeZone: 'Europe/Amsterdam',
      },
      ...{ deleteAfter: '2030-04-11', doorOpen: true, version: 7, createdAt: at },
      ...{ codeSealed: '', codeHash: '' },
      ...{ clockDurationMs: 600_000, clockDeadlineAt: null, clockRemainingMs: 30_000 },
      ...{ exampleUntil: null, lastDayReason: '', scoreKinds: ['csat', 'nps'] },
    },
    members: [facilitator, anna, bram, observer],
    steps: [step],
    sketches: [],
    waitingQuestions: [],
    takenAlong: [],
    customers: [],
    taskResults: [],
    askings: [],
    customerAnswers: [],
    customerLinks: [],
    boards: [
      { id: 'b', sprintId: 's', wall: 'hmw', kind: 'wall', locked: false, ...noPen, createdAt: at },
    ],
    rooms: [
      { ...room, id: 'room-b', boardId: 'b', memberId: null, kind: null, lineage: 'l1' },
      { ...room, id: 'room-a', boardId: null, memberId: 'anna', kind: 'pile', lineage: 'l2' },
      { ...room, id: 'pad-a', boardId: null, memberId: 'anna', kind: 'pad', lineage: 'l3' },
    ],
    rounds: [
      {
        ...{ id: 'r', sprintId: 's', stepId: 'vote', status: 'open', perCandidate: 4 },
        ...{
          way: 'candidate',
          voterShown: false,
          resultsLive: false,
          openedAt: at,
          closedAt: null,
        },
      },
    ],
    undoneRounds: {},
    candidates: ['c1', 'c2'].map((id, position) => ({
      ...{ roundId: 'r', id, position, text: id, noteIds: [id], groupLabel: null, dots: null },
      exhibit: null,
    })),
    dots: [dot('anna', 1, 'c2'), dot('anna', 2, null), dot('bram', 1, 'c1'), dot('bram', 2, 'c2')],
    heatPlaces: [],
    toldHeat: new Map(),
    decisions: [],
    mandate: null,
    facilitatorNotes: [],
    joinLinks: [
      {
        ...{ id: 'link', sprintId: 's', role: 'expert', decider: false },
        ...{ tokenSealed: '', tokenHash: '', createdAt: at, revokedAt: null },
      },
    ],
    door: { code: 'GEHEIM', tokens: new Map([['link', 'TOKEN']]) },
    ...more,
  };
}

const here = new Set(['anna', 'olga', 'fay']);
const piles = new Map([['anna', 3]]);

function stageFor(reader: Member, more: Partial<Authority> = {}): Stage {
  return composeStage(authority(more), reader, here, piles, now);
}

describe('the stage of a reader', () => {
  it('[C50] gives the code and the links to facilitators only', () => {
    expect(stageFor(facilitator).sprint).toMatchObject({ code: 'GEHEIM' });
    for (const reader of [anna, bram, observer]) {
      const stage = JSON.stringify(stageFor(reader));
      expect(stage).not.toContain('GEHEIM');
      expect(stage).not.toContain('TOKEN');
    }
  });

  it('[C50] gives each voter their own dots and nobody’s else', () => {
    expect(stageFor(anna).now?.round?.mine).toEqual({
      budget: 2,
      perCandidate: 4,
      placed: { c2: 1 },
      ...{ spots: [], reasons: [] },
    });
    expect(stageFor(bram).now?.round?.mine?.placed).toEqual({ c1: 1, c2: 1 });
    expect(stageFor(observer).now?.round?.mine).toBeNull();
    const round = stageFor(facilitator).now?.round;
    expect(round).toMatchObject({ mine: null, results: null, placed: 3, given: 4 });
    expect(round?.left).toEqual({ anna: { budget: 2, left: 1 }, bram: { budget: 2, left: 0 } });
    expect(stageFor(anna).now?.round?.left).toBeNull();
  });

  it('[C50] gives figures of piles to facilitators while they are written, and only their sum to others', () => {
    const [step] = authority().steps;
    if (!step) throw new Error('no step');
    const writing = { steps: [{ ...step, exercise: 'hmw', phase: 'writing' }], rounds: [] };
    expect(stageFor(facilitator, writing).now).toMatchObject({ piles: { anna: 3 }, pileTotal: 3 });
    expect(stageFor(anna, writing).now).toMatchObject({ piles: null, pileTotal: 3 });
  });

  it('[C61] tells of no pile in any other phase but a facilitator how many notes came late', () => {
    const late = { lateTotal: 3, piles: null, pileTotal: 0 };
    expect(stageFor(facilitator).now).toMatchObject(late);
    expect(stageFor(bram).now).toMatchObject({ ...late, lateTotal: null, late: null });
    expect(stageFor(anna).now?.late).toEqual({ handedIn: [], guessable: true });
  });

  it('[C51] has live sums only where the facilitator chose them, and never who', () => {
    const [round] = authority().rounds;
    if (!round) throw new Error('no round');
    const live = stageFor(observer, {
      rounds: [{ ...round, resultsLive: true, voterShown: true }],
    });
    expect(live.now?.round?.results).toEqual([
      { candidateId: 'c2', dots: 2, rank: 1, voters: null },
      { candidateId: 'c1', dots: 1, rank: 2, voters: null },
    ]);
  });

  it('[C51] shows stored sums to everybody once the round is closed', () => {
    const closed = authority();
    const rounds = closed.rounds.map((round) => ({ ...round, status: 'closed', closedAt: at }));
    const candidates = closed.candidates.map((one) => ({ ...one, dots: one.id === 'c1' ? 5 : 2 }));
    for (const reader of [facilitator, anna, observer]) {
      const round = stageFor(reader, { rounds, candidates, dots: [] }).now?.round;
      expect(round?.results?.map((one) => [one.candidateId, one.dots, one.rank])).toEqual([
        ['c1', 5, 1],
        ['c2', 2, 2],
      ]);
      expect(round).toMatchObject({ status: 'closed', mine: null, left: null, placed: 7 });
    }
  });

  it('tells who is here, ready and waited for, and numbers a namesake', () => {
    const { members, me } = stageFor(anna);
    expect(members.map((one) => [one.name, one.present, one.ready, one.counted])).toEqual([
      ['fay', true, false, false],
      ['anna', true, true, true],
      ['anna 2', false, false, false],
      ['olga', true, false, false],
    ]);
    expect(me.privateRooms).toEqual({
      pile: { room: 's/private/anna/pile/l2', lineage: 'l2' },
      pad: { room: 's/private/anna/pad/l3', lineage: 'l3' },
    });
    const none = { pile: null, pad: null };
    expect(stageFor(bram).me).toMatchObject({ present: true, privateRooms: none });
  });

  it('tells the board, the paused clock, and that nobody may write during the vote', () => {
    const stage = stageFor(anna);
    expect(stage.now).toMatchObject({
      phaseKey: 'vote/1',
      boardWritable: false,
      cursorsHidden: true,
    });
    expect(stage.now?.board).toEqual({ boardId: 'b', kind: 'wall', lineage: 'l1', room: 's/b/l1' });
    expect(stage.clock).toEqual({ state: 'paused', durationMs: 600_000, remainingMs: 30_000 });
    expect(stage).toMatchObject({ version: 7, serverNow: now });
  });
});
